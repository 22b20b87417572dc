package org.heliograph.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
  /** The sample that the libraries of Standard Webhooks are tested with. */
  @Test
  void a_signature_is_what_libraries_of_the_standard_check() {
    byte[] secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    assertEquals("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", WebhookSignature.shown(secret));
    assertEquals(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.of(
            secret,
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1_614_265_330L,
            "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void what_was_taken_or_refused_is_not_repeated_and_the_rest_is() {
    for (int status : new int[] {200, 201, 204}) {
      assertEquals(new WebhookAnswer.Taken(""), WebhookAnswer.of(status, ""));
    }
    for (int status : new int[] {301, 302, 307, 400, 401, 404, 410, 422}) {
      assertEquals(new WebhookAnswer.Refused(), WebhookAnswer.of(status, ""));
    }
    for (int status : new int[] {408, 425, 429, 500, 502, 503, 504}) {
      assertEquals(new WebhookAnswer.Later(), WebhookAnswer.of(status, ""));
    }
  }
}
