package org.heliograph.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.heliograph.export.ExportFormat.Dress;
import org.heliograph.shared.China;
import org.jspecify.annotations.Nullable;

/**
 * An .xlsx workbook, written row by row. Text is typed as text, so that codes keep their digits and
 * no formula runs; amounts are numbers with two places, dates are dates. What does not fit on a
 * sheet goes on to the next one.
 */
final class SpreadsheetTable implements RowWriter {
  /** Of a sheet; its first row is the heading. */
  static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;

  /** Characters of a cell; a program refuses a workbook that has more in one. */
  static final int LONGEST = 32_767;

  private static final int FLUSH_EVERY = 200;

  private final List<? extends ExportColumn<?>> columns;
  private final Dress dress;
  private final Workbook workbook;
  private final int mostRows;
  private Worksheet sheet;
  private int sheets = 0;
  private int rows = 0;

  SpreadsheetTable(List<? extends ExportColumn<?>> columns, Dress dress, OutputStream out)
      throws IOException {
    this(columns, dress, out, MOST_ROWS);
  }

  SpreadsheetTable(
      List<? extends ExportColumn<?>> columns, Dress dress, OutputStream out, int mostRows) {
    this.columns = columns;
    this.dress = dress;
    this.mostRows = mostRows;
    workbook = new Workbook(out, "Heliograph", "1.0");
    sheet = nextSheet();
  }

  private Worksheet nextSheet() {
    sheets++;
    rows = 0;
    Worksheet next = workbook.newWorksheet(dress.chinese() ? "数据" + sheets : "data" + sheets);
    next.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      ExportColumn<?> column = columns.get(i);
      next.inlineString(0, i, dress.chinese() ? column.heading() : column.name());
      next.style(0, i).bold().set();
    }
    return next;
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    if (rows == mostRows) {
      sheet.finish();
      sheet = nextSheet();
    }
    rows++;
    for (int i = 0; i < columns.size(); i++) {
      Object value = values.get(i);
      if (value != null) {
        cell(i, columns.get(i), value);
      }
    }
    if (rows % FLUSH_EVERY == 0) {
      sheet.flush();
    }
  }

  private void cell(int at, ExportColumn<?> column, Object value) {
    switch (column.type()) {
      case TEXT, NESTED -> sheet.inlineString(rows, at, fitting(column.text().apply(value)));
      case WORD -> sheet.inlineString(rows, at, value.toString());
      case INTEGER -> sheet.value(rows, at, (Number) value);
      case AMOUNT -> {
        sheet.value(rows, at, (BigDecimal) value);
        sheet.style(rows, at).format("0.00").set();
      }
      case DATE -> {
        sheet.value(rows, at, (LocalDate) value);
        sheet.style(rows, at).format("yyyy-mm-dd").set();
      }
      case INSTANT -> {
        sheet.value(rows, at, LocalDateTime.ofInstant((Instant) value, China.ZONE));
        sheet.style(rows, at).format("yyyy-mm-dd hh:mm:ss").set();
      }
      case BOOLEAN -> sheet.value(rows, at, (Boolean) value);
    }
  }

  /** A longer text is cut where the reader sees it, with word of where the whole stands. */
  private static String fitting(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    String mark = "……〔此处截断，全文共%d字，见 CSV 或 JSONL〕".formatted(text.length());
    int end = LONGEST - mark.length();
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + mark;
  }

  @Override
  public void finish() throws IOException {
    workbook.finish();
  }
}
