package org.heliograph.editing;

import static org.heliograph.editing.Clerk.id;
import static org.heliograph.editing.Clerk.move;
import static org.heliograph.editing.Clerk.outcome;
import static org.heliograph.editing.Clerk.text;
import static org.heliograph.editing.Clerk.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.attachment.FileCleaning;
import org.heliograph.editing.Clerk.Typed;
import org.heliograph.store.FileStore;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of records: who may bring, find, read and take back which. */
@QuarkusTest
class AttachmentIT {
  @Inject FileStore files;
  @Inject FileCleaning cleaning;
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

  private static Typed input(LifeIT.Kind kind, String code, String note, List<File> files) {
    Typed plain = kind.input(code, "附件试验", Map.of("changeNote", "换了附件"));
    var all = new HashMap<String, Object>();
    ((Map<?, ?>) plain.value()).forEach((name, each) -> all.put((String) name, each));
    var attachments = new ArrayList<Map<String, Object>>();
    for (File file : files) {
      attachments.add(Map.of("file", file.id(), "note", note, "audience", file.audience()));
    }
    all.put("attachments", attachments);
    return new Typed(plain.type(), all);
  }

  private static JsonPath draft(LifeIT.Kind kind, String code, List<File> files) {
    return Clerk.run(
        Accounts.EDITOR, "draft" + kind.type, Map.of("input", input(kind, code, "原始凭据", files)));
  }

  private static JsonPath publish(JsonPath draft) {
    assertEquals("DONE", outcome(draft), draft.prettify());
    JsonPath review = move(Accounts.EDITOR, "submit", draft, Map.of());
    return move(
        Accounts.REVIEWER,
        "publish",
        move(Accounts.REVIEWER, "approve", review, Map.of()),
        Map.of());
  }

  private static List<String> seen(Accounts account, JsonPath published) {
    return Portal.json(
            account,
            "{ node(id: \""
                + published.getString("data.it.record.id")
                + "\") { ... on Record { attachments { file path audience } } } }")
        .getList("data.node.attachments.file");
  }

  private static int found(Accounts account, String word) {
    return Portal.json(account, "{ search(text: \"" + word + "\") { totalCount } }")
        .getInt("data.search.totalCount");
  }

  @ParameterizedTest
  @EnumSource(LifeIT.Kind.class)
  void each_reads_and_finds_the_files_that_are_for_them(LifeIT.Kind kind) throws Exception {
    String word = "kw" + Long.toString(System.nanoTime(), 36);
    var open = new File(Courier.brought(Accounts.EDITOR, "明细.txt", "公开明细 " + word + "a"), "PUBLIC");
    var inner =
        new File(Courier.brought(Accounts.EDITOR, "底稿.txt", "内部底稿 " + word + "b"), "INTERNAL");
    var closed =
        new File(Courier.brought(Accounts.EDITOR, "凭据.txt", "原始凭据 " + word + "c"), "RESTRICTED");
    var all = List.of(open, inner, closed);
    JsonPath draft = draft(kind, Desk.fresh("AT"), all);
    assertEquals(404, Courier.fetch(Accounts.ANONYMOUS, open.id()).statusCode());
    assertEquals(200, Courier.fetch(Accounts.REVIEWER, open.id()).statusCode());
    JsonPath published = publish(draft);
    plot.awaitIndex();

    record Expected(Accounts account, List<File> files) {}
    for (var each :
        List.of(
            new Expected(Accounts.ANONYMOUS, List.of(open)),
            new Expected(Accounts.STAFF, List.of(open, inner)),
            new Expected(Accounts.AUDITOR, List.of(open, inner)),
            new Expected(Accounts.EDITOR_NYJ, List.of(open)),
            new Expected(Accounts.SUPERVISOR, all),
            new Expected(Accounts.EDITOR, all))) {
      String name = kind + " " + each.account();
      assertEquals(
          each.files().stream().map(File::id).toList(), seen(each.account(), published), name);
      int i = 0;
      for (File file : all) {
        boolean may = each.files().contains(file);
        Response fetched = Courier.fetch(each.account(), file.id());
        assertEquals(may ? 200 : 404, fetched.statusCode(), name + " " + file);
        assertEquals(
            may ? 1 : 0, found(each.account(), word + "abc".charAt(i++)), name + " finds " + file);
      }
    }
    assertTrue(
        plot.number(
                "select count(*) from audit_entry where transition = 'READ_PERSONAL' and code = '"
                    + Portal.json(
                            Accounts.EDITOR,
                            "{ node(id: \""
                                + published.getString("data.it.record.id")
                                + "\") { ... on Record { code } } }")
                        .getString("data.node.code")
                    + "'")
            > 0,
        "reading a restricted file is on the trail");
  }

