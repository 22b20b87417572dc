package org.heliograph.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The servers under the tests, to be killed as a power cut would. {@code ./heliograph test} starts
 * a killed one again, unless it is held down.
 */
public enum Server {
  POSTGRES,
  ELASTICSEARCH,
  KEYCLOAK;

  private static Path stack() {
    String stack = System.getenv("HELIOGRAPH_TEST_STACK");
    if (stack == null) {
      throw new AssertionError(
          "fault tests run under ./heliograph test, which starts servers anew");
    }
    return Path.of(stack);
  }

  /** The passwords of the stack. */
  public static Properties secrets() throws IOException {
    var secrets = new Properties();
    try (var in = Files.newInputStream(stack().resolve("secrets.properties"))) {
      secrets.load(in);
    }
    return secrets;
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** kill -9, and gone when this returns. */
  public void kill() throws Exception {
    Path file = stack().resolve("run").resolve(key() + ".pid");
    long pid = Long.parseLong(Files.readAllLines(file).getFirst());
    ProcessHandle process =
        ProcessHandle.of(pid).orElseThrow(() -> new AssertionError(this + " does not run"));
    process.destroyForcibly();
    process.onExit().get(10, TimeUnit.SECONDS);
  }

  /** Kills it and keeps it down until the hold is closed. */
  public Hold killAndHold() throws Exception {
    Path file = stack().resolve("hold").resolve(key());
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    kill();
    return () -> Files.deleteIfExists(file);
  }

  /** Keeps a server down. */
  public interface Hold extends AutoCloseable {
    @Override
    void close() throws IOException;
  }
}
