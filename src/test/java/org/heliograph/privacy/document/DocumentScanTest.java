package org.heliograph.privacy.document;

import static org.heliograph.privacy.document.Papers.PHONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.heliograph.privacy.Category;
import org.junit.jupiter.api.Test;

class DocumentScanTest {
  private final DocumentScan scan = new DocumentScan();

  private ScanResult.Scanned scanned(String name, byte[] bytes) {
    return assertInstanceOf(ScanResult.Scanned.class, scan.scan(name, bytes));
  }

  private Set<String> places(String name, byte[] bytes) {
    return scanned(name, bytes).findings().stream()
        .map(finding -> finding.place())
        .collect(Collectors.toSet());
  }

  @Test
  void a_workbook_is_read_where_nobody_looks() throws Exception {
    byte[] bytes =
        Papers.workbook(workbook -> {
          Papers.fillWorkbook(workbook);
          workbook.getProperties().getCoreProperties().setCreator("张 " + PHONE);
          workbook.getProperties().getCustomProperties().addProperty("contact", "电话" + PHONE);
          var box =
              workbook
                  .getSheetAt(0)
                  .createDrawingPatriarch()
                  .createTextbox(
                      new org.apache.poi.xssf.usermodel.XSSFClientAnchor(0, 0, 0, 0, 7, 7, 9, 9));
          box.setText("请致电" + PHONE);
        });
    assertEquals(
        Set.of(
            "sheet 公示, cell D3",
            "sheet 公示, cell D4 (hidden row)",
            "sheet 公示, cell F5 (hidden column)",
            "sheet 公示, cell B7",
            "sheet 公示, comment of C3",
            "sheet 公示, oddHeader",
            "sheet 公示, text box",
            "defined name contact",
            "sheet 名单 (hidden), cell D7",
            "property creator",
            "property lpwstr"),
        places("list.xlsx", bytes));
  }

  @Test
  void an_old_workbook_is_read_as_well() throws Exception {
    byte[] bytes =
        Papers.oldWorkbook(workbook -> {
          Papers.fillWorkbook(workbook);
          workbook.createInformationProperties();
          workbook.getSummaryInformation().setAuthor(PHONE);
        });
    assertEquals(
        Set.of(
            "sheet 公示, cell D3",
            "sheet 公示, cell D4 (hidden row)",
            "sheet 公示, cell F5 (hidden column)",
            "sheet 公示, cell B7",
            "sheet 公示, comment of C3",
            "sheet 公示, header",
            "defined name contact",
            "sheet 名单 (hidden), cell D7",
            "document properties"),
        places("list.xls", bytes));
  }

  @Test
  void what_a_value_is_stands_above_it() throws Exception {
    byte[] bytes =
        Papers.workbook(workbook -> {
          var sheet = workbook.createSheet();
          sheet.createRow(0).createCell(0).setCellValue("合同编号");
          sheet.getRow(0).createCell(1).setCellValue("联系电话");
          sheet.createRow(1).createCell(0).setCellValue("13800123456");
          sheet.getRow(1).createCell(1).setCellValue("85123456");
        });
    var findings = scanned("a.xlsx", bytes).findings();
    assertEquals(1, findings.size(), findings::toString);
    assertEquals(Category.LANDLINE, findings.getFirst().category());
    assertEquals("sheet Sheet0, cell B2", findings.getFirst().place());
    assertEquals(0, findings.getFirst().start());
    assertEquals(8, findings.getFirst().end());
  }

