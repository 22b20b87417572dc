package org.heliograph.template;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.heliograph.importing.Column;
import org.heliograph.importing.Column.Shape;

/**
 * A table with headings, a row of explanations and nothing else. The importer passes over the
 * explanations, so that whoever fills the table in need not delete them.
 *
 * @param word the kind, as the importer names it
 * @param heading its name in Chinese
 * @param columns those that a table can carry
 * @param nested the names of those that need JSON Lines
 */
record Template(String word, String heading, List<Column> columns, List<String> nested) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Rows that are checked while they are filled in. */
  private static final int ROWS = 100_000;

  private static final int FIRST_ROW = 2;
  private static final double WIDTH = 18;

  Template {
    columns = List.copyOf(columns);
    nested = List.copyOf(nested);
  }

  static Template of(String word, String heading, List<Column> all) {
    return new Template(
        word,
        heading,
        all.stream().filter(column -> column.shape() != Shape.NESTED).toList(),
        all.stream()
            .filter(column -> column.shape() == Shape.NESTED)
            .map(Template::headingOf)
            .toList());
  }

  private static String headingOf(Column column) {
    return Objects.requireNonNullElse(column.label(), column.name());
  }

  private List<String> headings() {
    return columns.stream().map(Template::headingOf).toList();
  }

  private List<String> explanations() {
    var all = new ArrayList<String>();
    for (Column column : columns) {
      String note = column.guide().note();
      String form = !note.isEmpty() || column.shape() != Shape.DATE ? note : "日期，如 2026-03-31";
      if (form.isEmpty() && !column.guide().words().isEmpty()) {
        form = String.join("；", column.guide().words());
      }
      all.add((column.guide().required() ? "必填" : "选填") + (form.isEmpty() ? "" : "：" + form));
    }
    all.set(0, Column.EXPLANATION + " 说明行，可保留。" + all.getFirst());
    return all;
  }

  /** UTF-8 with a byte order mark, without which spreadsheet programs garble the headings. */
  void writeCsv(OutputStream stream) throws IOException {
    var out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    out.write(BYTE_ORDER_MARK);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(out);
    csv.writeRecord(headings());
    csv.writeRecord(explanations());
    out.flush();
  }

  /** With drop-down lists for closed sets, checks of dates, and text cells for codes. */
  void writeWorkbook(OutputStream stream) throws IOException {
    var workbook = new Workbook(stream, "Heliograph", "1.0");
    Worksheet sheet = workbook.newWorksheet(heading);
    Worksheet words = workbook.newWorksheet("取值与说明");
    sheet.freezePane(0, FIRST_ROW);
    List<String> headings = headings();
    List<String> explanations = explanations();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      sheet.style(i).format(column.shape() == Shape.DATE ? "yyyy-mm-dd" : "@").set();
      sheet.width(i, WIDTH);
      sheet.inlineString(0, i, headings.get(i));
      sheet.style(0, i).bold().set();
      sheet.inlineString(1, i, explanations.get(i));
      sheet.style(1, i).italic().wrapText(true).set();
      check(sheet, words, i, column);
    }
    if (!nested.isEmpty()) {
      words.inlineString(0, columns.size(), "表格不能填写、须用 JSON Lines 导入的内容");
      for (int i = 0; i < nested.size(); i++) {
        words.inlineString(i + 1, columns.size(), nested.get(i));
      }
    }
    workbook.finish();
  }

  private static void check(Worksheet sheet, Worksheet words, int at, Column column) {
    var range = sheet.range(FIRST_ROW, at, ROWS, at);
    List<String> choices = column.guide().words();
    words.inlineString(0, at, headingOf(column));
    for (int i = 0; i < choices.size(); i++) {
      words.inlineString(i + 1, at, choices.get(i));
    }
    if (!choices.isEmpty()) {
      range
          .validateWithList(words.range(1, at, choices.size(), at))
          .allowBlank(true)
          .showErrorMessage(true)
          .errorTitle("取值不在列表中")
          .error("请从下拉列表中选择");
    } else if (column.shape() == Shape.DATE) {
      String cell = columnName(at) + (FIRST_ROW + 1);
      range
          .validateWithFormula("OR(ISNUMBER(%1$s),ISNUMBER(DATEVALUE(%1$s)))".formatted(cell))
          .allowBlank(true)
          .showErrorMessage(true)
          .errorTitle("不是日期")
          .error("请填写日期，如 2026-03-31");
    }
  }

  private static String columnName(int at) {
    return at < 26
        ? String.valueOf((char) ('A' + at))
        : columnName(at / 26 - 1) + (char) ('A' + at % 26);
  }
}
