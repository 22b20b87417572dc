package org.heliograph.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.heliograph.export.ExportFormat.Dress;
import org.heliograph.visibility.FieldClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One row of every type, in every format. */
class RowWriterTest {
  private record Pair(String law, String article) {}

  private static final List<ExportColumn<Object>> COLUMNS =
      List.of(
          column("code", "编号", org.heliograph.export.CellType.TEXT),
          column("status", "状态", org.heliograph.export.CellType.WORD),
          column("year", "年度", org.heliograph.export.CellType.INTEGER),
          column("amount", "金额", org.heliograph.export.CellType.AMOUNT),
          column("paidOn", "日期", org.heliograph.export.CellType.DATE),
          column("at", "时间", org.heliograph.export.CellType.INSTANT),
          column("shown", "公开", org.heliograph.export.CellType.BOOLEAN),
          column("bases", "依据", org.heliograph.export.CellType.NESTED));

  private static final List<@Nullable Object> ROW =
      List.of(
          "110000000000000000123",
          FieldClass.OPEN,
          2026,
          new BigDecimal("-1200.50"),
          LocalDate.parse("2026-03-01"),
          Instant.parse("2026-03-01T16:30:00Z"),
          true,
          List.of(new Pair("示例法", "第一条"), new Pair("=1", "第\"二\"条")));

  private static ExportColumn<Object> column(
      String name, String heading, org.heliograph.export.CellType type) {
    return new ExportColumn<>(
        name,
        heading,
        "",
        type,
        FieldClass.OPEN,
        List.of(),
        each -> each,
        value -> value instanceof List<?> list ? ((Pair) list.getLast()).law() : value.toString());
  }

  private static byte[] write(
      ExportFormat format, Dress dress, List<? extends List<@Nullable Object>> rows)
      throws IOException {
    var out = new ByteArrayOutputStream();
    RowWriter writer = format.write(COLUMNS, dress, out);
    for (List<@Nullable Object> row : rows) {
      writer.row(row);
    }
    writer.finish();
    return out.toByteArray();
  }

  private static String text(ExportFormat format, Dress dress, List<@Nullable Object> row)
      throws IOException {
    return new String(write(format, dress, List.of(row)), StandardCharsets.UTF_8);
  }

  private static final List<@Nullable Object> EMPTY = Arrays.asList(new Object[8]);

  @Test
  void csv_keeps_to_rfc_4180_and_leaves_numbers_alone() throws IOException {
    assertEquals(
        "\uFEFF编号,状态,年度,金额,日期,时间,公开,依据\r\n"
            + "110000000000000000123,OPEN,2026,-1200.50,2026-03-01,2026-03-01T16:30:00Z,true,'=1\r\n",
        text(ExportFormat.CSV, Dress.USUAL, ROW));
    assertEquals(
        "code,status,year,amount,paidOn,at,shown,bases\r\n,,,,,,,\r\n",
        text(ExportFormat.CSV, new Dress(false, false), EMPTY));
  }

  @Test
  void csv_quotes_what_would_fall_apart() throws IOException {
    var row = new ArrayList<@Nullable Object>(EMPTY);
    row.set(0, "甲,乙\r\n\"丙\"");
    String csv = text(ExportFormat.CSV, new Dress(false, false), row);
    assertTrue(csv.contains("\"甲,乙\r\n\"\"丙\"\"\""), csv);
  }

  @Test
  void json_lines_carry_types_and_structure_and_no_apostrophes() throws IOException {
    assertEquals(
        "{\"code\":\"110000000000000000123\",\"status\":\"OPEN\",\"year\":2026,\"amount\":\"-1200.50\","
            + "\"paidOn\":\"2026-03-01\",\"at\":\"2026-03-01T16:30:00Z\",\"shown\":true,"
            + "\"bases\":[{\"law\":\"示例法\",\"article\":\"第一条\"},{\"law\":\"=1\",\"article\":\"第\\\"二\\\"条\"}]}\n",
        text(ExportFormat.JSONL, Dress.USUAL, ROW));
    assertEquals(
        "{\"code\":null,\"status\":null,\"year\":null,\"amount\":null,\"paidOn\":null,\"at\":null,\"shown\":null,\"bases\":null}\n",
        text(ExportFormat.JSONL, Dress.USUAL, EMPTY));
  }

  @Test
  void a_workbook_types_text_as_text_amounts_as_numbers_and_dates_as_dates() throws IOException {
    List<Row> rows = sheets(write(ExportFormat.XLSX, Dress.USUAL, List.of(ROW, EMPTY))).getFirst();
    assertEquals("编号", rows.getFirst().getCellText(0));
    Row row = rows.get(1);
    Cell code = row.getCell(0);
    assertEquals(CellType.STRING, code.getType());
    assertEquals("110000000000000000123", code.getText());
    assertEquals(CellType.NUMBER, row.getCell(3).getType());
    assertEquals(0, new BigDecimal("-1200.50").compareTo(row.getCell(3).asNumber()));
    assertEquals("0.00", row.getCell(3).getDataFormatString());
    assertEquals(LocalDate.parse("2026-03-01"), row.getCell(4).asDate().toLocalDate());
    assertEquals(LocalDateTime.parse("2026-03-02T00:30:00"), row.getCell(5).asDate());
    assertEquals(CellType.BOOLEAN, row.getCell(6).getType());
    assertEquals(CellType.STRING, row.getCell(7).getType());
    assertEquals("=1", row.getCell(7).getText());
  }

  @Test
  void what_does_not_fit_on_a_sheet_goes_on_to_the_next() throws IOException {
    var out = new ByteArrayOutputStream();
    var table = new SpreadsheetTable(COLUMNS, Dress.USUAL, out, 3);
    for (int i = 0; i < 7; i++) {
      var row = new ArrayList<@Nullable Object>(EMPTY);
      row.set(0, "R" + i);
      table.row(row);
    }
    table.finish();
    var codes = new ArrayList<String>();
    for (List<Row> sheet : sheets(out.toByteArray())) {
      assertEquals("编号", sheet.getFirst().getCellText(0));
      sheet.stream().skip(1).forEach(row -> codes.add(row.getCellText(0)));
    }
    assertEquals(List.of("R0", "R1", "R2", "R3", "R4", "R5", "R6"), codes);
  }

  @Test
  void a_text_too_long_for_a_cell_says_that_it_is_cut() throws IOException {
    var row = new ArrayList<@Nullable Object>(EMPTY);
    row.set(0, "𠀀".repeat(20_000));
    String cell =
        sheets(write(ExportFormat.XLSX, Dress.USUAL, List.of(row)))
            .getFirst()
            .get(1)
            .getCellText(0);
    assertTrue(cell.length() <= SpreadsheetTable.LONGEST);
    assertTrue(cell.endsWith("〔此处截断，全文共40000字，见 CSV 或 JSONL〕"), () -> cell.substring(32_000));
  }

  @Test
  void characters_that_xml_cannot_hold_do_not_break_the_workbook() throws IOException {
    var row = new ArrayList<@Nullable Object>(EMPTY);
    row.set(0, "甲\u0001\u000B乙\uFFFE<&>");
    String cell =
        sheets(write(ExportFormat.XLSX, Dress.USUAL, List.of(row)))
            .getFirst()
            .get(1)
            .getCellText(0);
    assertTrue(cell.startsWith("甲") && cell.endsWith("<&>"), cell);
  }

  private static List<List<Row>> sheets(byte[] file) throws IOException {
    try (var workbook =
        new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
      return workbook
          .getSheets()
          .map(sheet -> {
            try {
              return sheet.read();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          })
          .toList();
    }
  }
}
