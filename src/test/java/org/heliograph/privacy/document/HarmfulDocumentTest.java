package org.heliograph.privacy.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to do harm, and files that merely are broken. */
class HarmfulDocumentTest {
  private static final Limits SMALL =
      new Limits(16 << 20, 32L << 20, 200, 100, 20, 1_000_000, 2, 100, Duration.ofSeconds(20));
  private final DocumentScan scan = new DocumentScan(SMALL);

  private void assertRefused(RefusalCode code, String name, byte[] bytes) {
    var refused = assertInstanceOf(ScanResult.Refused.class, scan.scan(name, bytes));
    assertEquals(code, refused.code());
    assertFalse(refused.message().isBlank());
  }

  @Test
  void nothing_and_too_much_are_refused() {
    assertRefused(RefusalCode.EMPTY, "a.txt", new byte[0]);
    assertRefused(RefusalCode.TOO_LARGE, "a.txt", new byte[(16 << 20) + 1]);
  }

  @Test
  void a_sheet_that_expands_a_thousandfold_is_refused() throws Exception {
    byte[] bytes = Papers.word("", "customXml/item1.xml", "<a>" + " ".repeat(20_000_000) + "</a>");
    assertRefused(RefusalCode.EXPANDS_TOO_FAR, "a.docx", bytes);
  }

