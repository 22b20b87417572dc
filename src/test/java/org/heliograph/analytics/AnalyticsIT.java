package org.heliograph.analytics;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RecordKind;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches are counted without persons: what is told, and above all what is not. */
@QuarkusTest
class AnalyticsIT {
  private static final String VILLAGE = "990121101201";

  /** Letters alone: figures might look like somebody's number. */
  private final String mark =
      Long.toString(System.nanoTime(), 26)
          .chars()
          .mapToObj(c -> String.valueOf((char) (c <= '9' ? c - '0' + 'q' : c)))
          .reduce("zz", String::concat);

  @Inject SearchTally tally;
  private Plot plot;

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
    Portal.awaitSearch();
  }

  @AfterEach
  void close() throws Exception {
    plot.close();
  }

  private static JsonPath ask(String address, String query) {
    return ask(Map.of("X-Forwarded-For", address), query);
  }

  private static JsonPath ask(Map<String, String> headers, String query) {
    return given()
        .contentType("application/json")
        .accept("application/json")
        .headers(headers)
        .body(Map.of("query", query))
        .post("/graphql")
        .jsonPath();
  }

  private static String search(String text) {
    return "{search(text:\"" + text + "\"){totalCount edges{opening node{code}}}}";
  }

  private static void visitorsAsk(int visitors, String text) {
    for (int i = 1; i <= visitors; i++) {
      assertNull(ask("203.0.113." + i, search(text)).get("errors"));
    }
  }

  /** As if a night had passed. */
  private void dayIsOver() throws SQLException {
    tally.tell();
    for (String table : List.of("search_asked", "search_opened")) {
      plot.run("delete from " + table + " where day < current_date - 10 and question = ''");
      plot.run(
          "update " + table + " set day = date '2026-01-05' where question like '%" + mark + "%'");
    }
  }

  private static JsonPath analytics(Accounts account, String arguments) {
    return Portal.json(
        account,
        "{searchAnalytics(from:\"2026-01-05\" until:\"2026-01-05\" first:100 "
            + arguments
            + "){days{visitors} questions{text visitors foundNothing medianMillis slowMillis opened{code visitors}} opened{code}}}");
  }

  /** A question of the statistics, which must hold it. */
  private static JsonPath told(Accounts account, String arguments, String question) {
    JsonPath answer = analytics(account, arguments);
    List<String> texts = answer.getList("data.searchAnalytics.questions.text");
    assertTrue(texts.contains(question), question + " as " + account);
    return answer.setRootPath("data.searchAnalytics.questions[" + texts.indexOf(question) + "]");
  }

  private long rows() throws SQLException {
    return plot.number("select count(*) from search_asked where question like '%" + mark + "%'");
  }

  @Test
  void what_many_visitors_asked_is_told_to_everybody_in_steps_of_five() throws Exception {
    visitorsAsk(30, "低保，" + mark.toUpperCase(java.util.Locale.ROOT) + "？");
    dayIsOver();
    for (Accounts account : List.of(Accounts.ANONYMOUS, Accounts.EDITOR, Accounts.ADMIN)) {
      JsonPath told = told(account, "", "低保 " + mark);
      int visitors = told.getInt("visitors");
      assertTrue(visitors == 25 || visitors == 30, "of 30 visitors: " + visitors);
      assertEquals(visitors, told.getInt("foundNothing"));
      assertTrue(told.getInt("medianMillis") <= told.getInt("slowMillis"));
    }
    told(Accounts.EDITOR, "order:NOTHING", "低保 " + mark);
    told(Accounts.EDITOR, "order:SLOW", "低保 " + mark);
    String file =
        Portal.download(
            Accounts.ANONYMOUS, "search-questions.csv?from=2026-01-05&until=2026-01-05&lang=en");
    assertTrue(file.contains("2026-01-05,低保 " + mark + ","), file);
    assertTrue(
        Portal.download(Accounts.ANONYMOUS, "search-questions/dictionary.csv")
            .contains("foundNothing"));
  }

  @Test
  void what_four_visitors_asked_is_nowhere_however_often_they_asked() throws Exception {
    for (int round = 0; round < 10; round++) {
      visitorsAsk(4, "低保 " + mark);
    }
    tally.tell();
    assertEquals(Map.of(), plot.holding(mark));
  }

  @Test
  void the_database_takes_no_small_numbers() {
    for (int asked : List.of(1, 4, 6)) {
      assertThrows(
          SQLException.class,
          () ->
              plot.run(
                  "insert into search_asked(day, question, asked, nothing) values ('2026-01-04', 'x', ?, 0)",
                  asked));
      assertThrows(
          SQLException.class,
          () ->
              plot.run(
                  "insert into search_opened(day, question, kind, record_id, opened) values ('2026-01-04', 'x', 'DISCLOSURE', 1, ?)",
                  asked));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "990121199003078811",
        "13800138000",
        "138 0013 8000",
        "0123456789",
        "a1@example.org",
        "王建国"
      })
  void what_looks_personal_is_kept_nowhere(String personal) throws Exception {
    visitorsAsk(12, personal + " " + mark);
    JsonPath answer = ask("203.0.113.99", "{search(text:\"公示 " + personal + "\"){edges{opening}}}");
    if (!personal.equals("王建国")) {
      answer.getList("data.search.edges.opening").forEach(opening -> assertNull(opening));
    }
    tally.tell();
    assertEquals(Map.of(), plot.holding(mark));
  }

  @Test
  void who_signed_in_or_does_not_want_to_be_counted_is_not() throws Exception {
    for (int i = 1; i <= 12; i++) {
      String address = "203.0.113." + i;
      for (Accounts account : List.of(Accounts.EDITOR, Accounts.CITIZEN)) {
        ask(
            Map.of("X-Forwarded-For", address, "Authorization", "Bearer " + account.token()),
            search("甲 " + mark));
      }
      ask(Map.of("X-Forwarded-For", address, "DNT", "1"), search("乙 " + mark));
      ask(Map.of("X-Forwarded-For", address, "Sec-GPC", "1"), search("丙 " + mark));
      ask(
          address,
          "{search(text:\"丁 " + mark + "\" filter:{regions:[\"" + VILLAGE + "\"]}){totalCount}}");
      ask(address, "{search(text:\"戊 " + mark + "\" kinds:[DISCLOSURE]){totalCount}}");
    }
    tally.tell();
    assertEquals(0, rows());
  }

  @Test
  void nobody_makes_a_crowd_of_themselves() throws Exception {
    for (int i = 1; i <= 12; i++) {
      // what a visitor wrote stands to the left of what the proxy saw
      ask("198.51.100." + i + ", 203.0.113.1", search("甲 " + mark));
      ask("2001:db8:1:23" + (10 + i) + ":" + i + "::1", search("乙 " + mark));
      ask("proxy.example.org", search("丙 " + mark));
    }
    tally.tell();
    assertEquals(0, rows());
  }

  @Test
  void todays_numbers_are_read_by_nobody() {
    for (Accounts account : List.of(Accounts.ANONYMOUS, Accounts.ADMIN)) {
      String answer =
          Portal.ask(account, "{searchAnalytics(until:\"2999-01-01\"){days{visitors}}}");
      assertTrue(answer.contains("BAD_INPUT"), answer);
    }
    visitorsAsk(12, "低保 " + mark);
    tally.tell();
    assertFalse(
        Portal.ask(Accounts.ADMIN, "{searchAnalytics(first:100){questions{text}}}").contains(mark));
  }

  @Test
  void what_is_opened_is_told_while_it_is_public() throws Exception {
    String code = Desk.fresh("AN");
    plot.plant(
        List.of(
            Planted.published(RecordKind.DISCLOSURE, code, "QY-MZJ", VILLAGE)
                .saying("公示 " + mark)));
    plot.awaitIndex();
    JsonPath found = ask("203.0.113.1", search("公示 " + mark));
    String opening = found.getString("data.search.edges[0].opening");
    assertEquals(
        opening,
        ask("203.0.113.2", search("公示 " + mark)).getString("data.search.edges[0].opening"),
        "a mark that differs would tell who asked");
    assertNull(
        Portal.json(Accounts.CITIZEN, search("公示 " + mark)).get("data.search.edges[0].opening"));
    visitorsAsk(30, "公示 " + mark);
    for (int i = 1; i <= 30; i++) {
      for (int again = 0; again < 2; again++) {
        assertTrue(
            ask("203.0.113." + i, "mutation{noteOpening(hit:\"" + opening + "\")}")
                .getBoolean("data.noteOpening"));
      }
    }
    dayIsOver();
    JsonPath told = told(Accounts.ANONYMOUS, "", "公示 " + mark);
    assertEquals(0, told.getInt("foundNothing"));
    assertEquals(List.of(code), told.getList("opened.code"));
    int visitors = told.getInt("opened[0].visitors");
    assertTrue(visitors == 25 || visitors == 30, "of 30 visitors: " + visitors);
    String address = "search-openings.csv?from=2026-01-05&until=2026-01-05";
    assertTrue(Portal.download(Accounts.ANONYMOUS, address).contains(code));
    plot.narrow(RecordKind.DISCLOSURE, code, Audience.INTERNAL);
    for (Accounts account : List.of(Accounts.ANONYMOUS, Accounts.STAFF)) {
      assertEquals(List.of(), told(account, "", "公示 " + mark).getList("opened"));
      assertFalse(Portal.download(account, address).contains(code));
    }
  }

  @Test
  void one_visitor_opens_a_hit_once_and_nobody_makes_marks() throws Exception {
    plot.plant(
        List.of(
            Planted.published(RecordKind.DISCLOSURE, Desk.fresh("AN"), "QY-MZJ", VILLAGE)
                .saying("公示 " + mark)));
    plot.awaitIndex();
    String opening =
        ask("203.0.113.1", search("公示 " + mark)).getString("data.search.edges[0].opening");
    for (int i = 0; i < 40; i++) {
      ask("203.0.113." + (i % 4), "mutation{noteOpening(hit:\"" + opening + "\")}");
    }
    tally.tell();
    assertEquals(
        0, plot.number("select count(*) from search_opened where question like '%" + mark + "%'"));
    String cursor =
        Portal.json(Accounts.ANONYMOUS, "{search(text:\"公示 " + mark + "\"){edges{cursor}}}")
            .getString("data.search.edges[0].cursor");
    for (String forged : List.of("AAAA", "", cursor, opening.substring(1) + "A")) {
      assertEquals(
          "BAD_INPUT",
          ask("203.0.113.1", "mutation{noteOpening(hit:\"" + forged + "\")}")
              .getString("errors[0].extensions.code"));
    }
  }

  @Test
  void an_administrator_silences_a_question_for_good() throws Exception {
    String mutation = "mutation{silenceSearchQuestion(text:\"低保 " + mark + "\" reason:\"有人刷量\")}";
    for (Accounts account : List.of(Accounts.ANONYMOUS, Accounts.EDITOR, Accounts.SUPERVISOR)) {
      String answer = Portal.ask(account, mutation);
      assertTrue(answer.contains("FORBIDDEN") || answer.contains("UNAUTHENTICATED"), answer);
    }
    visitorsAsk(12, "低保 " + mark);
    tally.tell();
    assertEquals(1, rows());
    assertTrue(Portal.json(Accounts.ADMIN, mutation).getBoolean("data.silenceSearchQuestion"));
    assertEquals(Map.of(), plot.holding(mark));
    for (int i = 1; i <= 20; i++) {
      ask("198.51.100." + i, search("低保 " + mark));
    }
    tally.tell();
    assertEquals(Map.of(), plot.holding(mark));
  }
}
