package org.heliograph.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged jar with the small sample in a database and indices of its own. */
public final class SampleService {
  private static final Path SAMPLE = Path.of("src/embedded/sample/small");

  private SampleService() {}

  /**
   * Returns when all of the sample is found.
   *
   * @param name of the database, and the first word of the indices
   */
  public static PackagedService start(String name, Path directory) throws Exception {
    return start(name, directory, Map.of());
  }

  /** The same with other settings as well. */
  public static PackagedService start(String name, Path directory, Map<String, String> more)
      throws Exception {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("HELIOGRAPH_DB_URL", database(name));
    settings.put("HELIOGRAPH_SEARCH_PREFIX", name);
    settings.put("HELIOGRAPH_MIGRATE", "true");
    PackagedService service = PackagedService.serve(directory.resolve("service"), settings);
    var command =
        PackagedService.command(
            directory.resolve("import"),
            settings,
            "import",
            "all",
            SAMPLE.toString(),
            "--publish",
            "--reason",
            "sample",
            "--wait-indexed",
            "60");
    assertTrue(command.process().waitFor(2, TimeUnit.MINUTES), command::said);
    assertEquals(0, command.process().exitValue(), command::said);
    service.awaitSearch();
    return service;
  }

  /** A fresh one beside that of the other tests; it goes with the stack's data. */
  private static String database(String name) throws Exception {
    String url = System.getenv("HELIOGRAPH_DB_URL");
    try (var connection =
            DriverManager.getConnection(
                url.replaceFirst("/[^/]+$", "/postgres"),
                "postgres",
                Server.secrets().getProperty("POSTGRES_SUPERUSER"));
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
      statement.execute("create database " + name + " owner heliograph_owner");
    }
    return url.replaceFirst("/[^/]+$", "/" + name);
  }
}
