package org.heliograph.graphql.http;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** Short forms of the usual requests. */
final class Ask {
  static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

  private Ask() {}

  static ValidatableResponse post(String query) {
    return post(query, Map.of());
  }

  static ValidatableResponse post(String query, Map<String, ?> variables) {
    return given()
        .contentType("application/json")
        .accept(GRAPHQL_RESPONSE)
        .body(Map.of("query", query, "variables", variables))
        .post("/graphql")
        .then();
  }

  static ValidatableResponse get(String query) {
    return given().accept("application/json").queryParam("query", query).get("/graphql").then();
  }
}