  @Test
  void a_download_goes_on_where_it_broke_off_and_is_not_repeated() {
    String file = Courier.brought(Accounts.EDITOR, "区间.txt", "0123456789");
    publish(draft(LifeIT.Kind.DISCLOSURE, Desk.fresh("AR"), List.of(new File(file, "PUBLIC"))));
    Response whole = Courier.fetch(Accounts.ANONYMOUS, file);
    assertEquals("0123456789", whole.asString());
    assertEquals("bytes", whole.header("Accept-Ranges"));
    assertEquals("text/plain", whole.contentType());
    assertTrue(whole.header("Content-Disposition").startsWith("attachment; filename*=UTF-8''%E5"));
    assertEquals("public, no-cache", whole.header("Cache-Control"));
    assertEquals("sandbox; default-src 'none'", whole.header("Content-Security-Policy"));
    String etag = whole.header("ETag");

    Response part =
        Courier.as(Accounts.ANONYMOUS).header("Range", "bytes=4-").get("/attachments/" + file);
    assertEquals(206, part.statusCode());
    assertEquals("456789", part.asString());
    assertEquals("bytes 4-9/10", part.header("Content-Range"));
    Response tail =
        Courier.as(Accounts.ANONYMOUS)
            .header("Range", "bytes=-3")
            .header("If-Range", etag)
            .get("/attachments/" + file);
    assertEquals("789", tail.asString());
    Response other =
        Courier.as(Accounts.ANONYMOUS)
            .header("Range", "bytes=-3")
            .header("If-Range", "\"another\"")
            .get("/attachments/" + file);
    assertEquals(200, other.statusCode());
    assertEquals(
        416,
        Courier.as(Accounts.ANONYMOUS)
            .header("Range", "bytes=10-")
            .get("/attachments/" + file)
            .statusCode());
    assertEquals(
        304,
        Courier.as(Accounts.ANONYMOUS)
            .header("If-None-Match", etag)
            .get("/attachments/" + file)
            .statusCode());
    Response head = Courier.as(Accounts.ANONYMOUS).head("/attachments/" + file);
    assertEquals(200, head.statusCode());
    assertEquals("10", head.header("Content-Length"));
  }

  @Test
  void what_is_personal_in_a_file_is_refused_at_submission_or_justified() {
    String file = Courier.brought(Accounts.EDITOR, "名册.txt", "联系人电话\n手机号码：13800138000\n谢谢");
    JsonPath draft =
        draft(LifeIT.Kind.DISCLOSURE, Desk.fresh("AP"), List.of(new File(file, "PUBLIC")));
    JsonPath refused =
        Clerk.run(
            Accounts.EDITOR,
            "submit",
            Map.of(
                "id", id(draft.getString("data.it.record.id")),
                "version", version(draft.getString("data.it.version"))));
    assertEquals("PRIVACY", outcome(refused), refused.prettify());
    String place = refused.getString("data.it.refusals[0].path");
    assertTrue(place.startsWith("attachments[0]: "), place);
    assertFalse(refused.prettify().contains("13800138000"));
    move(
        Accounts.EDITOR,
        "submit",
        draft,
        Map.of(
            "justifications",
            new Typed(
                "[JustificationInput!]",
                List.of(Map.of("place", place, "category", "MOBILE", "reason", "公示的办公电话，已获同意")))));
  }

  @Test
  void a_file_that_is_taken_back_is_gone_at_once_and_its_reason_stands() throws Exception {
    String word = "kw" + Long.toString(System.nanoTime(), 36);
    String file = Courier.brought(Accounts.EDITOR, "误传.txt", "误传 " + word);
    JsonPath published =
        publish(draft(LifeIT.Kind.DISCLOSURE, Desk.fresh("AW"), List.of(new File(file, "PUBLIC"))));
    plot.awaitIndex();
    assertEquals(1, found(Accounts.ANONYMOUS, word));
    JsonPath withdrawn =
        move(
            Accounts.REVIEWER,
            "withdrawAttachment",
            published,
            Map.of(
                "attachment", id(file),
                "kind", new Typed("WithdrawalKind!", "GONE"),
                "reason", text("附件有误，另行公布")));
    for (Accounts account : List.of(Accounts.ANONYMOUS, Accounts.EDITOR, Accounts.SUPERVISOR)) {
      assertEquals(404, Courier.fetch(account, file).statusCode(), account.name());
      assertEquals(0, found(account, word), account.name());
    }
    JsonPath shown =
        Portal.json(
            Accounts.ANONYMOUS,
            "{ node(id: \""
                + withdrawn.getString("data.it.record.id")
                + "\") { ... on Record { stage attachments { name path withdrawnAt withdrawalReason } } } }");
    assertEquals("PUBLISHED", shown.getString("data.node.stage"));
    assertEquals("误传.txt", shown.getString("data.node.attachments[0].name"));
    assertEquals("附件有误，另行公布", shown.getString("data.node.attachments[0].withdrawalReason"));
    assertEquals(null, shown.getString("data.node.attachments[0].path"));
    plot.awaitIndex();
    assertEquals(0, found(Accounts.ANONYMOUS, word), "nor once the index has followed");
  }

