package org.heliograph.embedded.launcher;

import java.io.PrintStream;
import java.util.Locale;

/** One line for each step, led by the seconds since the command began. */
final class Progress {

  private final PrintStream out;
  private final long startedAt;

  /**
   * @param startedAt epoch milliseconds, taken by the shell script before it looked for a JDK
   */
  Progress(PrintStream out, long startedAt) {
    this.out = out;
    this.startedAt = startedAt;
  }

  synchronized void say(String line) {
    out.printf(
        Locale.ROOT, "[%5.1f s] %s%n", (System.currentTimeMillis() - startedAt) / 1000.0, line);
    out.flush();
  }

  static String seconds(long sinceMillis) {
    return String.format(
        Locale.ROOT, "%.1f s", (System.currentTimeMillis() - sinceMillis) / 1000.0);
  }
}
