package org.heliograph.editing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.heliograph.support.Accounts;

/** Brings and fetches files as an account, over HTTP. */
final class Courier {
  private static final String BOUNDARY = "-----heliograph";

  private Courier() {}

  static RequestSpecification as(Accounts account) {
    var request = given().urlEncodingEnabled(false);
    return account == Accounts.ANONYMOUS
        ? request
        : request.header("Authorization", "Bearer " + account.token());
  }

  static Response bring(Accounts account, String name, byte[] content) {
    return as(account)
        .contentType("multipart/form-data; boundary=" + BOUNDARY)
        .body(form(name, content))
        .post("/attachments");
  }

  /** As browsers and curl write it: the name in UTF-8. */
  private static byte[] form(String name, byte[] content) {
    var form = new ByteArrayOutputStream();
    form.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                .formatted(BOUNDARY, name))
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(content);
    form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }

  /** The id of a file that is taken. */
  static String brought(Accounts account, String name, String text) {
    Response answer = bring(account, name, text.getBytes(StandardCharsets.UTF_8));
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.asString());
    }
    return answer.path("file.id");
  }

  static Response fetch(Accounts account, String file) {
    return as(account).get("/attachments/" + file);
  }
}
