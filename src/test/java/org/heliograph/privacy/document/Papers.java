package org.heliograph.privacy.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Documents for tests, made by the programs' own formats. All numbers are invented. */
public final class Papers {
  public static final String PHONE = "13800123456";

  private Papers() {}

  public interface Fills<T> {
    void fill(T document) throws IOException;
  }

  public static byte[] workbook(Fills<XSSFWorkbook> fills) throws IOException {
    try (var workbook = new XSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      fills.fill(workbook);
      workbook.write(out);
      return out.toByteArray();
    }
  }

  public static byte[] oldWorkbook(Fills<HSSFWorkbook> fills) throws IOException {
    try (var workbook = new HSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      fills.fill(workbook);
      workbook.write(out);
      return out.toByteArray();
    }
  }

  public static byte[] pdf(Fills<PDDocument> fills) throws IOException {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      fills.fill(document);
      document.save(out);
      return out.toByteArray();
    }
  }

  public static PDPage page(PDDocument document, String text) throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      content.newLineAtOffset(100, 700);
      content.showText(text);
      content.endText();
    }
    return page;
  }

  /** The same places in both kinds of workbook. */
  public static void fillWorkbook(Workbook workbook) {
    Sheet open = workbook.createSheet("公示");
    set(open, 0, 0, "户号");
    set(open, 1, 0, "12");
    set(open, 2, 3, PHONE);
    set(open, 3, 3, PHONE);
    open.getRow(3).setZeroHeight(true);
    set(open, 4, 5, PHONE);
    open.setColumnHidden(5, true);
    open.createRow(6).createCell(1).setCellValue(13_800_123_456d);
    var anchor = workbook.getCreationHelper().createClientAnchor();
    anchor.setAnchorType(ClientAnchor.AnchorType.MOVE_AND_RESIZE);
    anchor.setCol1(2);
    anchor.setCol2(4);
    anchor.setRow1(2);
    anchor.setRow2(4);
    Comment comment = open.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(workbook.getCreationHelper().createRichTextString("问" + PHONE));
    comment.setAddress(2, 2);
    open.getHeader().setCenter("电话" + PHONE);
    var name = workbook.createName();
    name.setNameName("contact");
    name.setRefersToFormula("\"" + PHONE + "\"");
    Sheet hidden = workbook.createSheet("名单");
    set(hidden, 6, 3, PHONE);
    workbook.setSheetHidden(1, true);
  }

  private static void set(Sheet sheet, int row, int column, String text) {
    var at = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    at.createCell(column).setCellValue(text);
  }

  /** A Word document of one body, and other parts by name and content. */
  public static byte[] word(String body, String... others) throws IOException {
    var parts = new ArrayList<String>();
    parts.add("[Content_Types].xml");
    parts.add(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
    parts.add("word/document.xml");
    parts.add(story("document", "<w:body>" + body + "</w:body>"));
    parts.addAll(List.of(others));
    return zip(parts);
  }

  public static String story(String root, String content) {
    return "<w:%s xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:wps=\"urn:wps\" xmlns:wp=\"urn:wp\">%s</w:%s>"
        .formatted(root, content, root);
  }

  public static String paragraph(String... runs) {
    var paragraph = new StringBuilder("<w:p>");
    for (String run : runs) {
      paragraph.append(run.startsWith("<") ? run : "<w:r><w:t>" + run + "</w:t></w:r>");
    }
    return paragraph.append("</w:p>").toString();
  }

  public static byte[] zip(List<String> namesAndContents) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndContents.size(); i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents.get(i)));
        zip.write(namesAndContents.get(i + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
