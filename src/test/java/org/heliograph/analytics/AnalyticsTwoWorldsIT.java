package org.heliograph.analytics;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.Stage;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.Test;

/**
 * A question that matches hidden records alone is told exactly as one that matches none: in the
 * answers, in the statistics and in their files.
 */
@QuarkusTest
class AnalyticsTwoWorldsIT {
  private static final int VISITORS = 14;

  @Inject SearchTally tally;

  private static String letters() {
    return Long.toString(System.nanoTime(), 26)
        .chars()
        .mapToObj(c -> String.valueOf((char) (c <= '9' ? c - '0' + 'q' : c)))
        .reduce("yy", String::concat);
  }

  @Test
  void what_is_hidden_and_what_is_not_there_are_told_alike() throws Exception {
    String hidden = "核查 " + letters() + "a";
    String absent = "核查 " + letters() + "b";
    try (var plot = new Plot()) {
      plot.prepare();
      Portal.awaitSearch();
      var records = new ArrayList<Planted>();
      for (RecordKind kind :
          List.of(RecordKind.DISCLOSURE, RecordKind.POWER_ITEM, RecordKind.CASE_OUTCOME)) {
        Planted open =
            Planted.published(kind, Desk.fresh("AT"), "QY-MZJ", "990121101201").saying(hidden);
        records.add(open.to(Audience.INTERNAL));
        records.add(
            Planted.published(kind, Desk.fresh("AT"), "QY-MZJ", "990121101201")
                .saying(hidden)
                .to(Audience.RESTRICTED));
        records.add(
            Planted.published(kind, Desk.fresh("AT"), "QY-MZJ", "990121101201")
                .saying(hidden)
                .in(Stage.DRAFT));
      }
      plot.plant(records);
      plot.awaitIndex();
      assertTrue(
          Portal.ask(Accounts.SUPERVISOR, search(hidden)).contains("AT-"),
          "the hidden records are found by those who may see them");
      for (int i = 1; i <= VISITORS; i++) {
        assertEquals(ask(i, absent), ask(i, hidden));
      }
      // those who see the records ask as well, and are not counted
      for (int i = 0; i < VISITORS; i++) {
        Portal.ask(Accounts.SUPERVISOR, search(hidden));
      }
      tally.tell();
      for (String question : List.of(hidden, absent)) {
        assertEquals(
            1,
            plot.number(
                "select count(*) from search_asked where question = '"
                    + question
                    + "' and asked in (10, 5) and nothing = asked and day >= current_date - 1"),
            question);
        plot.run(
            "update search_asked set day = date '2026-01-06', asked = 10, nothing = 10, median_ms = 20, slow_ms = null where question = ?",
            question);
      }
      assertEquals(
          0,
          plot.number(
              "select count(*) from search_opened where question in ('"
                  + hidden
                  + "', '"
                  + absent
                  + "')"));
      for (Accounts account : List.of(Accounts.ANONYMOUS, Accounts.EDITOR, Accounts.ADMIN)) {
        assertEquals(told(account, absent), told(account, hidden), account.name());
        assertEquals(line(account, absent), line(account, hidden), account.name());
      }
    }
  }

  private static String search(String text) {
    return "{search(text:\""
        + text
        + "\"){totalCount edges{opening node{code}} nearest{text totalCount}}}";
  }

  private static String ask(int visitor, String text) {
    return given()
        .contentType("application/json")
        .accept("application/json")
        .header("X-Forwarded-For", "203.0.113." + visitor)
        .body(Map.of("query", search(text)))
        .post("/graphql")
        .asString();
  }

  /** What is told of the question, without its words. */
  private static String told(Accounts account, String question) {
    List<Map<String, Object>> all =
        Portal.json(
                account,
                "{searchAnalytics(from:\"2026-01-06\" until:\"2026-01-06\" first:100){questions{text visitors foundNothing medianMillis slowMillis opened{code}}}}")
            .getList("data.searchAnalytics.questions");
    return all.stream()
        .filter(each -> question.equals(each.get("text")))
        .findFirst()
        .orElseThrow()
        .toString()
        .replace(question, "");
  }

  private static String line(Accounts account, String question) {
    return Portal.download(account, "search-questions.csv?from=2026-01-06&until=2026-01-06")
        .lines()
        .filter(each -> each.contains(question))
        .findFirst()
        .orElseThrow()
        .replace(question, "");
  }
}
