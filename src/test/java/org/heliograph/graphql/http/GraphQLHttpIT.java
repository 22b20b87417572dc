package org.heliograph.graphql.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GraphQLHttpIT {
  private static final String JSON = "application/json";

  private static ValidatableResponse postBody(String contentType, String body) {
    return given()
        .header("Content-Type", contentType)
        .accept(JSON)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/graphql")
        .then();
  }

  private static void refused(ValidatableResponse response, int status, String code) {
    response
        .statusCode(status)
        .header("Content-Type", containsString("json; charset=utf-8"))
        .body("errors[0].extensions.code", equalTo(code))
        .body("errors[0].message", not(containsString("org.heliograph")))
        .body("data", nullValue());
  }

  @Test
  void a_query_is_answered_by_post_and_by_get() {
    Ask.post("{__typename}").statusCode(200).body("data.__typename", is("Query"));
    Ask.get("{__typename}").statusCode(200).body("data.__typename", is("Query"));
  }

  @Test
  void chinese_comes_back_as_it_was_sent() {
    String name = "低保金 100% + “危房”改造&补贴 𠮷";
    given()
        .queryParam("query", "# 注释\n query 名($a: String!) {__typename}".replace("名", "Q"))
        .queryParam("variables", "{\"a\":\"" + name + "\"}")
        .accept(Ask.GRAPHQL_RESPONSE)
        .get("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].message", containsString("'a'"));
    Ask.post("{__type(name: \"" + name + "\") {name}}")
        .statusCode(200)
        .body("data.__type", nullValue());
    Ask.post("query ($n: String!) {__type(name: $n) {name}}", Map.of("n", "Query"))
        .body("data.__type.name", is("Query"));
  }

  @Test
  void a_get_takes_an_operation_name_and_variables() {
    given()
        .queryParam(
            "query", "query A {a: __typename} query B($n: String!) {__type(name: $n) {name}}")
        .queryParam("operationName", "B")
        .queryParam("variables", "{\"n\":\"Query\"}")
        .get("/graphql")
        .then()
        .statusCode(200)
        .body("data.__type.name", is("Query"));
  }

  @Test
  void arrays_of_requests_are_refused() {
    refused(
        postBody(JSON, "[{\"query\":\"{__typename}\"},{\"query\":\"{__typename}\"}]"),
        400,
        "BATCHING_NOT_SUPPORTED");
  }

  @Test
  void wrong_content_types_are_refused() {
    for (String type :
        new String[] {
          "text/plain", "application/graphql", "application/jsonp", "application/json; charset=gbk"
        }) {
      refused(postBody(type, "{\"query\":\"{__typename}\"}"), 415, "UNSUPPORTED_MEDIA_TYPE");
    }
    postBody("application/json;charset=UTF-8", "{\"query\":\"{__typename}\"}").statusCode(200);
  }

  @Test
  void wrong_bodies_are_refused() {
    for (String body :
        new String[] {
          "",
          "{",
          "{}",
          "null",
          "3",
          "\"{__typename}\"",
          "{\"query\":3}",
          "{\"query\":\" \"}",
          "{\"query\":\"{__typename}\",\"variables\":[]}",
          "{\"query\":\"{__typename}\",\"operationName\":{}}",
          "{\"query\":\"{__typename}\",\"extensions\":1}",
          "{\"query\":\"{__typename}\"} x"
        }) {
      refused(postBody(JSON, body), 400, "BAD_REQUEST");
    }
  }

  @Test
  void wrong_parameters_are_refused() {
    refused(given().get("/graphql").then(), 400, "BAD_REQUEST");
    refused(
        given()
            .queryParam("query", "{__typename}")
            .queryParam("variables", "{")
            .get("/graphql")
            .then(),
        400,
        "BAD_REQUEST");
  }

  @Test
  void other_methods_are_refused_and_told_which_are_allowed() {
    refused(given().put("/graphql").then(), 405, "METHOD_NOT_ALLOWED");
    given().delete("/graphql").then().statusCode(405).header("Allow", containsString("POST"));
    given().options("/graphql").then().statusCode(204).header("Allow", containsString("GET"));
  }

  @Test
  void an_answer_that_nobody_accepts_is_not_given() {
    refused(
        given().accept("text/html").queryParam("query", "{__typename}").get("/graphql").then(),
        406,
        "NOT_ACCEPTABLE");
  }

  @Test
  void the_media_type_is_the_one_preferred() {
    given()
        .accept("application/json;q=0.5, application/graphql-response+json")
        .queryParam("query", "{__typename}")
        .get("/graphql")
        .then()
        .header("Content-Type", containsString(Ask.GRAPHQL_RESPONSE));
    given()
        .accept("text/html, */*;q=0.1")
        .queryParam("query", "{__typename}")
        .get("/graphql")
        .then()
        .header("Content-Type", containsString(JSON));
  }

  @Test
  void documents_that_do_not_parse_or_validate_have_their_codes() {
    refused(Ask.post("{"), 400, "GRAPHQL_PARSE_FAILED");
    refused(Ask.post("{colour}"), 400, "GRAPHQL_VALIDATION_FAILED");
    refused(Ask.get("{colour}"), 200, "GRAPHQL_VALIDATION_FAILED");
    refused(Ask.post("query A {__typename} query B {__typename}"), 400, "OPERATION_NOT_FOUND");
  }

  @Test
  void a_variable_that_does_not_fit_is_named_and_not_repeated() {
    String person = "99012119800101123X";
    Ask.post("query ($n: String!) {__type(name: $n) {name}}", Map.of("n", List.of(person, person)))
        .statusCode(400)
        .body("errors[0].extensions.code", is("BAD_INPUT"))
        .body("errors[0].extensions.argument", is("$n"))
        .body(not(containsString("990121")));
    Ask.post("query ($n: String!) {__type(name: $n) {name}}")
        .statusCode(400)
        .body("errors[0].extensions.code", is("BAD_INPUT"))
        .body("errors[0].extensions.argument", is("$n"));
  }

  @Test
  void an_argument_that_does_not_fit_is_named_and_not_repeated() {
    String person = "99012119800101123X";
    Ask.post("query ($n: Int) {powerItems(first: $n) {nodes {id}}}", Map.of("n", person))
        .body("errors[0].extensions.code", is("BAD_INPUT"))
        .body("errors[0].extensions.argument", is("$n"))
        .body(not(containsString("990121")));
    Ask.post("{powerItems(first: \"" + person + "\") {nodes {id}}}")
        .statusCode(400)
        .body("errors[0].extensions.code", is("BAD_INPUT"))
        .body("errors[0].extensions.argument", is("first"))
        .body(not(containsString("990121")));
    Ask.post("{powerItems(sort: \"" + person + "\") {nodes {id}}}")
        .statusCode(400)
        .body("errors[0].extensions.code", is("BAD_INPUT"))
        .body(not(containsString("990121")));
  }

  @Test
  void every_answer_carries_the_security_headers() {
    for (String path :
        new String[] {
          "/graphql?query=%7B__typename%7D",
          "/graphql",
          "/graphql/schema.graphql",
          "/q/graphql-ui/",
          "/nothing-here"
        }) {
      given()
          .urlEncodingEnabled(false)
          .get(path)
          .then()
          .header("X-Content-Type-Options", "nosniff")
          .header("X-Frame-Options", "DENY")
          .header("Referrer-Policy", "no-referrer")
          .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }
  }

  @Test
  void no_cross_origin_headers_unless_configured() {
    given()
        .header("Origin", "https://elsewhere.example")
        .queryParam("query", "{__typename}")
        .get("/graphql")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", nullValue());
  }
}
