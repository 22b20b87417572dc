package org.heliograph.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where row errors go: a CSV file when one is wanted, otherwise the terminal, which after the first
 * few only counts.
 */
public final class ErrorReport implements AutoCloseable {
  private static final int MOST_SHOWN = 20;

  private final @Nullable CsvWriter csv;
  private final Consumer<String> terminal;
  private long shown;

  /**
   * @param file the CSV file, written anew; null for the terminal alone
   */
  public ErrorReport(@Nullable Path file, Consumer<String> terminal) throws IOException {
    this.terminal = terminal;
    csv = file == null ? null : CsvWriter.builder().build(file);
    if (csv != null) {
      csv.writeRecord("file", "row", "column", "value", "reason");
    }
  }

  void add(Path source, List<RowError> errors) {
    for (RowError error : errors) {
      if (csv != null) {
        csv.writeRecord(
            source.getFileName().toString(),
            Long.toString(error.row()),
            error.column(),
            error.value(),
            error.reason());
      } else if (shown < MOST_SHOWN) {
        terminal.accept(sentence(source, error));
      } else if (shown == MOST_SHOWN) {
        terminal.accept("… more rows are wrong: --errors FILE writes all of them to a CSV file");
      }
      shown++;
    }
  }

  private static String sentence(Path source, RowError error) {
    return "%s, row %d%s%s: %s"
        .formatted(
            source.getFileName(),
            error.row(),
            error.column().isEmpty() ? "" : ", " + error.column(),
            error.value().isEmpty() ? "" : " \"" + error.value() + "\"",
            error.reason());
  }

  /** What is reported so far reaches the file: an interrupted import leaves its report. */
  void flush() throws IOException {
    if (csv != null) {
      csv.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (csv != null) {
      csv.close();
    }
  }
}