  @Test
  void a_letter_is_read_with_what_was_deleted_from_it() throws Exception {
    byte[] bytes =
        Papers.word(
            Papers.paragraph("各位村民")
                + Papers.paragraph("电话138", "0012", "3456")
                + Papers.paragraph(
                    "经查", "<w:del><w:r><w:delText>电话" + PHONE + "</w:delText></w:r></w:del>")
                + Papers.paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>" + PHONE + "</w:t></w:r>")
                + "<w:tbl><w:tr><w:tc>"
                + Papers.paragraph("姓名")
                + "</w:tc><w:tc>"
                + Papers.paragraph("电话")
                + "</w:tc></w:tr><w:tr><w:tc>"
                + Papers.paragraph("张某某")
                + "</w:tc><w:tc>"
                + Papers.paragraph("85123456")
                + "</w:tc></w:tr></w:tbl>"
                + Papers.paragraph(
                    "<w:r><wps:txbx><w:txbxContent>"
                        + Papers.paragraph(PHONE)
                        + "</w:txbxContent></wps:txbx></w:r>"),
            "word/header1.xml",
            Papers.story("hdr", Papers.paragraph(PHONE)),
            "word/comments.xml",
            Papers.story("comments", "<w:comment>" + Papers.paragraph(PHONE) + "</w:comment>"),
            "docProps/core.xml",
            "<c xmlns:dc=\"urn:dc\"><dc:creator>" + PHONE + "</dc:creator></c>",
            "customXml/item1.xml",
            "<data phone=\"" + PHONE + "\"/>");
    assertEquals(
        Set.of(
            "paragraph 2",
            "deleted text in paragraph 3",
            "paragraph 4 (hidden text)",
            "table 1, row 2, column 2",
            "text box at paragraph 5",
            "header, paragraph 1",
            "comment, paragraph 1",
            "property creator",
            "part customXml/item1.xml"),
        places("letter.docx", bytes));
  }

  @Test
  void a_workbook_within_a_letter_is_read_too() throws Exception {
    byte[] inner = Papers.workbook(Papers::fillWorkbook);
    var out = new ByteArrayOutputStream();
    try (var zip = new java.util.zip.ZipOutputStream(out);
        var outer =
            new java.util.zip.ZipInputStream(
                new ByteArrayInputStream(Papers.word(Papers.paragraph("附表"))))) {
      for (var entry = outer.getNextEntry(); entry != null; entry = outer.getNextEntry()) {
        zip.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
        outer.transferTo(zip);
      }
      zip.putNextEntry(new java.util.zip.ZipEntry("word/embeddings/sheet1.xlsx"));
      zip.write(inner);
    }
    assertTrue(
        places("letter.docx", out.toByteArray())
            .contains("part word/embeddings/sheet1.xlsx: sheet 名单 (hidden), cell D7"));
  }

  @Test
  void a_pdf_is_read_under_its_boxes_and_in_its_notes_and_attachments() throws Exception {
    byte[] bytes =
        Papers.pdf(document -> {
          Papers.page(document, "Notice");
          var page = Papers.page(document, "tel " + PHONE);
          try (var content =
              new org.apache.pdfbox.pdmodel.PDPageContentStream(
                  document,
                  page,
                  org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode.APPEND,
                  true)) {
            content.setNonStrokingColor(1f, 1f, 1f);
            content.addRect(50, 650, 400, 100);
            content.fill();
          }
          var note = new PDAnnotationText();
          note.setContents(PHONE);
          page.getAnnotations().add(note);
          document.getDocumentInformation().setAuthor(PHONE);
          var file =
              new PDEmbeddedFile(
                  document,
                  new ByteArrayInputStream(("a\n" + PHONE).getBytes(StandardCharsets.UTF_8)));
          var specification = new PDComplexFileSpecification();
          specification.setFile("list.txt");
          specification.setEmbeddedFile(file);
          var tree = new PDEmbeddedFilesNameTreeNode();
          tree.setNames(java.util.Map.of("list", specification));
          var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
          names.setEmbeddedFiles(tree);
          document.getDocumentCatalog().setNames(names);
        });
    assertEquals(
        Set.of(
            "page 2, line 1", "page 2, note", "property Author", "attached file list.txt, line 2"),
        places("notice.pdf", bytes));
  }

  @Test
  void what_was_removed_from_a_page_is_still_in_the_file() throws Exception {
    byte[] first = Papers.pdf(document -> Papers.page(document, "tel " + PHONE));
    var out = new ByteArrayOutputStream();
    try (var document = org.apache.pdfbox.Loader.loadPDF(first)) {
      var page = document.getPage(0);
      var empty = new org.apache.pdfbox.pdmodel.common.PDStream(document);
      try (var stream = empty.createOutputStream()) {
        stream.write("q Q".getBytes(StandardCharsets.ISO_8859_1));
      }
      empty.getCOSObject().setNeedToBeUpdated(true);
      page.setContents(empty);
      page.getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(out);
    }
    assertEquals(Set.of("earlier version 1, page 1"), places("a.pdf", out.toByteArray()));
  }

