package org.heliograph.editing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.heliograph.attachment.FileCleaning;
import org.heliograph.privacy.document.Papers;
import org.heliograph.support.Accounts;
import org.heliograph.support.Plot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bringing files: in one go or in parts, good ones and bad ones. */
@QuarkusTest
class UploadIT {
  private static final String OFFSET = "application/offset+octet-stream";

  @Inject FileCleaning cleaning;
  private Plot plot;

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
    plot.run("delete from upload");
  }

  @AfterEach
  void close() throws Exception {
    plot.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A letter one of whose parts expands a thousandfold. */
  private static byte[] bomb() throws Exception {
    return Papers.word("", "customXml/item1.xml", "<a>" + " ".repeat(20_000_000) + "</a>");
  }

  /** A PNG whose header claims a hundred thousand pixels a side. */
  private static byte[] hugePicture() throws Exception {
    var header = java.nio.ByteBuffer.allocate(33);
    header.putLong(0x89504E470D0A1A0AL).putInt(13).putInt(0x49484452);
    header.putInt(100_000).putInt(100_000).put((byte) 8).put((byte) 2);
    header.put(new byte[3]);
    var crc = new java.util.zip.CRC32();
    crc.update(header.array(), 12, 17);
    header.putInt((int) crc.getValue());
    var out = new ByteArrayOutputStream();
    out.writeBytes(header.array());
    out.writeBytes(new byte[] {0, 0, 0, 0, 'I', 'E', 'N', 'D'});
    crc.reset();
    crc.update(bytes("IEND"));
    out.writeBytes(java.nio.ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    return out.toByteArray();
  }

  private static byte[] protectedPdf() throws Exception {
    return Papers.pdf(document -> {
      Papers.page(document, "secret");
      document.protect(
          new org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy(
              "owner", "user", new org.apache.pdfbox.pdmodel.encryption.AccessPermission()));
    });
  }

  static List<Arguments> refused() throws Exception {
    byte[] pdf = Papers.pdf(document -> Papers.page(document, "text"));
    return List.of(
        Arguments.of("EMPTY", "空.txt", new byte[0]),
        Arguments.of("EXPANDS_TOO_FAR", "炸弹.docx", bomb()),
        Arguments.of("TOO_MANY_PIXELS", "巨图.png", hugePicture()),
        Arguments.of("ENCRYPTED", "加密.pdf", protectedPdf()),
        Arguments.of("MISLABELLED", "假的.jpg", pdf),
        Arguments.of("CORRUPT", "残缺.pdf", java.util.Arrays.copyOf(pdf, 40)),
        Arguments.of("UNSUPPORTED_TYPE", "程序.bin", new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0}),
        Arguments.of(
            "MACROS",
            "宏.xlsx",
            Papers.zip(
                List.of(
                    "[Content_Types].xml",
                    "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
                    "xl/workbook.xml",
                    "<workbook/>",
                    "xl/vbaProject.bin",
                    "x"))));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void a_harmful_file_ends_in_a_refusal_and_leaves_nothing(
      String reason, String name, byte[] content) throws Exception {
    long before = plot.number("select count(*) from stored_file");
    Response answer = Courier.bring(Accounts.EDITOR, name, content);
    assertEquals(422, answer.statusCode(), answer.asString());
    assertEquals("FILE_REFUSED", answer.path("errors[0].extensions.code"));
    assertEquals(reason, answer.path("errors[0].extensions.reason"), answer.asString());
    assertEquals(before, plot.number("select count(*) from stored_file"));
  }

  @Test
  void a_file_is_what_it_holds_and_is_named_so() {
    Response picture = Courier.bring(Accounts.EDITOR, "../../etc/说明\u202e", bytes("说明文字"));
    assertEquals(201, picture.statusCode());
    assertEquals("说明.txt", picture.path("file.name"));
    assertEquals("text/plain", picture.path("file.mediaType"));
  }

  @Test
  void what_looks_personal_is_told_at_once() throws Exception {
    Response answer =
        Courier.bring(Accounts.EDITOR, "名单.xlsx", Papers.workbook(Papers::fillWorkbook));
    assertEquals(201, answer.statusCode(), answer.asString());
    List<String> places = answer.path("file.findings.place");
    assertTrue(places.contains("sheet 名单 (hidden), cell D7"), places.toString());
    assertFalse(answer.asString().contains(Papers.PHONE));
  }

  @Test
  void a_form_without_the_file_or_too_large_is_refused() {
    assertEquals(
        "BAD_INPUT",
        Courier.as(Accounts.EDITOR)
            .multiPart("another", "a.txt", bytes("x"))
            .post("/attachments")
            .path("errors[0].extensions.code"));
    assertEquals(415, Courier.as(Accounts.EDITOR).body("x").post("/attachments").statusCode());
    assertEquals(405, Courier.as(Accounts.EDITOR).get("/attachments").statusCode());
    assertEquals(
        413,
        Courier.bring(Accounts.EDITOR, "大.txt", new byte[(64 << 20) + (1 << 17)]).statusCode());
  }

  private static RequestSpecification speaking(Accounts account) {
    return Courier.as(account).header("Tus-Resumable", "1.0.0");
  }

  private static Response begin(Accounts account, String name, long size) {
    return speaking(account)
        .header("Upload-Length", size)
        .header(
            "Upload-Metadata",
            "filename " + Base64.getEncoder().encodeToString(bytes(name)) + ",filetype dGV4dA==")
        .post("/attachments/uploads");
  }

  private static Response send(Accounts account, String upload, long offset, byte[] part) {
    return speaking(account)
        .header("Upload-Offset", offset)
        .config(
            io.restassured.RestAssured.config()
                .encoderConfig(
                    io.restassured.config.EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(OFFSET, io.restassured.http.ContentType.BINARY)
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType(OFFSET)
        .body(part)
        .patch(upload);
  }

  private static byte[] text(int size) {
    var random = new Random(7);
    var text = new StringBuilder(size);
    while (text.length() < size) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return bytes(text.toString());
  }

  @Test
  void the_service_says_which_protocol_it_speaks() {
    Response options = Courier.as(Accounts.ANONYMOUS).options("/attachments/uploads");
    assertEquals(204, options.statusCode());
    assertEquals("1.0.0", options.header("Tus-Version"));
    assertEquals("creation,termination,expiration", options.header("Tus-Extension"));
    assertEquals(Integer.toString(64 << 20), options.header("Tus-Max-Size"));
    assertEquals(412, Courier.as(Accounts.EDITOR).post("/attachments/uploads").statusCode());
    assertEquals(401, begin(Accounts.ANONYMOUS, "a.txt", 3).statusCode());
    assertEquals(403, begin(Accounts.REVIEWER, "a.txt", 3).statusCode());
    assertEquals(400, begin(Accounts.EDITOR, "a.txt", (64L << 20) + 1).statusCode());
    assertEquals(400, begin(Accounts.EDITOR, "a.txt", 0).statusCode());
  }

  @Test
  void a_large_file_comes_in_parts_and_goes_on_where_the_line_broke() throws Exception {
    byte[] content = text(5_000_000);
    Response begun = begin(Accounts.EDITOR, "大文件.txt", content.length);
    assertEquals(201, begun.statusCode(), begun.asString());
    String upload = begun.header("Location");
    assertTrue(begun.header("Upload-Expires").endsWith("GMT"));
    Response first = send(Accounts.EDITOR, upload, 0, java.util.Arrays.copyOf(content, 1_500_000));
    assertEquals(204, first.statusCode(), first.asString());
    assertEquals("1500000", first.header("Upload-Offset"));
    breakOff(upload, 1_500_000, content, 2_000_000);
    long kept = 0;
    for (int i = 0; i < 100 && kept < 3_500_000; i++) {
      kept = Long.parseLong(speaking(Accounts.EDITOR).head(upload).header("Upload-Offset"));
      // the service notices the broken line in its own time
      Thread.sleep(50);
    }
    assertEquals(3_500_000, kept, "what came before the line broke is kept");
    assertEquals(
        409, send(Accounts.EDITOR, upload, 0, content).statusCode(), "nothing is taken twice");
    Response last =
        send(
            Accounts.EDITOR,
            upload,
            kept,
            java.util.Arrays.copyOfRange(content, (int) kept, content.length));
    assertEquals(204, last.statusCode(), last.asString());
    String file = last.header("Heliograph-File");
    Response told = Courier.as(Accounts.EDITOR).get(upload);
    assertEquals(file, told.path("file.id"), "whoever missed the answer asks again");
    assertEquals("大文件.txt", told.path("file.name"));
    assertArrayEquals(content, Courier.fetch(Accounts.EDITOR, file).asByteArray());
    assertEquals(0, plot.number("select count(*) from upload_part"));
  }

  /** Sends a part of what it announced, and then nothing more. */
  private void breakOff(String upload, long offset, byte[] content, int length) throws Exception {
    try (var socket = new Socket("127.0.0.1", io.restassured.RestAssured.port)) {
      var out = socket.getOutputStream();
      out.write(
          bytes(
              "PATCH %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: %d\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                  .formatted(
                      URI.create(upload).getPath(),
                      Accounts.EDITOR.token(),
                      offset,
                      OFFSET,
                      content.length - offset)));
      out.write(content, (int) offset, length);
      out.flush();
      // what is sent must arrive before the line breaks, or a reset would drop it
      Thread.sleep(1_000);
    }
  }

  @Test
  void an_upload_is_its_accounts_alone() {
    String upload = begin(Accounts.EDITOR, "a.txt", 3).header("Location");
    for (Accounts other : List.of(Accounts.DEPUTY, Accounts.EDITOR_NYJ, Accounts.SERVICE)) {
      assertEquals(404, speaking(other).head(upload).statusCode(), other.name());
      assertEquals(404, send(other, upload, 0, bytes("abc")).statusCode(), other.name());
      assertEquals(404, Courier.as(other).get(upload).statusCode(), other.name());
      assertEquals(404, speaking(other).delete(upload).statusCode(), other.name());
    }
    for (String any : List.of(upload, upload.substring(0, upload.length() - 2) + "xx")) {
      assertEquals(403, Courier.as(Accounts.SUPERVISOR).get(any).statusCode());
      assertEquals(401, Courier.as(Accounts.ANONYMOUS).get(any).statusCode());
    }
    assertEquals(204, speaking(Accounts.EDITOR).delete(upload).statusCode());
    assertEquals(404, speaking(Accounts.EDITOR).head(upload).statusCode());
  }

  @Test
  void a_bad_file_in_parts_is_refused_at_its_end_and_stays_refused() {
    String upload = begin(Accounts.EDITOR, "假的.jpg", 5).header("Location");
    Response longer = send(Accounts.EDITOR, upload, 0, bytes("longer than it said"));
    assertEquals(400, longer.statusCode());
    Response refused = send(Accounts.EDITOR, upload, 0, bytes("hello"));
    assertEquals(422, refused.statusCode());
    assertEquals("MISLABELLED", refused.path("errors[0].extensions.reason"));
    Response again = Courier.as(Accounts.EDITOR).get(upload);
    assertEquals(422, again.statusCode());
    assertEquals("MISLABELLED", again.path("errors[0].extensions.reason"));
  }

  @Test
  void a_whole_upload_that_a_dead_pod_left_is_finished_by_whoever_asks() throws Exception {
    String upload = begin(Accounts.EDITOR, "遗留.txt", 5).header("Location");
    String id = upload.substring(upload.lastIndexOf('/') + 1);
    plot.run(
        "insert into upload_part(upload_id, start, bytes) values (?, 0, ?)", id, bytes("hello"));
    plot.run("update upload set received = 5 where id = ?", id);
    Response told = Courier.as(Accounts.EDITOR).get(upload);
    assertEquals("遗留.txt", told.path("file.name"), told.asString());
    assertEquals(
        (String) told.path("file.id"), Courier.as(Accounts.EDITOR).get(upload).path("file.id"));
  }

  @Test
  void uploads_under_way_are_bounded_and_given_up_in_time() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertEquals(201, begin(Accounts.EDITOR, "a.txt", 3).statusCode());
    }
    assertEquals(409, begin(Accounts.EDITOR, "a.txt", 3).statusCode());
    assertEquals(201, begin(Accounts.EDITOR_NYJ, "a.txt", 3).statusCode());
    plot.run("update upload set created_at = now() - interval '2 days'");
    cleaning.sweep();
    assertEquals(Map.of(), plot.texts("select id, name from upload"));
  }
}
