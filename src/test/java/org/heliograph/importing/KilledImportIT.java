package org.heliograph.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar itself, killed in the middle of an import as a power cut would. */
@QuarkusTest
class KilledImportIT {
  private static final int ROWS = 20_000;
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
  private static final String RUN = Desk.fresh("KI");

  @TempDir Path directory;

  private Process start(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(java(), "-Xmx256m", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile());
    var config = ConfigProvider.getConfig();
    var environment = builder.environment();
    environment.put(
        "HELIOGRAPH_DB_URL", config.getValue("quarkus.datasource.jdbc.url", String.class));
    environment.put(
        "HELIOGRAPH_DB_PASSWORD", config.getValue("quarkus.datasource.password", String.class));
    // the index is followed by the service under test
    environment.put("HELIOGRAPH_SEARCH_INDEX", "false");
    return builder.start();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private String output() throws IOException {
    return Files.readString(directory.resolve("output"));
  }

  @Test
  void a_killed_import_goes_on_and_loses_no_row_and_writes_none_twice() throws Exception {
    assertTrue(Files.exists(JAR), "the jar is packaged before integration tests: run mvn verify");
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
      Process first = start("import", "statutes", file.toString());
      while (plot.number(done) == 0) {
        // watches another process's progress in the database; there is nothing to wait on
        assertTrue(first.isAlive(), this::said);
        Thread.sleep(10);
      }
      first.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      long before = plot.number(done);
      assertTrue(before > 0 && before < ROWS, "killed in the middle, after " + before + " rows");
      assertEquals(before, count(plot), "what is noted as done is what is stored");

      Process second = start("import", "statutes", file.toString());
      assertTrue(second.waitFor(3, TimeUnit.MINUTES), "the second run ends");
      assertEquals(0, second.exitValue(), this::said);
      assertTrue(output().contains("goes on from there"), this::said);
      assertFalse(output().contains("Exception"), this::said);
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

  private String said() {
    try {
      return output();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static long count(Plot plot) throws Exception {
    return plot.number("select count(*) from statute_article where code like '" + RUN + "-%'");
  }
}