  @Test
  void a_file_goes_with_its_record() throws Exception {
    String file = Courier.brought(Accounts.EDITOR, "随撤.txt", "随记录撤回");
    JsonPath published =
        publish(draft(LifeIT.Kind.DISCLOSURE, Desk.fresh("AG"), List.of(new File(file, "PUBLIC"))));
    move(
        Accounts.REVIEWER,
        "withdraw",
        published,
        Map.of("kind", new Typed("WithdrawalKind!", "GONE"), "reason", text("内容有误")));
    assertEquals(404, Courier.fetch(Accounts.ANONYMOUS, file).statusCode());
    assertEquals(404, Courier.fetch(Accounts.STAFF, file).statusCode());
    assertEquals(200, Courier.fetch(Accounts.EDITOR, file).statusCode());
  }

  @Test
  void a_file_of_an_earlier_revision_is_not_the_publics() {
    String first = Courier.brought(Accounts.EDITOR, "旧.txt", "旧的附件");
    String second = Courier.brought(Accounts.EDITOR, "新.txt", "新的附件");
    String code = Desk.fresh("AC");
    LifeIT.Kind kind = LifeIT.Kind.DISCLOSURE;
    JsonPath published = publish(draft(kind, code, List.of(new File(first, "PUBLIC"))));
    JsonPath correction =
        move(
            Accounts.EDITOR,
            "correctDisclosure",
            published,
            Map.of("input", input(kind, code, "更正", List.of(new File(second, "PUBLIC")))));
    assertEquals(404, Courier.fetch(Accounts.ANONYMOUS, second).statusCode());
    assertEquals(200, Courier.fetch(Accounts.ANONYMOUS, first).statusCode());
    publish(correction);
    assertEquals(200, Courier.fetch(Accounts.ANONYMOUS, second).statusCode());
    assertEquals(404, Courier.fetch(Accounts.ANONYMOUS, first).statusCode());
    assertEquals(200, Courier.fetch(Accounts.EDITOR, first).statusCode());
  }

  @Test
  void nobody_brings_or_takes_a_file_for_another_organisation() {
    byte[] content = "内容".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(401, Courier.bring(Accounts.ANONYMOUS, "a.txt", content).statusCode());
    assertEquals(403, Courier.bring(Accounts.REVIEWER, "a.txt", content).statusCode());
    assertEquals(403, Courier.bring(Accounts.STAFF, "a.txt", content).statusCode());
    assertEquals(
        403,
        Courier.as(Accounts.EDITOR)
            .multiPart("file", "a.txt", content)
            .multiPart("organisation", "QY-NYJ")
            .post("/attachments")
            .statusCode());
    String loose = Courier.brought(Accounts.EDITOR_NYJ, "他单位.txt", "他单位的文件");
    assertEquals(404, Courier.fetch(Accounts.EDITOR, loose).statusCode());
    assertEquals(404, Courier.as(Accounts.EDITOR).delete("/attachments/" + loose).statusCode());
    JsonPath taken =
        draft(LifeIT.Kind.DISCLOSURE, Desk.fresh("AO"), List.of(new File(loose, "PUBLIC")));
    JsonPath unknown =
        draft(
            LifeIT.Kind.DISCLOSURE,
            Desk.fresh("AO"),
            List.of(new File("AAAAAAAAAAAAAAAAAAAAAA", "PUBLIC")));
    assertEquals("INVALID", outcome(taken), taken.prettify());
    assertEquals("input.attachments[0].file", taken.getString("data.it.refusals[0].path"));
    assertEquals(
        unknown.getString("data.it.refusals[0].message"),
        taken.getString("data.it.refusals[0].message"),
        "a file of others is told like one that is not there");
    // nor a file of another record
    String own = Courier.brought(Accounts.EDITOR, "本单位.txt", "本单位的文件");
    var claimed = List.of(new File(own, "PUBLIC"));
    assertEquals("DONE", outcome(draft(LifeIT.Kind.DISCLOSURE, Desk.fresh("AO"), claimed)));
    assertEquals("INVALID", outcome(draft(LifeIT.Kind.DISCLOSURE, Desk.fresh("AO"), claimed)));
    assertEquals(
        404,
        Courier.as(Accounts.EDITOR).delete("/attachments/" + own).statusCode(),
        "what a record has leaves with a transition alone");
    assertEquals(204, Courier.as(Accounts.EDITOR_NYJ).delete("/attachments/" + loose).statusCode());
  }

