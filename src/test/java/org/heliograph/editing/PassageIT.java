package org.heliograph.editing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.heliograph.editing.Clerk.id;
import static org.heliograph.editing.Clerk.outcome;
import static org.heliograph.editing.Clerk.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.editing.Clerk.Typed;
import org.heliograph.privacy.document.Papers;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hit in a file's text says in which file and on which page, to those who may read it there. */
@QuarkusTest
class PassageIT {
  private final String word = "kw" + Long.toString(System.nanoTime(), 36);
  private Plot plot;

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
    Portal.awaitSearch();
  }

  @AfterEach
  void close() throws Exception {
    plot.close();
  }

  private record File(String id, String audience) {}

  private static File brought(String name, byte[] content, String audience) {
    Response answer = Courier.bring(Accounts.EDITOR, name, content);
    assertEquals(201, answer.statusCode(), answer.asString());
    return new File(answer.path("file.id"), audience);
  }

  /** Five pages; two of them say the word, each something else after it. */
  private byte[] book() throws Exception {
    return Papers.pdf(document -> {
      Papers.page(document, "Title of the book");
      Papers.page(document, "Contents and nothing else");
      Papers.page(document, "Money " + word + "a of the third page <b>");
      Papers.page(document, "Between");
      Papers.page(document, "Meeting " + word + "b of the fifth page");
    });
  }

  private JsonPath published(List<File> files) throws Exception {
    Typed plain =
        LifeIT.Kind.DISCLOSURE.input(Desk.fresh("PA"), "附件试验", Map.of("changeNote", "附件"));
    var all = new HashMap<String, Object>();
    ((Map<?, ?>) plain.value()).forEach((name, each) -> all.put((String) name, each));
    var attachments = new ArrayList<Map<String, Object>>();
    for (File file : files) {
      attachments.add(Map.of("file", file.id(), "note", "凭据", "audience", file.audience()));
    }
    all.put("attachments", attachments);
    JsonPath draft =
        Clerk.run(
            Accounts.EDITOR, "draftDisclosure", Map.of("input", new Typed(plain.type(), all)));
    JsonPath published =
        move(
            Accounts.REVIEWER,
            "publish",
            move(Accounts.REVIEWER, "approve", move(Accounts.EDITOR, "submit", draft)));
    plot.awaitIndex();
    return published;
  }

  private static JsonPath move(Accounts as, String mutation, JsonPath before) {
    var all = new LinkedHashMap<String, Typed>();
    all.put("id", id(before.getString("data.it.record.id")));
    all.put("version", version(before.getString("data.it.version")));
    JsonPath answer = Clerk.run(as, mutation, all);
    assertEquals("DONE", outcome(answer), mutation + ": " + answer.prettify());
    return answer;
  }

  private static JsonPath found(Accounts account, String text) {
    JsonPath answer =
        Portal.json(
            account,
            "{search(text:\""
                + text
                + "\"){totalCount edges{passages{file name path page sheet place fragment}}}}");
    return answer.setRootPath("data.search");
  }

  @Test
  void a_pdf_names_its_page() throws Exception {
    File book = brought("账本.pdf", book(), "PUBLIC");
    published(List.of(book));
    JsonPath third = found(Accounts.ANONYMOUS, word + "a");
    assertEquals(1, third.getInt("totalCount"));
    assertEquals(List.of(3), third.getList("edges[0].passages.page"));
    assertEquals(book.id(), third.getString("edges[0].passages[0].file"));
    assertEquals("账本.pdf", third.getString("edges[0].passages[0].name"));
    assertEquals(
        "/attachments/" + book.id() + "#page=3", third.getString("edges[0].passages[0].path"));
    String fragment = third.getString("edges[0].passages[0].fragment");
    assertTrue(fragment.contains("<em>" + word + "a</em>"), fragment);
    assertFalse(fragment.contains("<b>"), fragment);
    assertEquals(
        List.of(5), found(Accounts.ANONYMOUS, word + "b").getList("edges[0].passages.page"));
    assertEquals(
        List.of(3, 5),
        found(Accounts.ANONYMOUS, word + "a " + word + "b")
            .getList("edges[0].passages.page", Integer.class)
            .stream()
            .sorted()
            .toList());
  }

  @Test
  void a_workbook_names_its_sheet_and_a_name_is_no_page() throws Exception {
    File book =
        brought(
            "明细 " + word + "n 表.xlsx",
            Papers.workbook(workbook -> {
              workbook.createSheet("封面").createRow(0).createCell(0).setCellValue("说明");
              workbook
                  .createSheet("名单")
                  .createRow(2)
                  .createCell(1)
                  .setCellValue("金额 " + word + "c");
            }),
            "PUBLIC");
    published(List.of(book));
    JsonPath sheet = found(Accounts.ANONYMOUS, word + "c");
    assertEquals(List.of("名单"), sheet.getList("edges[0].passages.sheet"));
    assertEquals(List.of("sheet 名单"), sheet.getList("edges[0].passages.place"));
    JsonPath name = found(Accounts.ANONYMOUS, word + "n");
    assertEquals(1, name.getInt("totalCount"));
    assertEquals(List.of(""), name.getList("edges[0].passages.place"));
    assertEquals(List.of(book.id()), name.getList("edges[0].passages.file"));
  }

  @Test
  void a_page_of_a_file_that_somebody_may_not_read_is_not_named_to_them() throws Exception {
    File open = brought("公开.txt", ("公开 " + word + "a").getBytes(UTF_8), "PUBLIC");
    File inner = brought("底稿.pdf", book(), "INTERNAL");
    File closed = brought("凭据.pdf", book(), "RESTRICTED");
    published(List.of(open, inner, closed));
    for (Accounts account : List.of(Accounts.ANONYMOUS, Accounts.CITIZEN, Accounts.EDITOR_NYJ)) {
      assertEquals(0, found(account, word + "b").getInt("totalCount"), account.name());
      assertEquals(
          List.of(open.id()), found(account, word + "a").getList("edges[0].passages.file"));
    }
    assertEquals(
        List.of(open.id(), inner.id()),
        found(Accounts.STAFF, word + "a").getList("edges[0].passages.file"));
    assertEquals(List.of(5), found(Accounts.STAFF, word + "b").getList("edges[0].passages.page"));
    assertEquals(
        List.of(open.id(), inner.id(), closed.id()),
        found(Accounts.SUPERVISOR, word + "a").getList("edges[0].passages.file"));
  }
}