  @Test
  void many_parts_that_expand_moderately_are_refused_together() throws Exception {
    var random = new Random(1);
    var parts = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      var text = new StringBuilder("<a>");
      while (text.length() < 3_000_000) {
        text.append("词".repeat(20)).append(random.nextInt(1000));
      }
      parts.add("customXml/item" + i + ".xml");
      parts.add(text.append("</a>").toString());
    }
    byte[] bytes = Papers.word("", parts.toArray(String[]::new));
    assertRefused(RefusalCode.EXPANDS_TOO_FAR, "a.docx", bytes);
  }

  @Test
  void more_parts_than_any_office_writes_are_refused() throws Exception {
    var parts = new ArrayList<String>();
    for (int i = 0; i < 200; i++) {
      parts.add("customXml/item" + i + ".xml");
      parts.add("<a/>");
    }
    assertRefused(
        RefusalCode.EXPANDS_TOO_FAR, "a.docx", Papers.word("", parts.toArray(String[]::new)));
  }

  @Test
  void entities_are_neither_expanded_nor_fetched() throws Exception {
    String bomb =
        "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>&c;&f;</a>";
    byte[] bytes =
        Papers.zip(
            List.of(
                "[Content_Types].xml",
                "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
                "word/document.xml",
                bomb));
    assertRefused(RefusalCode.CORRUPT, "a.docx", bytes);
  }

  @Test
  void elements_that_nest_without_end_are_refused() throws Exception {
    assertRefused(RefusalCode.CORRUPT, "a.docx", Papers.word("<w:p>".repeat(100_000)));
  }

  @Test
  void documents_within_documents_end_somewhere() throws Exception {
    byte[] inner = Papers.word(Papers.paragraph("心"));
    for (int i = 0; i < 4; i++) {
      var out = new ByteArrayOutputStream();
      try (var zip = new java.util.zip.ZipOutputStream(out);
          var outer = new java.util.zip.ZipInputStream(new ByteArrayInputStream(Papers.word("")))) {
        for (var entry = outer.getNextEntry(); entry != null; entry = outer.getNextEntry()) {
          zip.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
          outer.transferTo(zip);
        }
        zip.putNextEntry(new java.util.zip.ZipEntry("word/embeddings/a.docx"));
        zip.write(inner);
      }
      inner = out.toByteArray();
    }
    assertRefused(RefusalCode.TOO_DEEP, "a.docx", inner);
  }

  @Test
  void a_pdf_whose_stream_expands_without_end_is_refused_before_it_is_loaded() throws Exception {
    assertRefused(RefusalCode.EXPANDS_TOO_FAR, "a.pdf", pdf("/FlateDecode", zeros(64 << 20)));
  }

  @Test
  void a_pdf_that_deflates_twice_is_refused() throws Exception {
    byte[] twice = deflate(deflate(new byte[1000]));
    assertRefused(RefusalCode.EXPANDS_TOO_FAR, "a.pdf", pdf("[/FlateDecode /FlateDecode]", twice));
  }

  private static byte[] zeros(int count) throws IOException {
    return deflate(new byte[count]);
  }

  private static byte[] deflate(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] pdf(String filter, byte[] stream) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(
        ("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Filter "
                + filter
                + "/Length "
                + stream.length
                + ">>\nstream\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    out.write(stream);
    out.write(
        "\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF"
            .getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }

  @Test
  void a_pdf_of_too_many_pages_is_refused() throws Exception {
    byte[] bytes =
        Papers.pdf(document -> {
          for (int i = 0; i < 21; i++) {
            Papers.page(document, "page");
          }
        });
    assertRefused(RefusalCode.TOO_MANY_PAGES, "a.pdf", bytes);
  }

  @Test
  void protected_files_are_refused() throws Exception {
    byte[] pdf =
        Papers.pdf(document -> {
          Papers.page(document, "page");
          document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
        });
    assertRefused(RefusalCode.ENCRYPTED, "a.pdf", pdf);

    var out = new ByteArrayOutputStream();
    try (var files = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var stream = encryptor.getDataStream(files)) {
        stream.write(Papers.workbook(Papers::fillWorkbook));
      }
      files.writeFilesystem(out);
    }
    assertRefused(RefusalCode.ENCRYPTED, "a.xlsx", out.toByteArray());

    Biff8EncryptionKey.setCurrentUserPassword("secret");
    try {
      byte[] old = Papers.oldWorkbook(Papers::fillWorkbook);
      Biff8EncryptionKey.setCurrentUserPassword(null);
      assertRefused(RefusalCode.ENCRYPTED, "a.xls", old);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  @Test
  void a_name_that_says_something_else_is_refused_and_none_is_not_needed() throws Exception {
    byte[] pdf = Papers.pdf(document -> Papers.page(document, "page"));
    assertRefused(RefusalCode.MISLABELLED, "list.xlsx", pdf);
    assertRefused(RefusalCode.MISLABELLED, "list.csv", Papers.workbook(Papers::fillWorkbook));
    assertRefused(
        RefusalCode.MISLABELLED, "list.xls", "<html><table>".getBytes(StandardCharsets.UTF_8));
    assertInstanceOf(ScanResult.Scanned.class, scan.scan("list", pdf));
  }

  @Test
  void what_cannot_be_read_is_refused_and_not_let_through() throws Exception {
    assertRefused(RefusalCode.UNSUPPORTED_TYPE, "a.zip", Papers.zip(List.of("a.txt", "text")));
    byte[] program = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0};
    assertRefused(RefusalCode.UNSUPPORTED_TYPE, "a", program);
  }

  /** Cut short, bytes changed: whatever comes of it comes as a result, in time. */
  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls", "docx", "pdf"})
  void damage_ends_in_a_result(String ending) throws Exception {
    byte[] whole =
        switch (ending) {
          case "xlsx" -> Papers.workbook(Papers::fillWorkbook);
          case "xls" -> Papers.oldWorkbook(Papers::fillWorkbook);
          case "docx" -> Papers.word(Papers.paragraph("正文"), "word/header1.xml", "<a/>");
          default -> Papers.pdf(document -> Papers.page(document, "page"));
        };
    var random = new Random(7);
    for (int round = 0; round < 150; round++) {
      byte[] broken =
          round % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int i = 0; round % 3 != 0 && i < 1 + random.nextInt(20) && i < broken.length; i++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      assertTimeout(Duration.ofSeconds(25), () -> scan.scan("a." + ending, broken));
    }
  }
}
