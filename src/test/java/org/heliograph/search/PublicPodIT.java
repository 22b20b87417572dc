package org.heliograph.search;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RecordKind;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.PackagedService;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pod that serves the public: it holds the public tier's credential alone, and a proxy stands
 * where a secured cluster would refuse it everything else.
 */
@QuarkusTest
@TestProfile(PublicPodIT.Alone.class)
@QuarkusTestResource(value = RefusingProxy.class, restrictToAnnotatedClass = true)
class PublicPodIT {
  public static class Alone implements QuarkusTestProfile {}

  @TempDir Path directory;
  private final String run = Desk.fresh("PP");
  private final String mark = "zz" + run.substring(3).toLowerCase(Locale.ROOT);

  @BeforeEach
  void plant() throws Exception {
    try (Plot plot = new Plot();
        var feeding = PackagedService.serve(directory.resolve("output"), Map.of())) {
      plot.prepare();
      var rows = new ArrayList<Planted>();
      for (int i = 0; i < 5; i++) {
        var row =
            Planted.published(RecordKind.DISCLOSURE, run + "-" + i, "QY-MZJ", "990121101201")
                .saying("公开 " + mark);
        rows.add(i == 0 ? row.to(Audience.INTERNAL) : row);
      }
      plot.plant(rows);
      plot.awaitIndex();
      // the feeding pod makes what is missing of the indices first
      feeding.awaitSearch();
    }
  }

  private JsonPath search(Accounts account, String after) {
    return Portal.json(
        account,
        "{search(text: \"%s\", first: 1, facets: [KIND]%s) {totalCount nodes {code} pageInfo {hasNextPage endCursor}}}"
            .formatted(mark, after.isEmpty() ? "" : ", after: \"" + after + "\""));
  }

  @Test
  void it_serves_the_public_and_asks_for_nothing_else() {
    for (Accounts account : List.of(Accounts.ANONYMOUS, Accounts.CITIZEN)) {
      var codes = new ArrayList<String>();
      String after = "";
      JsonPath page;
      do {
        page = search(account, after);
        assertNull(page.get("errors"), page::prettify);
        assertEquals(4, page.getInt("data.search.totalCount"));
        codes.addAll(page.getList("data.search.nodes.code"));
        after = page.getString("data.search.pageInfo.endCursor");
      } while (page.getBoolean("data.search.pageInfo.hasNextPage"));
      assertEquals(
          List.of(run + "-1", run + "-2", run + "-3", run + "-4"),
          codes.stream().sorted().toList());
    }
    JsonPath staff = search(Accounts.STAFF, "");
    assertEquals("UNAVAILABLE", staff.getString("errors[0].extensions.code"));
    assertEquals(
        run + "-0",
        Portal.json(
                Accounts.STAFF,
                "{record(kind: DISCLOSURE, code: \"" + run + "-0\") {... on Disclosure {code}}}")
            .getString("data.record.code"),
        "lists and points answer officials from the database");
    String proxy = ConfigProvider.getConfig().getValue(RefusingProxy.ADDRESS, String.class);
    assertEquals("", given().baseUri(proxy).get("/refused").asString(), "it was refused nothing");
  }
}
