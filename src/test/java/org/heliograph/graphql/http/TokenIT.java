package org.heliograph.graphql.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.heliograph.support.Accounts;
import org.heliograph.support.KeycloakAdmin;
import org.junit.jupiter.api.Test;

/** Tokens of the real Keycloak, good and bad. A bad one is never taken for anonymous. */
@QuarkusTest
class TokenIT {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String EDITOR = "editor";
  private static final String EDITOR_PASSWORD = "sunlight-editor";

  private static ValidatableResponse ask(String authorization) {
    return given()
        .header("Authorization", authorization)
        .contentType("application/json")
        .body(Map.of("query", "{viewer {roles}}"))
        .post("/graphql")
        .then();
  }

  private static void refused(String authorization) {
    ask(authorization)
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"))
        .header("Content-Type", containsString("json"))
        .body("errors[0].extensions.code", is("UNAUTHENTICATED"))
        .body("data", nullValue());
  }

  @Test
  void a_valid_token_is_believed() {
    ask("Bearer " + Accounts.EDITOR.token())
        .statusCode(200)
        .body("errors", nullValue())
        .body("data.viewer.roles", hasItem("EDITOR"));
  }

  @Test
  void a_token_without_claims_is_signed_in_and_has_none() {
    ask("Bearer " + Accounts.EDITOR_BARE.token())
        .statusCode(200)
        .body("errors", nullValue())
        .body("data.viewer.roles", hasItem("EDITOR"));
  }

  @Test
  void an_answer_to_a_token_is_never_kept() {
    given()
        .header("Authorization", "Bearer " + Accounts.EDITOR.token())
        .queryParam("query", "{viewer {roles}}")
        .get("/graphql")
        .then()
        .statusCode(200)
        .header("Cache-Control", "private, no-store")
        .header("ETag", nullValue());
  }

  @Test
  void an_expired_token_is_refused() throws InterruptedException {
    var keycloak = new KeycloakAdmin();
    keycloak.addClient("short-lived", 2, true);
    try {
      String token = keycloak.token("heliograph", "short-lived", EDITOR, EDITOR_PASSWORD);
      ask("Bearer " + token).statusCode(200).body("data.viewer.roles", notNullValue());
      // the token lives two seconds by the clock: only time makes it expire
      Thread.sleep(3500);
      refused("Bearer " + token);
    } finally {
      keycloak.removeClient("short-lived");
    }
  }

  @Test
  void a_token_for_another_service_is_refused() {
    var keycloak = new KeycloakAdmin();
    keycloak.addClient("other-service", 300, false);
    try {
      refused("Bearer " + keycloak.token("heliograph", "other-service", EDITOR, EDITOR_PASSWORD));
    } finally {
      keycloak.removeClient("other-service");
    }
  }

  @Test
  void a_token_of_another_realm_is_refused() {
    var keycloak = new KeycloakAdmin();
    try {
      refused("Bearer " + keycloak.tokenOfAnotherRealm("elsewhere"));
    } finally {
      keycloak.removeRealm("elsewhere");
    }
  }

  @Test
  void a_refresh_token_is_refused() {
    refused(
        "Bearer "
            + new KeycloakAdmin()
                .tokens("heliograph", "heliograph-console", EDITOR, EDITOR_PASSWORD)
                .get("refresh_token"));
  }

  @Test
  void a_tampered_token_is_refused() {
    String[] parts = Accounts.EDITOR.token().split("\\.", 3);
    refused("Bearer " + parts[0] + "." + promoted(parts[1]) + "." + parts[2]);
    String signature = (parts[2].charAt(0) == 'A' ? "B" : "A") + parts[2].substring(1);
    refused("Bearer " + parts[0] + "." + parts[1] + "." + signature);
  }

  @Test
  void a_token_that_signs_itself_is_refused() throws Exception {
    String[] parts = Accounts.EDITOR.token().split("\\.", 3);
    String payload = promoted(parts[1]);
    String none = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}");
    refused("Bearer " + none + "." + payload + ".");
    refused("Bearer " + none + "." + payload + "." + parts[2]);
    String header =
        new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8)
            .replace("RS256", "HS256");
    String signed = encode(header) + "." + payload;
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("guess".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signature =
        BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    refused("Bearer " + signed + "." + signature);
  }

  @Test
  void what_is_no_token_at_all_is_refused() {
    refused("Bearer abc");
    refused("Bearer a.b.c");
    refused("Bearer");
    refused("Basic ZWRpdG9yOnN1bmxpZ2h0LWVkaXRvcg==");
  }

  private static String promoted(String payload) {
    String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    return encode(claims.replace("\"editor\"", "\"supervisor\""));
  }

  private static String encode(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
