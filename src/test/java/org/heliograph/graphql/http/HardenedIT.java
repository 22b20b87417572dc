package org.heliograph.graphql.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The service with introspection switched off, one other web site allowed, and no Keycloak since
 * its start.
 */
@QuarkusTest
@TestProfile(HardenedIT.Settings.class)
class HardenedIT {
  private static final String PORTAL = "https://portal.example";

  public static class Settings implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "heliograph.graphql.introspection", "false",
          "heliograph.cors.origins", PORTAL,
          "quarkus.oidc.auth-server-url", "http://127.0.0.1:9/realms/heliograph");
    }
  }

  @Test
  void introspection_is_refused_and_typename_answers() {
    Ask.post("{__schema {queryType {name}}}")
        .statusCode(400)
        .body("errors[0].extensions.code", is("INTROSPECTION_DISABLED"));
    Ask.post("{__type(name: \"Query\") {name}}")
        .statusCode(400)
        .body("errors[0].extensions.code", is("INTROSPECTION_DISABLED"));
    Ask.post("{__typename}").statusCode(200).body("data.__typename", is("Query"));
  }

  @Test
  void a_page_of_the_portal_may_call_and_read_the_tag() {
    given()
        .header("Origin", PORTAL)
        .queryParam("query", "{__typename}")
        .get("/graphql")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", PORTAL)
        .header("Access-Control-Allow-Credentials", "false")
        .header("Access-Control-Expose-Headers", containsStringIgnoringCase("etag"))
        .header("Vary", containsString("Origin"));
    given()
        .header("Origin", PORTAL)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type,authorization")
        .options("/graphql")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Methods", containsString("POST"));
  }

  @Test
  void a_page_of_another_site_gets_no_cross_origin_headers() {
    given()
        .header("Origin", "https://elsewhere.example")
        .queryParam("query", "{__typename}")
        .get("/graphql")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void anonymous_callers_are_served_without_keycloak() {
    Ask.get("{__typename}").statusCode(200).body("data.__typename", is("Query"));
  }

  @Test
  void a_token_that_cannot_be_checked_is_not_taken_for_anonymous() {
    String token = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.eyJzdWIiOiJ4In0.c2ln";
    given()
        .header("Authorization", "Bearer " + token)
        .contentType("application/json")
        .body(Map.of("query", "{__typename}"))
        .post("/graphql")
        .then()
        .statusCode(503)
        .body("errors[0].extensions.code", is("UNAVAILABLE"))
        .body("data", nullValue());
  }
}
