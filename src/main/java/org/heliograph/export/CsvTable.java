package org.heliograph.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.heliograph.export.ExportFormat.Dress;
import org.jspecify.annotations.Nullable;

/** RFC 4180: commas, CRLF, quotation marks where they are needed, UTF-8. */
final class CsvTable implements RowWriter {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final List<? extends ExportColumn<?>> columns;
  private final Writer out;
  private final CsvWriter csv;
  private final String[] cells;

  CsvTable(List<? extends ExportColumn<?>> columns, Dress dress, OutputStream stream)
      throws IOException {
    this.columns = columns;
    this.cells = new String[columns.size()];
    out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    if (dress.bom()) {
      out.write(BYTE_ORDER_MARK);
    }
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(out);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = dress.chinese() ? columns.get(i).heading() : columns.get(i).name();
    }
    csv.writeRecord(cells);
  }

  @Override
  public void row(List<@Nullable Object> values) {
    for (int i = 0; i < cells.length; i++) {
      Object value = values.get(i);
      cells[i] = value == null ? "" : text(columns.get(i), value);
    }
    csv.writeRecord(cells);
  }

  /** What a column's value is in a table without types. */
  private static String text(ExportColumn<?> column, Object value) {
    return switch (column.type()) {
      case TEXT, NESTED -> Formula.neutralised(column.text().apply(value));
      case AMOUNT -> ((BigDecimal) value).toPlainString();
      case WORD, INTEGER, DATE, INSTANT, BOOLEAN -> value.toString();
    };
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