  @Test
  void a_page_that_is_only_a_picture_is_left_to_people() throws Exception {
    byte[] bytes =
        Papers.pdf(document -> {
          var page = new org.apache.pdfbox.pdmodel.PDPage();
          document.addPage(page);
          var picture =
              org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory.createFromImage(
                  document, new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB));
          try (var content = new org.apache.pdfbox.pdmodel.PDPageContentStream(document, page)) {
            content.drawImage(picture, 0, 0);
          }
        });
    assertEquals(
        List.of("page 1 has no text, only what is drawn"), scanned("scan.pdf", bytes).unread());
  }

  @Test
  void text_is_read_in_the_charsets_that_offices_use() {
    String text = "公示\n联系人张某某，电话" + PHONE + "\n身份证号：" + "990121\n199003072345";
    for (String charset : List.of("UTF-8", "GB18030", "UTF-16")) {
      assertTrue(
          places("a.txt", text.getBytes(Charset.forName(charset))).contains("line 2"), charset);
    }
  }

  @Test
  void a_cell_of_a_csv_file_has_its_line_and_column() {
    byte[] bytes = ("姓名,电话\n张某某,\"85123456\"\n").getBytes(StandardCharsets.UTF_8);
    assertEquals(Set.of("line 2, column 2"), places("a.csv", bytes));
  }

  @Test
  void a_picture_is_said_to_be_unread_and_its_size_is_known_without_decoding() throws Exception {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", out);
    assertEquals(List.of("the picture itself"), scanned("a.png", out.toByteArray()).unread());
    byte[] huge = out.toByteArray();
    // the header claims 50,000 × 50,000; its checksum is not what the reader goes by
    huge[18] = (byte) (50_000 >> 8);
    huge[19] = (byte) 50_000;
    huge[22] = (byte) (50_000 >> 8);
    huge[23] = (byte) 50_000;
    var refused = assertInstanceOf(ScanResult.Refused.class, scan.scan("a.png", huge));
    assertEquals(RefusalCode.TOO_MANY_PIXELS, refused.code());
  }

  @Test
  void findings_beyond_the_limit_are_counted() {
    var small =
        new DocumentScan(
            new Limits(1 << 20, 1 << 20, 200, 10, 10, 10, 1, 3, java.time.Duration.ofSeconds(5)));
    byte[] bytes = (PHONE + "\n").repeat(10).getBytes(StandardCharsets.UTF_8);
    var result = assertInstanceOf(ScanResult.Scanned.class, small.scan("a.txt", bytes));
    assertEquals(3, result.findings().size());
    assertEquals(7, result.unlisted());
  }

  @Test
  void nothing_of_a_value_is_in_the_result() throws Exception {
    byte[] bytes =
        Papers.workbook(workbook -> {
          Papers.fillWorkbook(workbook);
          workbook.setSheetName(0, "电话" + PHONE);
        });
    String said = scanned("a.xlsx", bytes).toString();
    assertFalse(said.contains("3456"), said);
    assertTrue(said.contains("name of a sheet"), said);
  }

  @Test
  void what_is_shown_is_told_from_what_is_hidden() throws Exception {
    var shown = new java.util.ArrayList<String>();
    scan.texts(
        "a.xlsx",
        Papers.workbook(Papers::fillWorkbook),
        new Passage.Sink() {
          @Override
          public void take(Passage passage) {
            if (passage.shown()) {
              shown.add(passage.place());
            }
          }

          @Override
          public void cannotRead(String what) {}
        });
    assertTrue(shown.contains("sheet 公示, cell D3"), shown::toString);
    assertFalse(shown.toString().contains("hidden"), shown::toString);
    assertFalse(shown.toString().contains("comment"), shown::toString);
  }
}
