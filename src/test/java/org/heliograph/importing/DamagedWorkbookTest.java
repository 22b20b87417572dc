package org.heliograph.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.dhatim.fastexcel.Workbook;
import org.heliograph.importing.ImportRefused.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook that is damaged, or made to do damage, ends in one clear refusal. */
class DamagedWorkbookTest {
  private static final List<Column> COLUMNS = List.of(Column.text("code"), Column.text("note"));
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @TempDir Path directory;

  private static byte[] whole() throws IOException {
    var out = new ByteArrayOutputStream();
    var dice = new Random(20261123);
    var book = new Workbook(out, "t", "1.0");
    var sheet = book.newWorksheet("s");
    sheet.value(0, 0, "code");
    sheet.value(0, 1, "note");
    for (int i = 1; i <= 2_000; i++) {
      sheet.value(i, 0, "C-" + i);
      sheet.value(i, 1, Long.toString(dice.nextLong(), 36));
    }
    book.finish();
    return out.toByteArray();
  }

  private Map<String, byte[]> parts(byte[] workbook) throws IOException {
    var parts = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipFile(file(workbook).toFile())) {
      for (ZipEntry each : Collections.list(zip.entries())) {
        parts.put(each.getName(), zip.getInputStream(each).readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] zipped(Map<String, byte[]> parts) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var each : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private byte[] withSheet(String sheet) throws IOException {
    Map<String, byte[]> parts = parts(whole());
    parts.put(
        SHEET, ("<worksheet><sheetData>" + sheet + "</sheetData></worksheet>").getBytes(UTF_8));
    return zipped(parts);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(directory.resolve("list.xlsx"), content);
  }

  /** As a job does it: checked, then read to its end. */
  private int read(byte[] content) throws IOException {
    Path file = file(content);
    FileCheck.check(file);
    int rows = 0;
    try (RowSource source = RowSource.open(file, COLUMNS)) {
      while (source.next() != null) {
        rows++;
      }
    }
    return rows;
  }

  private void assertRefused(Code code, byte[] content) {
    assertEquals(code, assertThrows(ImportRefused.class, () -> read(content)).code());
  }

  @Test
  void a_whole_one_is_read() throws IOException {
    assertEquals(2_000, read(whole()));
  }

  @Test
  void one_that_was_cut_is_unreadable_wherever_it_was_cut() throws IOException {
    byte[] whole = whole();
    for (int part = 1; part < 20; part++) {
      assertRefused(Code.UNREADABLE, Arrays.copyOf(whole, whole.length * part / 20));
    }
    assertRefused(Code.UNREADABLE, Arrays.copyOf(whole, whole.length - 1));
    // a directory of parts that points beyond what is there
    byte[] hollow = whole.clone();
    Arrays.fill(hollow, hollow.length / 4, hollow.length / 2, (byte) 0);
    assertRefused(Code.UNREADABLE, hollow);
  }

  @Test
  void one_with_torn_bytes_is_read_or_refused_and_nothing_else() throws IOException {
    byte[] whole = whole();
    var dice = new Random(5);
    int refused = 0;
    for (int i = 0; i < 150; i++) {
      byte[] torn = whole.clone();
      for (int j = 0; j < 3; j++) {
        torn[4 + dice.nextInt(torn.length - 4)] = (byte) dice.nextInt(256);
      }
      try {
        read(torn);
      } catch (ImportRefused e) {
        refused++;
      }
    }
    assertTrue(refused > 20, "some were harmed: " + refused);
  }

  @Test
  void a_torn_one_that_is_read_without_a_check_is_refused_in_the_middle() throws IOException {
    Map<String, byte[]> parts = parts(whole());
    byte[] sheet = parts.getOrDefault(SHEET, new byte[0]);
    parts.put(SHEET, Arrays.copyOf(sheet, sheet.length / 2));
    Path file = file(zipped(parts));
    try (RowSource source = RowSource.open(file, COLUMNS)) {
      assertDoesNotThrow(source::next);
      var e =
          assertThrows(
              ImportRefused.class,
              () -> {
                while (source.next() != null) {
                  // to its end
                }
              });
      assertEquals(Code.UNREADABLE, e.code());
    }
  }

  @Test
  void two_parts_of_one_name_are_refused_whatever_their_case() throws IOException {
    for (String twin : List.of(SHEET, SHEET.toUpperCase(Locale.ROOT))) {
      var out = new ByteArrayOutputStream();
      try (var zip = new ZipArchiveOutputStream(out)) {
        Map<String, byte[]> parts = parts(whole());
        for (var each : parts.entrySet()) {
          put(zip, each.getKey(), each.getValue());
        }
        put(zip, twin, parts.getOrDefault(SHEET, new byte[0]));
      }
      assertRefused(Code.UNREADABLE, out.toByteArray());
    }
  }

  private static void put(ZipArchiveOutputStream zip, String name, byte[] content)
      throws IOException {
    zip.putArchiveEntry(new ZipArchiveEntry(name));
    zip.write(content);
    zip.closeArchiveEntry();
  }

  @Test
  void a_sheet_is_checked_wherever_it_lies() throws IOException {
    Map<String, byte[]> parts = parts(whole());
    parts.put(
        "xl/pictures/sheet.png",
        ("<worksheet><sheetData><row>" + "<c/>".repeat(2_000) + "</row></sheetData></worksheet>")
            .getBytes(UTF_8));
    parts.remove(SHEET);
    parts.computeIfPresent(
        "xl/_rels/workbook.xml.rels",
        (name, rels) ->
            new String(rels, UTF_8)
                .replace("worksheets/sheet1.xml", "pictures/sheet.png")
                .getBytes(UTF_8));
    assertRefused(Code.HEADER, zipped(parts));
  }

  @Test
  void what_a_parser_would_hold_in_memory_is_bounded() throws IOException {
    String long2m = "x".repeat(2 << 20);
    assertRefused(Code.EXPANDS_TOO_FAR, withSheet("<row a=\"" + long2m + "\"/>"));
    assertRefused(Code.EXPANDS_TOO_FAR, withSheet("<row><c><v>" + long2m + "</v></c></row>"));
    assertRefused(Code.EXPANDS_TOO_FAR, withSheet("<!--" + long2m + "-->"));
    assertRefused(Code.EXPANDS_TOO_FAR, withSheet("<a>".repeat(500) + "</a>".repeat(500)));
    var names = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      names.append("<n").append(i).append("/>");
    }
    assertRefused(Code.EXPANDS_TOO_FAR, withSheet(names.toString()));
    Map<String, byte[]> many = parts(whole());
    for (int i = 0; i < 3_000; i++) {
      many.put("xl/media/" + i, new byte[0]);
    }
    assertRefused(Code.EXPANDS_TOO_FAR, zipped(many));
  }

  @Test
  void pictures_and_the_order_of_formulas_do_no_harm() throws IOException {
    Map<String, byte[]> parts = parts(whole());
    parts.put(
        "xl/calcChain.xml",
        ("<calcChain>" + "<c r=\"ZZZ1\" i=\"1\"/>".repeat(5_000) + "</calcChain>").getBytes(UTF_8));
    byte[] noise = new byte[3 << 20];
    new Random(3).nextBytes(noise);
    parts.put("xl/media/image1.png", noise);
    assertEquals(2_000, read(zipped(parts)));
  }

  @Test
  void a_password_is_told_whatever_the_size() throws Exception {
    for (int size : new int[] {10_000, 5 << 20}) {
      byte[] content = new byte[size];
      new Random(size).nextBytes(content);
      var out = new ByteArrayOutputStream();
      try (var container = new POIFSFileSystem()) {
        var encryption = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryption.confirmPassword("invented");
        try (OutputStream locked = encryption.getDataStream(container)) {
          locked.write(content);
        }
        container.writeFilesystem(out);
      }
      assertRefused(Code.PASSWORD, out.toByteArray());
    }
  }
}
