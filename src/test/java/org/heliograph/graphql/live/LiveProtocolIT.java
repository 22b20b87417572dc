package org.heliograph.graphql.live;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.heliograph.support.Accounts;
import org.heliograph.support.KeycloakAdmin;
import org.heliograph.support.LiveLine;
import org.junit.jupiter.api.Test;

/** The words of graphql-transport-ws, and the limits that hold there as over HTTP. */
@QuarkusTest
class LiveProtocolIT {
  private static final String ALL = "subscription { recordChanged { id } }";

  private static String refused(LiveLine line, String query, Map<String, ?> variables)
      throws Exception {
    line.subscribe("x", query, variables);
    return line.expect("error").getString("payload[0].extensions.code");
  }

  @Test
  void a_connection_begins_answers_pings_and_follows() throws Exception {
    try (var line = LiveLine.as(Accounts.ANONYMOUS)) {
      line.say("{\"type\":\"ping\",\"payload\":{}}").expect("pong");
      line.say("{\"type\":\"pong\"}");
      line.subscribe("a", ALL).started();
      line.say("{\"id\":\"a\",\"type\":\"complete\"}");
      // an id is free again once its subscription has ended
      line.subscribe("a", ALL).started();
    }
  }

  @Test
  void what_breaks_the_protocol_closes_the_connection_with_its_code() throws Exception {
    for (String wrong :
        new String[] {"no json", "[]", "{}", "{\"type\":\"shout\"}", "{\"type\":7}"}) {
      try (var line = LiveLine.silent()) {
        assertEquals(4400, line.say(wrong).closeCode(), wrong);
      }
    }
    try (var line = LiveLine.silent()) {
      assertEquals(4401, line.subscribe("a", ALL).closeCode());
    }
    try (var line = LiveLine.as(Accounts.ANONYMOUS)) {
      assertEquals(4409, line.subscribe("a", ALL).subscribe("a", ALL).closeCode());
    }
    try (var line = LiveLine.as(Accounts.ANONYMOUS)) {
      assertEquals(4429, line.say("{\"type\":\"connection_init\"}").closeCode());
    }
    try (var line = LiveLine.as(Accounts.ANONYMOUS)) {
      assertEquals(4400, line.say("{\"type\":\"subscribe\",\"id\":\"a\"}").closeCode());
    }
    try (var line = LiveLine.as(Accounts.ANONYMOUS)) {
      assertEquals(4400, line.say("{\"type\":\"complete\"}").closeCode());
    }
    try (var line = LiveLine.silent()) {
      // the test's own setting is two seconds
      assertEquals(4408, line.closeCode());
    }
  }

  @Test
  void a_token_is_believed_in_the_header_or_the_payload_and_no_other() throws Exception {
    try (var line = LiveLine.withHeader("Bearer " + Accounts.SUPERVISOR.token())) {
      line.say("{\"type\":\"connection_init\"}").expect("connection_ack");
    }
    for (String wrong : new String[] {"Bearer abc", "Basic x", "Bearer a.b.c", "Bearer "}) {
      try (var line = LiveLine.silent()) {
        line.say(
            "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"" + wrong + "\"}}");
        assertEquals(4403, line.closeCode(), wrong);
      }
    }
    assertThrows(CompletionException.class, () -> LiveLine.withHeader("Bearer abc"));
    assertThrows(CompletionException.class, () -> LiveLine.withHeader("Basic x"));
    try (var line = LiveLine.withHeader("Bearer " + Accounts.CITIZEN.token())) {
      line.say(
          "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer "
              + Accounts.SUPERVISOR.token()
              + "\"}}");
      assertEquals(4403, line.closeCode(), "two at once");
    }
  }

  @Test
  void a_connection_ends_with_its_token() throws Exception {
    var keycloak = new KeycloakAdmin();
    keycloak.addClient("short-live", 2, true);
    try {
      String token = keycloak.token("heliograph", "short-live", "editor", "sunlight-editor");
      try (var line = LiveLine.withToken(token)) {
        line.subscribe("a", ALL);
        assertEquals(4403, line.closeCode());
      }
    } finally {
      keycloak.removeClient("short-live");
    }
  }

  @Test
  void the_limits_are_those_of_http() throws Exception {
    try (var line = LiveLine.as(Accounts.ANONYMOUS)) {
      assertEquals("OPERATION_NOT_FOUND", refused(line, "{ __typename }", Map.of()));
      assertEquals(
          "OPERATION_NOT_FOUND",
          refused(line, "mutation { submit(id: \"x\", version: \"1.1\") { version } }", Map.of()));
      assertEquals("GRAPHQL_PARSE_FAILED", refused(line, "subscription {", Map.of()));
      assertEquals(
          "GRAPHQL_VALIDATION_FAILED", refused(line, "subscription { nothing }", Map.of()));
      assertEquals(
          "GRAPHQL_VALIDATION_FAILED",
          refused(
              line, "subscription { a: recordChanged { id } b: recordChanged { id } }", Map.of()));
      assertEquals(
          "TOO_MANY_ALIASES",
          refused(line, "subscription { recordChanged {" + aliases() + "} }", Map.of()));
      assertEquals(
          "BAD_INPUT",
          refused(
              line,
              "subscription { recordChanged(filter: {regions: [\"99\"]}) { id } }",
              Map.of()));
      assertEquals(
          "BAD_INPUT",
          refused(
              line,
              "subscription { recordChanged(filter: {records: [\"99\"]}) { id } }",
              Map.of()));
      assertEquals(
          "BAD_INPUT",
          refused(
              line,
              "subscription($f: RecordChangeFilter) { recordChanged(filter: $f) { id } }",
              Map.of("f", Map.of("kind", "DISCLOSURE"))));
      line.say("{\"id\":\"y\",\"type\":\"subscribe\",\"payload\":{}}");
      assertEquals("BAD_REQUEST", line.expect("error").getString("payload[0].extensions.code"));
    }
  }

  private static String aliases() {
    var words = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      words.append(" a").append(i).append(": id");
    }
    return words.toString();
  }

  @Test
  void a_connection_follows_a_bounded_number_of_things() throws Exception {
    try (var line = LiveLine.as(Accounts.ANONYMOUS)) {
      for (int i = 0; i < 20; i++) {
        line.subscribe("s" + i, ALL);
      }
      assertEquals("TOO_MANY_SUBSCRIPTIONS", refused(line, ALL, Map.of()));
    }
  }

  @Test
  void a_message_has_a_bounded_size() throws Exception {
    try (var line = LiveLine.as(Accounts.ANONYMOUS)) {
      line.say("{\"type\":\"ping\",\"payload\":{\"a\":\"" + "x".repeat(300_000) + "\"}}");
      assertTrue(line.closeCode() > 1000);
    }
  }

  @Test
  void a_post_says_where_subscriptions_are_taken() {
    RestAssured.given()
        .contentType("application/json")
        .body(Map.of("query", ALL))
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].extensions.code", is("SUBSCRIPTION_NOT_SUPPORTED"));
  }
}
