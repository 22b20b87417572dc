package org.heliograph.editing;

import static io.restassured.RestAssured.given;
import static org.heliograph.editing.Clerk.id;
import static org.heliograph.editing.Clerk.move;
import static org.heliograph.editing.Clerk.outcome;
import static org.heliograph.editing.Clerk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.heliograph.audit.AuditVerification;
import org.heliograph.editing.Clerk.Typed;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.heliograph.timetable.Timetable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A canary in every text of every revision is nowhere after an erasure: in no row of any table, no
 * document of any index, no answer to anybody.
 */
@QuarkusTest
class ErasureIT {
  @Inject AuditVerification verification;
  @Inject Timetable timetable;
  private Plot plot;

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
  }

  @AfterEach
  void close() throws Exception {
    plot.close();
  }

  private static Object sing(Object value, String canary) {
    return switch (value) {
      case String word when word.chars().anyMatch(c -> c > 0x2e80) -> word + canary;
      case List<?> list -> {
        var all = new ArrayList<Object>();
        list.forEach(each -> all.add(sing(each, canary)));
        yield all;
      }
      case Map<?, ?> map -> {
        var all = new HashMap<Object, Object>();
        map.forEach((name, each) -> all.put(name, sing(each, canary)));
        yield all;
      }
      default -> value;
    };
  }

  private static Typed input(
      LifeIT.Kind kind, String code, String canary, String note, String file) {
    Typed plain = input(kind, code, canary, note);
    var all = new HashMap<String, Object>();
    ((Map<?, ?>) plain.value()).forEach((name, each) -> all.put((String) name, each));
    all.put(
        "attachments",
        List.of(Map.of("file", file, "name", canary + ".txt", "note", "附件" + canary)));
    return new Typed(plain.type(), all);
  }

  private static Typed input(LifeIT.Kind kind, String code, String canary, String note) {
    Typed plain = kind.input(code, "标题", Map.of("changeNote", note));
    var all = new HashMap<String, Object>();
    ((Map<?, ?>) plain.value()).forEach((name, each) -> all.put((String) name, sing(each, canary)));
    switch (kind) {
      case POWER_ITEM -> {
        all.put("responsiblePerson", "李" + canary);
        all.put("reviewRemark", "备注" + canary);
      }
      case DISCLOSURE -> all.put("remark", "备注" + canary);
      case SUBSIDY_BENEFICIARY -> all.put("evidence", "凭证" + canary);
      case CASE_OUTCOME -> {
        all.put("respondentName", "王" + canary);
        all.put("reporter", "赵" + canary);
      }
    }
    return new Typed(plain.type(), all);
  }

  @ParameterizedTest
  @EnumSource(LifeIT.Kind.class)
  void nothing_is_left_of_what_was_erased(LifeIT.Kind kind) throws Exception {
    String code = Desk.fresh("ERA");
    String canary = "canary" + Long.toString(System.nanoTime(), 36);
    String file = Courier.brought(Accounts.EDITOR, canary + ".txt", "附件里的" + canary);
    JsonPath draft =
        Clerk.run(
            Accounts.EDITOR,
            "draft" + kind.type,
            Map.of("input", input(kind, code, "草" + canary, "说明", file)));
    assertEquals("DONE", outcome(draft), draft.prettify());
    JsonPath updated =
        move(
            Accounts.EDITOR,
            "update" + kind.type,
            draft,
            Map.of("input", input(kind, code, "改" + canary, "说明" + canary, file)));
    JsonPath first = publish(updated);
    JsonPath second =
        publish(
            move(
                Accounts.EDITOR,
                "correct" + kind.type,
                first,
                Map.of("input", input(kind, code, "正" + canary, "说明" + canary, file))));
    JsonPath pending =
        move(
            Accounts.EDITOR,
            "correct" + kind.type,
            second,
            Map.of("input", input(kind, code, "再" + canary, "说明" + canary)));
    move(Accounts.EDITOR, "submit", pending, Map.of());
    plot.awaitIndex();
    assertTrue(
        plot.holding(canary).size() >= 2, "the canary sings before: " + plot.holding(canary));
    assertTrue(documents(canary) > 0, "in the index as well");
    assertEquals(1, contents(canary), "and among the contents of files");

    move(
        Accounts.EDITOR,
        "withdraw",
        second,
        Map.of("kind", new Typed("WithdrawalKind!", "ERASED"), "reason", text("误公开个人信息")));
    assertEquals(
        Map.of(), plot.holding(canary), "no row holds it as soon as the mutation returned");
    String id = first.getString("data.it.record.id");
    for (Accounts account : Accounts.values()) {
      String answers =
          Portal.ask(
                  account,
                  "{ node(id: \""
                      + id
                      + "\") { ... on Tombstone { withdrawal { kind reason successorId } } ... on Record { title } } }")
              + Portal.ask(
                  account, "{ search(text: \"" + canary + "\") { totalCount nodes { title } } }");
      assertFalse(answers.contains(canary.substring(6)), account + answers);
      assertTrue(
          account != Accounts.ANONYMOUS || answers.contains("\"kind\":\"ERASED\",\"reason\":null"),
          answers);
      assertTrue(answers.contains("\"totalCount\":0"), account + answers);
    }
    awaitDone(code);
    assertEquals(0, documents(canary));
    assertEquals(0, contents(canary));
    assertEquals(Map.of(), plot.holding(canary));
    assertEquals(404, Courier.fetch(Accounts.EDITOR, file).statusCode());
    assertEquals(List.of(), verification.verify(Map.of()).findings());
  }

  @Test
  void a_first_correction_in_work_goes_with_it() throws Exception {
    String code = Desk.fresh("ERC");
    String canary = "canary" + Long.toString(System.nanoTime(), 36);
    LifeIT.Kind kind = LifeIT.Kind.CASE_OUTCOME;
    JsonPath published =
        publish(
            Clerk.run(
                Accounts.EDITOR,
                "draft" + kind.type,
                Map.of("input", kind.input(code, "标题", Map.of()))));
    move(
        Accounts.EDITOR,
        "correct" + kind.type,
        published,
        Map.of("input", input(kind, code, canary, "说明")));
    plot.awaitIndex();
    assertTrue(documents(canary) > 0, "the canary sings before");
    move(
        Accounts.EDITOR,
        "withdraw",
        published,
        Map.of("kind", new Typed("WithdrawalKind!", "ERASED"), "reason", text("误公开个人信息")));
    awaitDone(code);
    assertEquals(0, documents(canary));
    assertEquals(Map.of(), plot.holding(canary));
  }

  private static JsonPath publish(JsonPath draft) {
    JsonPath review = move(Accounts.EDITOR, "submit", draft, Map.of());
    return move(
        Accounts.REVIEWER,
        "publish",
        move(Accounts.REVIEWER, "approve", review, Map.of()),
        Map.of());
  }

  private void awaitDone(String code) throws Exception {
    String done =
        "select count(*) from audit_entry where transition = 'ERASE_DONE' and code = '"
            + code
            + "'";
    for (int i = 0; i < 300 && plot.number(done) == 0; i++) {
      // the index follows in its own time
      Thread.sleep(100);
      timetable.look();
    }
    assertEquals(
        1,
        plot.number(done),
        () -> {
          try {
            return plot.texts("select code, waits_for from erasure where done_at is null")
                .toString();
          } catch (java.sql.SQLException e) {
            return e.toString();
          }
        });
  }

  /** How many stored contents and files of the spool hold the word. */
  private static long contents(String word) throws IOException {
    long found = 0;
    for (Path root :
        List.of(
            Path.of(Courier.store()),
            Path.of(System.getProperty("java.io.tmpdir"), "heliograph-uploads"))) {
      try (var all = Files.walk(root)) {
        for (Path path : all.filter(Files::isRegularFile).toList()) {
          found +=
              new String(Files.readAllBytes(path), StandardCharsets.UTF_8).contains(word) ? 1 : 0;
        }
      }
    }
    return found;
  }

  /** How many documents of all indices hold the word, tombstones and internal tier included. */
  private static int documents(String word) {
    String url = ConfigProvider.getConfig().getValue("heliograph.search.public.url", String.class);
    given().post(url + "/_all/_refresh");
    return JsonPath.from(
            given()
                .contentType("application/json")
                .body(
                    Map.of(
                        "query",
                        Map.of(
                            "query_string",
                            Map.of("query", "*" + word + "*", "fields", List.of("*")))))
                .post(url + "/_all/_search?expand_wildcards=all")
                .body()
                .asString())
        .getInt("hits.total.value");
  }
}
