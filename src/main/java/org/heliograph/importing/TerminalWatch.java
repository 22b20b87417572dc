package org.heliograph.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;

/** Tells whoever sits at the terminal how an import gets on. */
final class TerminalWatch implements ImportWatch {
  private static final long SAY_EVERY_NANOS = Duration.ofSeconds(2).toNanos();

  private final Path file;
  private final ErrorReport report;
  private final Consumer<String> say;
  private long lastSaid = System.nanoTime();
  private long saidAtRow;

  TerminalWatch(Path file, ErrorReport report, Consumer<String> say) {
    this.file = file;
    this.report = report;
    this.say = say;
  }

  @Override
  public void refused(List<RowError> errors) {
    report.add(file, errors);
  }

  @Override
  public void saving(StatelessSession session, Progress soFar, List<RowError> refused) {
    report.add(file, refused);
  }

  @Override
  public void progress(Progress soFar) throws IOException {
    report.flush();
    long now = System.nanoTime();
    if (now - lastSaid >= SAY_EVERY_NANOS) {
      double seconds = (now - lastSaid) / 1e9;
      say.accept(
          String.format(
              Locale.ROOT,
              "%,d rows, %,.0f rows/s, %,d rejected",
              soFar.read(),
              (soFar.read() - saidAtRow) / seconds,
              soFar.refused()));
      lastSaid = now;
      saidAtRow = soFar.read();
    }
  }
}
