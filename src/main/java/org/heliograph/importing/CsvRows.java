package org.heliograph.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.heliograph.importing.ImportRefused.Code;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header, commas and UTF-8. */
final class CsvRows implements RowSource {
  private static final char UNREADABLE = '\uFFFD';
  private final CsvRecords records;
  private final Headings headings;
  private List<String> cells = List.of();

  CsvRows(Path file, List<Column> columns) throws IOException {
    records = new CsvRecords(file);
    try {
      headings = header(file, columns);
    } catch (IOException | RuntimeException e) {
      records.close();
      throw e;
    }
  }

  private Headings header(Path file, List<Column> columns) throws IOException {
    CsvRecords.Parsed header = records.next();
    if (header == null) {
      throw new ImportRefused(
          Code.EMPTY, "%s is empty: a CSV file begins with a header".formatted(file.getFileName()));
    }
    if (header.broken() != null) {
      throw new ImportRefused(Code.HEADER, "the header cannot be taken apart: " + header.broken());
    }
    if (header.cells().stream().anyMatch(cell -> cell.indexOf(UNREADABLE) >= 0)) {
      throw new ImportRefused(
          Code.ENCODING,
          "the header is not UTF-8, the file is probably GBK or UTF-16: save it as CSV UTF-8");
    }
    return new Headings(header.cells(), columns);
  }

  @Override
  public List<String> headings() {
    return headings.given();
  }

  @Override
  public List<String> cells() {
    return cells;
  }

  @Override
  public @Nullable FileRow next() throws IOException {
    CsvRecords.Parsed csv = records.next();
    if (csv != null && !csv.cells().isEmpty() && Headings.isExplanation(csv.cells().getFirst())) {
      csv = records.next();
    }
    if (csv == null) {
      return null;
    }
    cells = csv.cells();
    if (csv.broken() != null) {
      return broken(csv, csv.broken());
    }
    if (cells.size() != headings.size()) {
      return broken(
          csv,
          "the row has %d cells and the header %d: check commas and quotation marks"
              .formatted(cells.size(), headings.size()));
    }
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < cells.size(); i++) {
      String value = cells.get(i);
      if (value.indexOf(UNREADABLE) >= 0) {
        return broken(csv, "the row is not UTF-8: save the file as CSV UTF-8");
      }
      if (!value.isBlank() && !headings.isRemark(i)) {
        if (headings.name(i).isEmpty()) {
          return broken(csv, "column %d has no heading".formatted(i + 1));
        }
        fields.put(headings.name(i), value);
      }
    }
    return new FileRow(csv.line(), fields, null);
  }

  private static FileRow broken(CsvRecords.Parsed csv, String reason) {
    return new FileRow(csv.line(), JsonNodeFactory.instance.objectNode(), reason);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
