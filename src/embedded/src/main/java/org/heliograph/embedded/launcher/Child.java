package org.heliograph.embedded.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A running process of a stack, remembered in a pid file from its first moment to its last. */
final class Child {

  /** Long enough for a first stop, in which a virtual machine also writes its class archive. */
  private static final Duration GRACE = Duration.ofSeconds(45);

  private static final int LOG_TAIL = 4;
  private static final Pattern CAUSE = Pattern.compile("^Caused by: |\\b(ERROR|FATAL|PANIC)\\b");

  private final Server server;
  private final Process process;
  private final PidFile pidFile;
  private final Path log;

  private Child(Server server, Process process, PidFile pidFile, Path log) {
    this.server = server;
    this.process = process;
    this.pidFile = pidFile;
    this.log = log;
  }

  static Child start(Server server, Layout layout) throws IOException {
    ServerKind kind = server.kind();
    ProcessSpec spec = server.process();
    Path log = layout.log(kind.key);
    Files.createDirectories(log.getParent());
    ProcessBuilder builder =
        new ProcessBuilder(spec.command())
            .directory(layout.checkout().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(spec.environment());
    Process process = builder.start();
    PidFile pidFile = layout.pidFile(kind.key);
    pidFile.write(process.toHandle(), spec.marker());
    return new Child(server, process, pidFile, log);
  }

  Server server() {
    return server;
  }

  ServerKind kind() {
    return server.kind();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void stop() {
    Processes.stop(process.toHandle(), kind().stop, GRACE);
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pidFile.delete();
  }

  /** Why the process is not there any more, with the end of its log. */
  Refusal obituary(String when, Layout layout) {
    StringBuilder text =
        new StringBuilder(
            "%s (process %d) ended %s with exit code %d: its log is %s; start again, or ./heliograph reset if it stays so."
                .formatted(
                    capitalised(kind().title),
                    process.pid(),
                    when,
                    process.exitValue(),
                    layout.shown(log)));
    logTail().forEach(line -> text.append("\n    ").append(line));
    return new Refusal(text.toString());
  }

  /** The log's last words: what it calls an error or a cause, or else simply its end. */
  private List<String> logTail() {
    try {
      List<String> lines =
          Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
      List<String> causes = lines.stream().filter(line -> CAUSE.matcher(line).find()).toList();
      List<String> told = causes.isEmpty() ? lines : causes;
      return told.subList(Math.max(0, told.size() - LOG_TAIL), told.size());
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
