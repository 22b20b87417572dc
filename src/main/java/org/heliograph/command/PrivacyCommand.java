package org.heliograph.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.heliograph.privacy.Finding;
import org.heliograph.privacy.Measurement;
import org.heliograph.privacy.document.DocumentScan;
import org.heliograph.privacy.document.ScanResult;
import org.heliograph.shared.Problem;

/**
 * {@code privacy}: scans documents, or measures the scan. Needs neither the application nor a
 * database, so that it can be tried on any machine. It prints places and masks, never values.
 */
final class PrivacyCommand {
  /**
   * What reads documents would print the bytes that it stumbles over. Held, or they are forgotten.
   */
  private static final List<Logger> SILENT =
      List.of(
          Logger.getLogger("org.apache.pdfbox"),
          Logger.getLogger("org.apache.fontbox"),
          Logger.getLogger("org.apache.poi"),
          Logger.getLogger("org.apache.tika"));

  private final PrintStream out;
  private final PrintStream err;

  PrivacyCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  Exit run(CommandLine.Privacy command) {
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
    try {
      return command.measure() ? measure(command.files()) : scan(command.files());
    } catch (IOException | Problem e) {
      err.println("heliograph: " + Failure.sentence(e));
      return Exit.FAILED;
    }
  }

  private Exit measure(List<Path> files) throws IOException {
    var samples = new ArrayList<Measurement.Sample>();
    for (Path file : files) {
      samples.addAll(Measurement.read(file));
    }
    Measurement measurement = Measurement.of(samples);
    for (Measurement.Miss miss : measurement.misses()) {
      out.printf(
          "sample %d: %s %s%n",
          miss.sample(), miss.falseAlarm() ? "false alarm of" : "missed", miss.category());
    }
    out.print(measurement.table());
    return Exit.DONE;
  }

  private Exit scan(List<Path> files) throws IOException {
    Exit exit = Exit.DONE;
    for (Path file : files) {
      switch (new DocumentScan().scan(file)) {
        case ScanResult.Scanned scanned -> {
          print(file, scanned);
          if (!scanned.findings().isEmpty() && exit == Exit.DONE) {
            exit = Exit.PERSONAL_DATA;
          }
        }
        case ScanResult.Refused refused -> {
          out.printf("%s: refused, %s: %s.%n", file, refused.code(), refused.message());
          exit = Exit.FAILED;
        }
      }
    }
    return exit;
  }

  private void print(Path file, ScanResult.Scanned scanned) {
    out.printf(
        "%s: %s, %d findings%n",
        file, scanned.type(), scanned.findings().size() + scanned.unlisted());
    for (Finding finding : scanned.findings()) {
      out.printf(
          "  %s, characters %d to %d: %s %s %s%n",
          finding.place(),
          finding.start(),
          finding.end(),
          finding.category(),
          finding.severity(),
          finding.excerpt());
    }
    if (scanned.unlisted() > 0) {
      out.printf("  and %d more%n", scanned.unlisted());
    }
    for (String unread : scanned.unread()) {
      out.printf("  not read, look at it: %s%n", unread);
    }
  }
}
