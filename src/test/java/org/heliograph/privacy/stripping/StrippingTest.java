package org.heliograph.privacy.stripping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.heliograph.privacy.document.DocumentScan;
import org.heliograph.privacy.document.DocumentType;
import org.heliograph.privacy.document.Papers;
import org.heliograph.privacy.document.ScanResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document says what it shows, and no more. */
class StrippingTest {
  private static final String WHO = "canaryAuthor";

  private static BufferedImage image() {
    var image = new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 1, 0xFF0000);
    return image;
  }

  private static byte[] image(String format) throws Exception {
    var out = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image(), format, out));
    return out.toByteArray();
  }

  private static boolean holds(byte[] bytes, String word) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(word)
        || new String(bytes, StandardCharsets.UTF_16LE).contains(word)
        || new String(bytes, StandardCharsets.UTF_16BE).contains(word);
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] segment(int marker, byte[] content) {
    return join(
        new byte[] {(byte) 0xFF, (byte) marker},
        ByteBuffer.allocate(2).putShort((short) (content.length + 2)).array(),
        content);
  }

  /** Exif with an orientation, an artist and a place. */
  private static byte[] exif() {
    ByteBuffer tiff = ByteBuffer.allocate(200);
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 3);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(6 << 16);
    tiff.putShort((short) 0x013B).putShort((short) 2).putInt(WHO.length() + 1).putInt(100);
    tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(60);
    tiff.putInt(0);
    tiff.position(60).putShort((short) 1);
    tiff.putShort((short) 1).putShort((short) 2).putInt(2).put(new byte[] {'N', 0, 0, 0});
    tiff.putInt(0);
    tiff.position(100).put(WHO.getBytes(StandardCharsets.US_ASCII));
    return segment(0xE1, join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff.array()));
  }

  private static byte[] photo() throws Exception {
    byte[] plain = image("jpg");
    byte[] comment = segment(0xFE, ("taken by " + WHO).getBytes(StandardCharsets.US_ASCII));
    return join(
        new byte[] {(byte) 0xFF, (byte) 0xD8},
        exif(),
        comment,
        java.util.Arrays.copyOfRange(plain, 2, plain.length),
        ("behind the picture " + WHO).getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void a_photo_loses_who_took_it_and_where_but_not_which_side_is_up() throws Exception {
    byte[] photo = photo();
    assertTrue(holds(photo, WHO));
    var before = ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo));
    assertTrue(before.containsDirectoryOfType(GpsDirectory.class), "the photo tells of its place");
    byte[] clean = Stripping.strip(DocumentType.JPEG, "a.jpg", photo);
    assertFalse(holds(clean, WHO));
    var after = ImageMetadataReader.readMetadata(new ByteArrayInputStream(clean));
    assertFalse(after.containsDirectoryOfType(GpsDirectory.class));
    assertEquals(
        6,
        java.util.Objects.requireNonNull(after.getFirstDirectoryOfType(ExifIFD0Directory.class))
            .getInt(ExifIFD0Directory.TAG_ORIENTATION));
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(clean));
    BufferedImage meant = ImageIO.read(new ByteArrayInputStream(image("jpg")));
    for (int x = 0; x < 8; x++) {
      for (int y = 0; y < 6; y++) {
        assertEquals(meant.getRGB(x, y), drawn.getRGB(x, y));
      }
    }
  }

  private static byte[] chunk(String type, byte[] content) {
    byte[] named = join(type.getBytes(StandardCharsets.US_ASCII), content);
    var crc = new CRC32();
    crc.update(named);
    return join(
        ByteBuffer.allocate(4).putInt(content.length).array(),
        named,
        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  @Test
  void other_pictures_lose_their_texts() throws Exception {
    byte[] png = image("png");
    byte[] text = chunk("tEXt", ("Author\0" + WHO).getBytes(StandardCharsets.US_ASCII));
    byte[] told = join(java.util.Arrays.copyOf(png, 33), text, tail(png, 33), text);
    byte[] clean = Stripping.strip(DocumentType.PNG, "a.png", told);
    assertArrayEquals(Stripping.strip(DocumentType.PNG, "a.png", png), clean);
    assertFalse(holds(clean, WHO));
    assertEquals(0xFFFF0000, ImageIO.read(new ByteArrayInputStream(clean)).getRGB(1, 1));

    byte[] gif = image("gif");
    int head = 13 + (3 << ((gif[10] & 7) + 1));
    byte[] comment =
        join(
            new byte[] {0x21, (byte) 0xFE, (byte) WHO.length()},
            WHO.getBytes(StandardCharsets.US_ASCII),
            new byte[] {0});
    byte[] cleanGif =
        Stripping.strip(
            DocumentType.GIF,
            "a.gif",
            join(java.util.Arrays.copyOf(gif, head), comment, tail(gif, head)));
    assertFalse(holds(cleanGif, WHO));
    assertEquals(8, ImageIO.read(new ByteArrayInputStream(cleanGif)).getWidth());
  }

  private static byte[] tail(byte[] bytes, int from) {
    return java.util.Arrays.copyOfRange(bytes, from, bytes.length);
  }

  @Test
  void a_webp_loses_its_chunks_of_metadata() throws Exception {
    byte[] extended = new byte[10];
    extended[0] = 0x08 | 0x04 | 0x10;
    byte[] body =
        join(
            riff("VP8X", extended),
            riff("VP8L", new byte[] {0x2F, 0, 0, 0, 0}),
            riff("EXIF", WHO.getBytes(StandardCharsets.US_ASCII)),
            riff("XMP ", WHO.getBytes(StandardCharsets.US_ASCII)));
    byte[] webp = join("RIFF".getBytes(StandardCharsets.US_ASCII), little(body.length + 4));
    webp = join(webp, "WEBP".getBytes(StandardCharsets.US_ASCII), body);
    byte[] clean = Stripping.strip(DocumentType.WEBP, "a.webp", webp);
    assertFalse(holds(clean, WHO));
    assertEquals(0x10, clean[20]);
    assertArrayEquals(little(clean.length - 8), java.util.Arrays.copyOfRange(clean, 4, 8));
  }

  private static byte[] little(int number) {
    return ByteBuffer.allocate(4).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  private static byte[] riff(String type, byte[] content) {
    return join(
        type.getBytes(StandardCharsets.US_ASCII),
        little(content.length),
        content,
        new byte[content.length & 1]);
  }

  @Test
  void a_workbook_loses_its_people_and_keeps_its_cells() throws Exception {
    byte[] bytes =
        Papers.workbook(workbook -> {
          Papers.fillWorkbook(workbook);
          var properties = workbook.getProperties();
          properties.getCoreProperties().setCreator(WHO);
          properties.getExtendedProperties().setCompany(WHO);
          properties.getCustomProperties().addProperty("owner", WHO);
          workbook
              .getSheetAt(0)
              .getCellComment(new org.apache.poi.ss.util.CellAddress("C3"))
              .setAuthor(WHO);
          workbook.addPicture(anyPhoto(), XSSFWorkbook.PICTURE_TYPE_JPEG);
        });
    byte[] clean = Stripping.strip(DocumentType.XLSX, "a.xlsx", bytes);
    assertEquals(List.of(), partsWith(clean, WHO));
    try (var before = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        var after = new XSSFWorkbook(new ByteArrayInputStream(clean))) {
      assertNull(after.getProperties().getCoreProperties().getCreator());
      assertEquals(before.getNumberOfSheets(), after.getNumberOfSheets());
      var comment =
          after.getSheetAt(0).getCellComment(new org.apache.poi.ss.util.CellAddress("C3"));
      assertEquals("", comment.getAuthor());
      assertEquals(
          before
              .getSheetAt(0)
              .getCellComment(new org.apache.poi.ss.util.CellAddress("C3"))
              .getString()
              .getString(),
          comment.getString().getString(),
          "what a comment says was shown to the editor");
    }
    assertArrayEquals(
        clean, Stripping.strip(DocumentType.XLSX, "a.xlsx", clean), "twice changes nothing more");
    assertInstanceOf(ScanResult.Scanned.class, new DocumentScan().scan("a.xlsx", clean));
  }

  private static byte[] anyPhoto() {
    try {
      return photo();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> partsWith(byte[] archive, String word) throws Exception {
    var found = new java.util.ArrayList<String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (holds(zip.readAllBytes(), word)) {
          found.add(entry.getName());
        }
      }
    }
    return found;
  }

  @Test
  void a_letter_loses_who_changed_it_but_not_what_was_changed() throws Exception {
    byte[] bytes =
        Papers.word(
            Papers.paragraph(
                "正文",
                "<w:ins w:id=\"1\" w:author=\""
                    + WHO
                    + "\" w:date=\"2026-01-01T00:00:00Z\"><w:r>"
                    + "<w:t>作者 w:author=\"照录\" 不变</w:t></w:r></w:ins>"));
    byte[] clean = Stripping.strip(DocumentType.DOCX, "a.docx", bytes);
    assertEquals(List.of(), partsWith(clean, WHO));
    try (var zip = new ZipInputStream(new ByteArrayInputStream(clean))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        if (entry.getName().equals("word/document.xml")) {
          assertTrue(xml.contains("<w:ins w:id=\"1\" w:author=\"\""), xml);
          assertTrue(xml.contains("作者 w:author=\"照录\" 不变"), "text is no attribute: " + xml);
        }
      }
    }
  }

  @Test
  void an_old_workbook_loses_who_saved_it() throws Exception {
    byte[] bytes =
        Papers.oldWorkbook(workbook -> {
          Papers.fillWorkbook(workbook);
          workbook.createInformationProperties();
          workbook.getSummaryInformation().setAuthor(WHO);
          workbook.writeProtectWorkbook("", WHO);
          workbook.unwriteProtectWorkbook();
        });
    byte[] clean = Stripping.strip(DocumentType.XLS, "a.xls", bytes);
    assertTrue(holds(bytes, WHO));
    assertFalse(holds(clean, WHO));
    try (var after = new HSSFWorkbook(new ByteArrayInputStream(clean));
        var before = new HSSFWorkbook(new ByteArrayInputStream(bytes))) {
      assertEquals(
          before.getSheetAt(0).getRow(2).getCell(3).toString(),
          after.getSheetAt(0).getRow(2).getCell(3).toString());
    }
  }

  @Test
  void a_pdf_loses_properties_notes_names_scripts_and_earlier_versions() throws Exception {
    byte[] bytes =
        Papers.pdf(document -> {
          var page = Papers.page(document, "open text");
          document.getDocumentInformation().setAuthor(WHO);
          document
              .getDocumentCatalog()
              .setMetadata(
                  new PDMetadata(
                      document,
                      new ByteArrayInputStream(
                          ("<x>" + WHO + "</x>").getBytes(StandardCharsets.UTF_8))));
          document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
          var note = new PDAnnotationText();
          note.setContents("a note");
          note.setTitlePopup(WHO);
          note.setRectangle(new org.apache.pdfbox.pdmodel.common.PDRectangle(1, 1, 9, 9));
          page.getAnnotations().add(note);
          var picture = JPEGFactory.createFromByteArray(document, anyPhoto());
          try (var content =
              new org.apache.pdfbox.pdmodel.PDPageContentStream(
                  document,
                  page,
                  org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode.APPEND,
                  true)) {
            content.drawImage(picture, 1, 1);
          }
        });
    byte[] edited = edited(bytes);
    assertTrue(holds(edited, WHO));
    byte[] clean = Stripping.strip(DocumentType.PDF, "a.pdf", edited);
    assertFalse(holds(clean, WHO));
    assertFalse(holds(clean, "app.alert"));
    try (PDDocument after = Loader.loadPDF(clean)) {
      assertNull(after.getDocumentInformation().getAuthor());
      assertTrue(new PDFTextStripper().getText(after).contains("open text"));
      assertEquals("a note", after.getPage(0).getAnnotations().getFirst().getContents());
    }
    assertEquals(1, count(clean, "%%EOF"));
    assertArrayEquals(clean, Stripping.strip(DocumentType.PDF, "a.pdf", edited), "always the same");
  }

  /** Saved once more behind the first version, as programs do that only add. */
  private static byte[] edited(byte[] bytes) throws Exception {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      document.getDocumentCatalog().getCOSObject().setItem(COSName.LANG, COSName.A);
      document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
      var out = new ByteArrayOutputStream();
      document.saveIncremental(out);
      return out.toByteArray();
    }
  }

  private static int count(byte[] bytes, String word) {
    return new String(bytes, StandardCharsets.ISO_8859_1).split(word, -1).length - 1;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.docm", "a.xlsm"})
  void macros_are_not_published(String name) {
    var refused =
        assertThrows(
            Unstrippable.class, () -> Stripping.strip(DocumentType.XLSX, name, new byte[0]));
    assertEquals(Unstrippable.Reason.MACROS, refused.reason());
  }

  @Test
  void macros_are_found_under_any_name() throws Exception {
    byte[] bytes = Papers.zip(List.of("[Content_Types].xml", "<Types/>", "xl/vbaProject.bin", "x"));
    var refused =
        assertThrows(Unstrippable.class, () -> Stripping.strip(DocumentType.XLSX, "a.xlsx", bytes));
    assertEquals(Unstrippable.Reason.MACROS, refused.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"JPEG", "PNG", "GIF", "WEBP", "XLSX", "DOCX", "XLS", "PDF"})
  void damage_is_refused_wherever_it_is(String name) throws Exception {
    DocumentType type = DocumentType.valueOf(name);
    for (int length : Set.of(0, 1, 7, 20, 40)) {
      byte[] damaged = new byte[length];
      java.util.Arrays.fill(damaged, (byte) 0xFF);
      assertThrows(Unstrippable.class, () -> Stripping.strip(type, "a", damaged), name + length);
    }
  }
}
