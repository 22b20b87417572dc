package org.heliograph.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.heliograph.importing.Column.Shape;
import org.heliograph.importing.ImportRefused.Code;
import org.jspecify.annotations.Nullable;

/** The first sheet of an .xlsx workbook, its first row the header. */
final class SpreadsheetRows implements RowSource {
  /** A spreadsheet's numbers are exact up to here; longer ones have lost their end. */
  private static final int EXACT_DIGITS = 15;

  private final String name;
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final Headings headings;
  private List<String> cells = List.of();

  SpreadsheetRows(Path file, List<Column> columns) throws IOException {
    name = String.valueOf(file.getFileName());
    workbook = reading(() -> new ReadableWorkbook(file.toFile()));
    stream = reading(() -> workbook.getFirstSheet().openStream());
    rows = stream.iterator();
    if (!hasNext()) {
      throw new ImportRefused(
          Code.EMPTY, "the first sheet of %s is empty: it begins with a header".formatted(name));
    }
    var names = new ArrayList<String>();
    Row header = reading(rows::next);
    for (int i = 0; i < header.getCellCount(); i++) {
      names.add(header.getOptionalCell(i).map(Cell::getText).orElse(""));
    }
    headings = new Headings(names, columns);
  }

  /** What cannot be taken apart is damaged: trying once more would not mend it. */
  private <T> T reading(Callable<T> part) {
    try {
      return part.call();
    } catch (Exception e) {
      // fastexcel wraps the archive's and the XML's exceptions, and lets those of numbers pass
      throw new ImportRefused(
          Code.UNREADABLE,
          "%s is no readable .xlsx workbook: open it and save it again, without a password"
              .formatted(name));
    }
  }

  private boolean hasNext() {
    return reading(rows::hasNext);
  }

  @Override
  public @Nullable FileRow next() {
    while (hasNext()) {
      Row row = reading(rows::next);
      if (Headings.isExplanation(row.getOptionalCell(0).map(Cell::getText).orElse(""))) {
        continue;
      }
      var fields = JsonNodeFactory.instance.objectNode();
      var texts = new ArrayList<String>();
      for (int i = 0; i < Math.min(row.getCellCount(), headings.size()); i++) {
        texts.add(text(row, i));
      }
      cells = texts;
      String broken = fill(row, fields);
      if (broken != null) {
        return new FileRow(row.getRowNum(), JsonNodeFactory.instance.objectNode(), broken);
      }
      if (!fields.isEmpty()) {
        return new FileRow(row.getRowNum(), fields, null);
      }
    }
    return null;
  }

  @Override
  public List<String> headings() {
    return headings.given();
  }

  @Override
  public List<String> cells() {
    return cells;
  }

  /** As it was entered; of a number that has lost digits, what is left. */
  private String text(Row row, int at) {
    Cell cell = row.getOptionalCell(at).orElse(null);
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    String value = cell.getType() == CellType.ERROR ? null : value(cell, headings.shape(at));
    return value == null ? cell.getText() : value;
  }

  private @Nullable String fill(Row row, ObjectNode fields) {
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getOptionalCell(i).orElse(null);
      if (cell == null || cell.getType() == CellType.EMPTY || cell.getText().isBlank()) {
        continue;
      }
      if (i < headings.size() && headings.isRemark(i)) {
        continue;
      }
      if (i >= headings.size() || headings.name(i).isEmpty()) {
        return "column %d has no heading".formatted(i + 1);
      }
      String name = headings.name(i);
      if (cell.getType() == CellType.ERROR) {
        return "\"%s\" holds an error value".formatted(name);
      }
      String value = value(cell, headings.shape(i));
      if (value == null) {
        return "\"%s\" is a number of more than %d digits, of which the spreadsheet has lost the last: format the column as text and enter it again"
            .formatted(name, EXACT_DIGITS);
      }
      fields.put(name, value);
    }
    return null;
  }

  private static @Nullable String value(Cell cell, Shape shape) {
    // of a formula, the value that the spreadsheet last computed
    if (!(cell.getValue() instanceof BigDecimal number)) {
      return cell.getText();
    }
    if (shape == Shape.DATE) {
      try {
        return cell.asDate().toLocalDate().toString();
      } catch (DateTimeException | ExcelReaderException e) {
        return number.toPlainString();
      }
    }
    BigDecimal plain = number.stripTrailingZeros();
    return plain.precision() > EXACT_DIGITS && plain.scale() <= 0 ? null : tidy(plain);
  }

  /** A binary fraction such as 615.1000000000001 is what somebody entered as 615.10. */
  private static String tidy(BigDecimal number) {
    return number.precision() <= EXACT_DIGITS
        ? number.toPlainString()
        : number
            .round(new java.math.MathContext(EXACT_DIGITS))
            .stripTrailingZeros()
            .toPlainString();
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
