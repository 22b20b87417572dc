package org.heliograph.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heliograph.export.ExportFormat;
import org.heliograph.export.Parameters;
import org.heliograph.search.RecordSearch;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.ReadStop;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.heliograph.visibility.Viewer;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchExportIT {
  private static final int FOUND = 3;
  @Inject RecordSearch search;
  @Inject HitViews views;

  private long export(String text, int most) throws IOException {
    var export = new SearchExport(search, views, () -> most);
    var out = new ByteArrayOutputStream();
    var rows =
        export.ask(
            new Parameters(Map.of("text", List.of(text), "kinds", List.of("DISCLOSURE"))),
            Viewer.anonymous(Instant.now()));
    var writer = ExportFormat.CSV.write(export.columns(), ExportFormat.Dress.USUAL, out);
    try {
      return rows.writeTo(writer, new ReadStop());
    } catch (Problem e) {
      writer.finish();
      assertEquals(1, out.toString(java.nio.charset.StandardCharsets.UTF_8).lines().count());
      throw e;
    }
  }

  @Test
  void a_search_that_finds_more_than_may_be_taken_away_is_refused_before_its_first_row()
      throws Exception {
    String run = Desk.fresh("EXMOST");
    try (var plot = new Plot()) {
      plot.prepare();
      var records = new ArrayList<Planted>();
      for (int i = 0; i < FOUND; i++) {
        records.add(
            Planted.published(RecordKind.DISCLOSURE, run + "-" + i, "QY-MZJ", "990121101000")
                .saying(run));
      }
      plot.plant(records);
      plot.awaitIndex();
    }
    Portal.awaitSearch();
    assertEquals(FOUND, export(run, FOUND));
    Problem refused = assertThrows(Problem.class, () -> export(run, FOUND - 1));
    assertEquals(Problem.Code.BAD_INPUT, refused.code());
    assertTrue(refused.getMessage().contains("at most " + (FOUND - 1)), refused.getMessage());
  }
}
