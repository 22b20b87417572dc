package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code status}: each process of this checkout with its pid, age and memory. Ends with 0 when the
 * service's stack runs.
 */
final class StatusCommand {

  private final Layout layout;

  StatusCommand(Layout layout) {
    this.layout = layout;
  }

  int print(PrintStream out) {
    boolean running = print(layout, "", out);
    print(layout.forTests(), " (tests)", out);
    if (!running) {
      out.println("Not running: start with ./heliograph run");
    }
    return running ? 0 : 3;
  }

  private static boolean print(Layout stack, String suffix, PrintStream out) {
    boolean any = false;
    for (ServerKind kind : ServerKind.values()) {
      Optional<ProcessHandle> process = stack.pidFile(kind.key).owner();
      if (process.isPresent()) {
        any = true;
        out.printf(
            Locale.ROOT,
            "%-24s process %-8d up %-12s %s%n",
            kind.title + suffix,
            process.get().pid(),
            age(process.get()),
            memory(process.get()));
      }
    }
    return any;
  }

  private static String age(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(start -> Duration.ofSeconds(Duration.between(start, Instant.now()).toSeconds()))
        .map(duration -> duration.toString().substring(2).toLowerCase(Locale.ROOT))
        .orElse("?");
  }

  /**
   * Resident memory where the system tells it (Linux); PostgreSQL's is that of its first process
   * alone.
   */
  private static String memory(ProcessHandle process) {
    try {
      List<String> lines =
          Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
      return lines.stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
