package org.heliograph.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file, read row by row. */
interface RowSource extends AutoCloseable {

  /** The next row; null at the end. Blank lines are passed over. */
  @Nullable FileRow next() throws IOException;

  /** The header as it stands in the file; empty where there is none. */
  default List<String> headings() {
    return List.of();
  }

  /** What stood in the file for the row that came last: its cells, or its one line. */
  List<String> cells();

  @Override
  void close() throws IOException;

  /** Names of the fields in the header or, in JSON Lines, in the first row that can be read. */
  static Set<String> firstNames(Path file) throws IOException {
    try (RowSource rows = open(file, List.of())) {
      for (FileRow row = rows.next(); row != null; row = rows.next()) {
        if (row.broken() == null) {
          var names = new java.util.LinkedHashSet<String>();
          row.fields().fieldNames().forEachRemaining(names::add);
          return names;
        }
      }
      return Set.of();
    }
  }

  /**
   * Opens a file by the ending of its name.
   *
   * @param columns of the kind that is read; empty to take headings as they are
   */
  static RowSource open(Path file, List<Column> columns) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return new JsonLines(file);
    }
    if (name.endsWith(".csv")) {
      return new CsvRows(file, columns);
    }
    if (name.endsWith(".xlsx")) {
      return new SpreadsheetRows(file, columns);
    }
    throw new ImportRefused(
        ImportRefused.Code.UNREADABLE,
        "%s is neither JSON Lines (.jsonl), CSV (.csv) nor a spreadsheet (.xlsx)"
            .formatted(file.getFileName()));
  }
}
