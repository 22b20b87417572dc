package org.heliograph.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.heliograph.support.Desk;
import org.heliograph.support.PackagedService;
import org.heliograph.support.Plot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar itself, killed in the middle of an import as a power cut would. */
@QuarkusTest
class KilledImportIT {
  private static final int ROWS = 20_000;
  private static final String RUN = Desk.fresh("KI");

  @TempDir Path directory;

  private PackagedService start(Path file) throws IOException {
    return PackagedService.command(
        directory.resolve("output"), "import", "statutes", file.toString());
  }

  @Test
  void a_killed_import_goes_on_and_loses_no_row_and_writes_none_twice() throws Exception {
    Path file = directory.resolve(RUN + ".jsonl");
    try (var out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < ROWS; i++) {
        out.write(
            "{\"id\": \"%s-%d\", \"law\": \"示范中断法\", \"article\": \"第%d条\", \"text\": \"中断与恢复%d\"}\n"
                .formatted(RUN, i, i, i));
      }
    }
    try (Plot plot = new Plot()) {
      String done =
          "select coalesce(max(rows_done), 0) from import_run where source_name = '"
              + RUN
              + ".jsonl'";
      PackagedService first = start(file);
      while (plot.number(done) == 0) {
        // watches another process's progress in the database; there is nothing to wait on
        assertTrue(first.process().isAlive(), first::said);
        Thread.sleep(10);
      }
      first.kill();
      long before = plot.number(done);
      assertTrue(before > 0 && before < ROWS, "killed in the middle, after " + before + " rows");
      assertEquals(before, count(plot), "what is noted as done is what is stored");

      PackagedService second = start(file);
      assertTrue(second.process().waitFor(3, TimeUnit.MINUTES), "the second run ends");
      assertEquals(0, second.process().exitValue(), second::said);
      assertTrue(second.said().contains("goes on from there"), second::said);
      assertFalse(second.said().contains("Exception"), second::said);
      assertEquals(ROWS, count(plot));
      assertEquals(
          ROWS,
          plot.number(
              "select count(distinct code) from statute_article where code like '" + RUN + "-%'"));
      assertEquals(
          ROWS,
          plot.number(
              "select accepted from import_run where finished_at is not null and source_name = '"
                  + RUN
                  + ".jsonl'"),
          "each row was accepted once");
    }
  }

  private static long count(Plot plot) throws Exception {
    return plot.number("select count(*) from statute_article where code like '" + RUN + "-%'");
  }
}
