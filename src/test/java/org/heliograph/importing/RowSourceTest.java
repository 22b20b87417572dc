package org.heliograph.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSourceTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("code").labelled("编号"),
          Column.text("name").labelled("姓名").hidden(),
          Column.text("amount").labelled("补贴金额"),
          Column.date("paidOn").labelled("发放日期"),
          Column.nested("steps"));

  @TempDir Path directory;

  private List<FileRow> rows(Path file) throws IOException {
    var all = new ArrayList<FileRow>();
    try (RowSource source = RowSource.open(file, COLUMNS)) {
      for (FileRow row = source.next(); row != null; row = source.next()) {
        all.add(row);
      }
    }
    return all;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  @Test
  void a_broken_line_spoils_no_other() throws Exception {
    var rows =
        rows(
            write(
                "a.jsonl",
                "\uFEFF{\"code\": \"A\"}\r\n\n{\"code\": \"B\", \"name\": \"张三\n[1]\n{\"code\": \"C\", \"code\": \"D\"}\n{\"code\": \"E\"} x\n{\"code\": \"F\"}"));
    assertEquals(List.of(1L, 3L, 4L, 5L, 6L, 7L), rows.stream().map(FileRow::number).toList());
    assertEquals("A", rows.getFirst().word("code"));
    assertEquals("F", rows.getLast().word("code"));
    for (FileRow row : rows.subList(1, 5)) {
      String reason = row.broken();
      assertNotNull(reason);
      assertFalse(reason.contains("张三"), reason);
    }
  }

  @Test
  void a_line_that_is_not_utf_8_is_told_and_the_next_one_read() throws Exception {
    Path file = directory.resolve("gbk.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("{\"code\": \"云岭\"}\n".getBytes(Charset.forName("GBK")));
      out.write("{\"code\": \"B\"}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    var rows = rows(file);
    assertNotNull(rows.getFirst().broken());
    assertEquals("B", rows.getLast().word("code"));
  }

  @Test
  void an_endless_line_is_read_past_not_kept() throws Exception {
    Path file = directory.resolve("long.jsonl");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("{\"code\": \"");
      String part = "x".repeat(1 << 20);
      for (int i = 0; i < 9; i++) {
        out.write(part);
      }
      out.write("\"}\n{\"code\": \"B\"}\n");
    }
    var rows = rows(file);
    assertTrue(String.valueOf(rows.getFirst().broken()).contains("8 MB"));
    assertEquals("B", rows.getLast().word("code"));
  }

  @Test
  void csv_cells_stand_under_names_or_headings() throws Exception {
    var rows =
        rows(
            write(
                "a.csv", "\uFEFF编号,name,补贴金额\r\nA,\"张,三\",615.00\r\n\r\nB,李四\r\nC,\"王\n五\",1\r\n"));
    assertEquals(List.of(2L, 4L, 5L), rows.stream().map(FileRow::number).toList());
    assertEquals("张,三", rows.getFirst().word("name"));
    assertEquals("615.00", rows.getFirst().word("amount"));
    assertTrue(String.valueOf(rows.get(1).broken()).contains("2 cells and the header 3"));
    assertEquals("王\n五", rows.getLast().word("name"));
  }

  @Test
  void a_csv_file_of_another_encoding_is_told_row_by_row() throws Exception {
    Path file = directory.resolve("gbk.csv");
    Files.write(file, "code,name\nA,张三\nB,x\n".getBytes(Charset.forName("GBK")));
    var rows = rows(file);
    assertTrue(String.valueOf(rows.getFirst().broken()).contains("UTF-8"));
    assertEquals("B", rows.getLast().word("code"));
  }

  @Test
  void a_wrong_header_is_refused_at_once() throws Exception {
    assertRefused("column 2", write("a.csv", "code,ammount\nA,1\n"));
    assertRefused("JSON Lines", write("b.csv", "code,steps\nA,1\n"));
    assertRefused("twice", write("c.csv", "code,编号\nA,1\n"));
    assertRefused("empty", write("d.csv", ""));
    assertRefused("neither", write("e.txt", "code\n"));
  }

  private void assertRefused(String part, Path file) {
    var refusal = assertThrows(ImportRefused.class, () -> rows(file));
    assertTrue(String.valueOf(refusal.getMessage()).contains(part), refusal.getMessage());
  }

  @Test
  void an_open_quotation_mark_spoils_its_own_line_alone() throws Exception {
    var rows = rows(write("a.csv", "code,name\nA,x\nB,\"open\nC,x\n"));
    assertEquals(List.of("A", "", "C"), rows.stream().map(row -> row.word("code")).toList());
    assertNull(rows.get(0).broken());
    assertTrue(String.valueOf(rows.get(1).broken()).contains("quotation mark"), rows.toString());
    assertNull(rows.get(2).broken());
  }

  @Test
  void a_spreadsheet_brings_dates_amounts_and_texts_as_they_were_entered() throws Exception {
    Path file = directory.resolve("a.xlsx");
    try (var out = Files.newOutputStream(file);
        var book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("名单");
      String[] header = {"编号", "姓名", "补贴金额", "发放日期"};
      for (int i = 0; i < header.length; i++) {
        sheet.value(0, i, header[i]);
      }
      sheet.value(1, 0, "A");
      sheet.value(1, 1, "张三");
      sheet.value(1, 2, 615.1);
      sheet.value(1, 3, LocalDate.of(2026, 9, 10));
      sheet.style(1, 3).format("yyyy-MM-dd").set();
      sheet.value(3, 0, 990121101201L);
      sheet.value(3, 2, 0.1 + 0.2);
      sheet.value(4, 0, 990121198004107300L);
      sheet.value(5, 0, "E");
      sheet.value(5, 7, "beyond");
    }
    var rows = rows(file);
    assertEquals(List.of(2L, 4L, 5L, 6L), rows.stream().map(FileRow::number).toList());
    FileRow first = rows.getFirst();
    assertNull(first.broken());
    assertEquals("张三", first.word("name"));
    assertEquals("615.1", first.word("amount"));
    assertEquals("2026-09-10", first.word("paidOn"));
    assertEquals("990121101201", rows.get(1).word("code"));
    assertEquals("0.3", rows.get(1).word("amount"));
    String lost = String.valueOf(rows.get(2).broken());
    assertTrue(lost.contains("format the column as text"), lost);
    assertFalse(lost.contains("9901"), lost);
    assertTrue(String.valueOf(rows.get(3).broken()).contains("no heading"));
  }

  @Test
  void what_is_no_workbook_is_refused() throws Exception {
    assertRefused("no readable .xlsx", write("a.xlsx", "not a zip"));
  }
}
