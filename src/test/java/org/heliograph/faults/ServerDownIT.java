package org.heliograph.faults;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.heliograph.shared.RecordKind;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.heliograph.support.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What still answers while a server is away, what says so, and that all is well afterwards. */
@QuarkusTest
class ServerDownIT {
  private static final List<String> FROM_THE_DATABASE =
      List.of(
          "{disclosures(first: 1) {totalCount nodes {code}}}",
          "{subsidySummary(groupBy: [YEAR]) {count}}",
          "{organisations(first: 1) {nodes {code}}}");

  private final String run = Desk.fresh("SD");
  private final String mark = "zz" + run.substring(3).toLowerCase(Locale.ROOT);

  @BeforeEach
  void plant_three() throws Exception {
    try (Plot plot = new Plot()) {
      plot.prepare();
      var rows = new java.util.ArrayList<Planted>();
      for (int i = 0; i < 3; i++) {
        rows.add(
            Planted.published(RecordKind.DISCLOSURE, run + "-" + i, "QY-MZJ", "990121101201")
                .saying("停机 " + mark));
      }
      plot.plant(rows);
      plot.awaitIndex();
    }
    await(() -> search("").get("errors") == null, "the indices are there");
  }

  private JsonPath search(String after) {
    return Portal.json(
        Accounts.ANONYMOUS,
        "{search(text: \"%s\", first: 1%s) {nodes {code} pageInfo {endCursor}}}"
            .formatted(mark, after.isEmpty() ? "" : ", after: \"" + after + "\""));
  }

  private static JsonPath answered(JsonPath answer) {
    assertNull(answer.get("errors"), answer::prettify);
    return answer;
  }

  private static String code(JsonPath answer) {
    return answer.getString("errors[0].extensions.code");
  }

  private static int ready() {
    return given().get("/q/health/ready").statusCode();
  }

  private static void await(BooleanSupplier condition, String what) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, what + ", within a minute");
      // a server starts or a pool notices; there is nothing to wait on
      Thread.sleep(100);
    }
  }

  @Test
  void without_elasticsearch_only_search_is_away() throws Exception {
    String second = answered(search("")).getString("data.search.pageInfo.endCursor");
    // the point in time that the second page opened is lost with the server
    String third = answered(search(second)).getString("data.search.pageInfo.endCursor");
    try (var hold = Server.ELASTICSEARCH.killAndHold()) {
      assertEquals("UNAVAILABLE", code(search("")));
      for (String query : FROM_THE_DATABASE) {
        assertNull(Portal.json(Accounts.ANONYMOUS, query).get("errors"), query);
      }
      assertEquals(200, ready(), "lists are answered: the pod keeps its traffic");
    }
    await(() -> search("").get("errors") == null, "search answers again");
    JsonPath lost = search(third);
    assertEquals("BAD_INPUT", code(lost));
    assertTrue(lost.getString("errors[0].message").contains("expired"), lost::prettify);
  }

  @Test
  void without_postgres_everything_says_so_and_comes_back() throws Exception {
    try (var hold = Server.POSTGRES.killAndHold()) {
      for (String query : FROM_THE_DATABASE) {
        assertEquals("UNAVAILABLE", code(Portal.json(Accounts.ANONYMOUS, query)), query);
      }
      assertEquals("UNAVAILABLE", code(search("")), "nothing is shown that is not confirmed");
      assertEquals(503, ready());
      assertEquals(200, given().get("/q/health/live").statusCode(), "a restart would not help");
    }
    await(() -> ready() == 200, "the pod is ready again");
    for (String query : FROM_THE_DATABASE) {
      assertNull(Portal.json(Accounts.ANONYMOUS, query).get("errors"), query);
    }
    assertEquals(1, answered(search("")).getList("data.search.nodes").size());
  }
}