  @Test
  void an_erased_file_leaves_nothing_behind_but_the_fact() throws Exception {
    String canary = "canary" + Long.toString(System.nanoTime(), 36);
    String file = Courier.brought(Accounts.EDITOR, canary + ".txt", "金丝雀 " + canary);
    JsonPath published =
        publish(draft(LifeIT.Kind.DISCLOSURE, Desk.fresh("AE"), List.of(new File(file, "PUBLIC"))));
    Path content = content(file);
    assertTrue(Files.exists(content));
    move(
        Accounts.REVIEWER,
        "withdrawAttachment",
        published,
        Map.of(
            "attachment", id(file),
            "kind", new Typed("WithdrawalKind!", "ERASED"),
            "reason", text("误公开个人信息")));
    assertEquals(404, Courier.fetch(Accounts.EDITOR, file).statusCode());
    assertEquals(Map.of(), plot.holding(canary));
    cleaning.purge();
    assertFalse(Files.exists(content), "the content is deleted");
    JsonPath shown =
        Portal.json(
            Accounts.EDITOR,
            "{ node(id: \""
                + published.getString("data.it.record.id")
                + "\") { ... on Record { title attachments { name withdrawalReason } } } }");
    assertNotEquals("（已依法删除）", shown.getString("data.node.title"));
    assertEquals("（已依法删除）", shown.getString("data.node.attachments[0].name"));
  }

  private Path content(String file) {
    String digest = files.find(file).orElseThrow().sha256();
    return Path.of(Courier.store(), digest.substring(0, 2), digest.substring(2, 4), digest);
  }

  @Test
  void a_content_that_two_files_share_stays_until_both_are_gone() {
    String text = "同样的内容 " + System.nanoTime();
    String one = Courier.brought(Accounts.EDITOR, "甲.txt", text);
    String two = Courier.brought(Accounts.EDITOR_NYJ, "乙.txt", text);
    assertNotEquals(one, two);
    Path content = content(one);
    assertEquals(content, content(two));
    Courier.as(Accounts.EDITOR).delete("/attachments/" + one).then().statusCode(204);
    cleaning.purge();
    assertTrue(Files.exists(content));
    Courier.as(Accounts.EDITOR_NYJ).delete("/attachments/" + two).then().statusCode(204);
    cleaning.purge();
    assertFalse(Files.exists(content));
  }

  @Test
  void a_file_that_no_revision_has_is_purged_after_its_time() throws Exception {
    String unused = Courier.brought(Accounts.EDITOR, "不用.txt", "不用 " + System.nanoTime());
    String dropped = Courier.brought(Accounts.EDITOR, "弃用.txt", "弃用 " + System.nanoTime());
    String kept = Courier.brought(Accounts.EDITOR, "留用.txt", "留用 " + System.nanoTime());
    String code = Desk.fresh("AU");
    LifeIT.Kind kind = LifeIT.Kind.DISCLOSURE;
    JsonPath draft =
        draft(kind, code, List.of(new File(dropped, "PUBLIC"), new File(kept, "PUBLIC")));
    move(
        Accounts.EDITOR,
        "updateDisclosure",
        draft,
        Map.of("input", input(kind, code, "说明", List.of(new File(kept, "PUBLIC")))));
    cleaning.sweep();
    assertTrue(files.find(unused).isPresent(), "not before its time");
    plot.run(
        "update stored_file set touched_at = now() - interval '2 days' where id in ('%s', '%s', '%s')"
            .formatted(unused, dropped, kept));
    cleaning.sweep();
    cleaning.purge();
    assertTrue(files.find(unused).isEmpty());
    assertTrue(files.find(dropped).isEmpty());
    assertTrue(files.find(kept).isPresent());
    assertEquals(200, Courier.fetch(Accounts.EDITOR, kept).statusCode());
    assertEquals(0, files.purgeUnused(Duration.ofDays(1)));
  }
}
