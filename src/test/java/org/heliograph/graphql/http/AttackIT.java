package org.heliograph.graphql.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Requests that are meant to cost more than they should. After each, the service must still answer.
 */
@QuarkusTest
class AttackIT {

  @AfterEach
  void the_service_still_answers() {
    Ask.post("{__typename}").statusCode(200).body("data.__typename", is("Query"));
  }

  private static void refused(ValidatableResponse response, int status, String code) {
    response.statusCode(status).body("errors[0].extensions.code", is(code));
    assertTrue(response.extract().time() < 5000, "refused at once");
  }

  /** Without RestAssured, which lays out each body for a log of its own and falls to the attack. */
  private static void refusedRaw(String body, int status, String code) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/graphql"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(status, answer.statusCode());
      assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
    }
  }

  @Test
  void an_oversized_body() {
    String query = "{__typename} #" + "x".repeat(300_000);
    refused(Ask.post(query), 413, "BODY_TOO_LARGE");
  }

  @Test
  void an_oversized_url() {
    refused(
        given().queryParam("query", "{__typename} #" + "x".repeat(9000)).get("/graphql").then(),
        414,
        "URL_TOO_LONG");
  }

  @Test
  void deep_variables() throws Exception {
    String deep = "{\"query\":\"{__typename}\",\"variables\":{\"a\":" + "[".repeat(60_000);
    refusedRaw(deep, 400, "BAD_REQUEST");
  }

  @Test
  void a_number_that_would_fill_the_memory() throws Exception {
    String body = "{\"query\":\"{__typename}\",\"variables\":{\"a\":1e999999999}}";
    refusedRaw(body, 400, "BAD_REQUEST");
    refused(Ask.post("{powerItems(first: 1e999999999) {totalCount}}"), 400, "BAD_INPUT");
  }

  @Test
  void deep_nesting() {
    refused(
        Ask.post(
            "{__schema {types {fields {type " + "{ofType ".repeat(20) + "{name" + "}".repeat(25)),
        400,
        "QUERY_TOO_DEEP");
    refused(Ask.post("{a".repeat(20_000)), 400, "QUERY_TOO_DEEP");
  }

  @Test
  void a_flood_of_aliases() {
    String flood =
        IntStream.range(0, 100)
            .mapToObj(i -> "a" + i + ": powerItems(first: 100) {totalCount}")
            .collect(Collectors.joining(" ", "{", "}"));
    refused(Ask.post(flood), 400, "TOO_MANY_ALIASES");
  }

  @Test
  void a_flood_of_words() {
    refused(Ask.post("{" + "__typename ".repeat(5000) + "}"), 400, "QUERY_TOO_LONG");
  }

  @Test
  void a_bomb_of_fragments() {
    String bomb =
        IntStream.range(0, 40)
            .mapToObj(i -> "fragment F%d on Query {...F%d ...F%d}".formatted(i, i + 1, i + 1))
            .collect(Collectors.joining(" "));
    refused(
        Ask.post("{...F0} " + bomb + " fragment F40 on Query {__typename}"),
        400,
        "QUERY_TOO_COMPLEX");
  }

  @Test
  void a_fragment_that_holds_itself() {
    refused(
        Ask.post("{...A} fragment A on Query {__typename ...A}"), 400, "GRAPHQL_VALIDATION_FAILED");
  }

  @Test
  void huge_lists() {
    String page =
        "query ($n: Int) {powerItems(first: $n) {nodes {steps {riskPoints {measures {description}}}}}}";
    refused(Ask.post(page, Map.of("n", Integer.MAX_VALUE)), 400, "QUERY_TOO_COMPLEX");
    refused(
        Ask.post(page.replace("($n: Int)", "($n: Int = 2147483647)")), 400, "QUERY_TOO_COMPLEX");
    refused(Ask.post("{powerItems(first: 2147483647) {nodes {id}}}"), 400, "QUERY_TOO_COMPLEX");
  }

  @Test
  void introspection_in_circles() {
    refused(
        Ask.post("{__schema {types {fields {type {fields {type {fields {name}}}}}}}}"),
        400,
        "QUERY_TOO_COMPLEX");
  }

  @Test
  void the_introspection_query_of_the_usual_explorers_is_no_attack() throws Exception {
    String query = NodeProgram.run("introspection.mjs");
    JsonPath answer = Ask.post(query).statusCode(200).extract().jsonPath();
    assertTrue(answer.getList("data.__schema.types").size() > 10);
  }

  @Test
  void ways_round_the_limits() {
    String flood = "{" + "a: __typename ".repeat(40) + "}";
    for (String path :
        new String[] {"/graphql/", "//graphql", "/graphql;v=1", "/GRAPHQL", "/graphql//"}) {
      String answer =
          given()
              .urlEncodingEnabled(false)
              .contentType("application/json")
              .body(Map.of("query", flood))
              .post(path)
              .asString();
      assertFalse(answer.contains("\"data\""), path + " answered " + answer);
    }
    given()
        .header("Connection", "Upgrade")
        .header("Upgrade", "websocket")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
        .header("Sec-WebSocket-Protocol", "graphql-ws")
        .get("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].extensions.code", is("BAD_REQUEST"));
  }

  @Test
  void values_that_no_record_can_have() {
    for (String query :
        List.of(
            "{record(kind: CASE_OUTCOME, code: \"a\\u0000b\") {__typename}}",
            "{caseOutcomes(filter: {codes: [\"a\\u0000b\"]}) {totalCount}}",
            "{caseOutcomes(filter: {publishedFrom: \"+999999999-12-31T23:59:59Z\"}) {totalCount}}",
            "{caseOutcomes(filter: {decidedFrom: \"+999999999-01-01\"}) {totalCount}}")) {
      Ask.post(query).body("errors[0].extensions.code", is("BAD_INPUT"));
    }
  }

  @Test
  void a_field_of_a_variable_that_its_type_does_not_have() {
    Ask.post(
            "query($f: PowerItemFilter) {powerItems(filter: $f) {totalCount}}",
            Map.of("f", Map.of("categorie", List.of("LICENSING"))))
        .body("errors[0].extensions.code", is("BAD_INPUT"));
  }
}
