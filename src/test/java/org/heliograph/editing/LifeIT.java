package org.heliograph.editing;

import static org.heliograph.editing.Clerk.id;
import static org.heliograph.editing.Clerk.move;
import static org.heliograph.editing.Clerk.outcome;
import static org.heliograph.editing.Clerk.text;
import static org.heliograph.editing.Clerk.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.editing.Clerk.Typed;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole life of one record of each kind, over HTTP, with the tokens of those who live it. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeIT {

  /** What a draft of each kind says beside code and title. */
  enum Kind {
    POWER_ITEM(
        "PowerItem",
        Map.of(
            "category",
            "LICENSING",
            "level",
            "COUNTY",
            "source",
            "STATUTORY",
            "duties",
            List.of("依法受理"),
            "statutoryLimit",
            Map.of("days", 20, "unit", "WORKING_DAY"),
            "steps",
            List.of(
                Map.of("key", "a", "name", "受理", "next", List.of(Map.of("to", "b"))),
                Map.of("key", "b", "name", "决定", "clockStops", List.of("SUPPLEMENT"))),
            "riskPoints",
            List.of(
                Map.of(
                    "code",
                    "R1",
                    "grade",
                    "A",
                    "description",
                    "收受财物",
                    "step",
                    "b",
                    "measures",
                    List.of(Map.of("description", "双人办理")))))),
    DISCLOSURE(
        "Disclosure",
        Map.of(
            "category",
            "VILLAGE_FINANCE",
            "content",
            "本季度村级财务收支",
            "period",
            "2026-Q3",
            "account",
            Map.of(
                "lines", List.of(Map.of("name", "办公费", "budget", "1000.00", "actual", "980.50"))))),
    SUBSIDY_BENEFICIARY(
        "SubsidyBeneficiary",
        Map.of(
            "programme",
            "TW-DB",
            "year",
            2026,
            "period",
            "2026-09",
            "name",
            "欧阳建国",
            "amount",
            "640.00",
            "paidOn",
            "2026-09-15",
            "region",
            "990121101201")),
    CASE_OUTCOME(
        "CaseOutcome",
        Map.of(
            "type",
            "ADMINISTRATIVE_PENALTY",
            "respondentKind",
            "ORGANISATION",
            "respondent",
            "某燃气店",
            "violationCategory",
            "无证经营",
            "facts",
            "未取得许可从事经营",
            "documentNumber",
            "清市监罚〔2026〕77号",
            "decidedOn",
            "2026-08-01",
            "outcomes",
            List.of(Map.of("measure", "罚款", "amount", "5000.00"))));

    final String type;
    final Map<String, Object> content;

    Kind(String type, Map<String, Object> content) {
      this.type = type;
      this.content = content;
    }

    Typed input(String code, String title, Map<String, ?> more) {
      var all = new HashMap<String, Object>(content);
      all.put("code", code);
      all.put("title", title);
      all.putAll(more);
      return new Typed(type + "Input!", all);
    }
  }

  @BeforeAll
  void prepare() throws Exception {
    try (var plot = new Plot()) {
      plot.prepare();
    }
  }

  private static String node(Accounts as, String id) {
    return Portal.ask(
        as,
        "{ node(id: \""
            + id
            + "\") { id ... on Record { title stage revision changeNote version } ... on Tombstone { withdrawal { kind reason } } } }");
  }

  private static int found(Accounts as, String title) {
    return Portal.json(as, "{ search(text: \"" + title + "\", first: 5) { nodes { code title } } }")
        .getList("data.search.nodes.findAll { it.title == '" + title + "' }")
        .size();
  }

  private static void await(Accounts as, String title, int times) throws Exception {
    for (int i = 0; i < 100 && found(as, title) != times; i++) {
      // the index follows in its own time
      Thread.sleep(100);
    }
    assertEquals(times, found(as, title), title);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void from_draft_to_withdrawal(Kind kind) throws Exception {
    String code = Desk.fresh("LIFE");
    String title = "生命" + code;
    JsonPath draft =
        Clerk.run(
            Accounts.EDITOR,
            "draft" + kind.type,
            Map.of("input", kind.input(code, title, Map.of())));
    assertEquals("DONE", outcome(draft), draft.prettify());
    assertEquals("DRAFT", draft.getString("data.it.record.stage"));
    assertEquals("1.1", draft.getString("data.it.version"));
    String id = draft.getString("data.it.record.id");
    assertTrue(node(Accounts.ANONYMOUS, id).contains("NOT_FOUND"));
    assertTrue(node(Accounts.EDITOR_NYJ, id).contains("NOT_FOUND"));
    assertTrue(node(Accounts.EDITOR, id).contains("\"version\":\"1.1\""));

    var better = kind.input(code, title, Map.of("visibleUntil", "2099-01-01T00:00:00Z"));
    JsonPath updated = move(Accounts.EDITOR, "update" + kind.type, draft, Map.of("input", better));
    JsonPath submitted = move(Accounts.EDITOR, "submit", updated, Map.of());
    JsonPath returned =
        move(Accounts.REVIEWER, "return", submitted, Map.of("reason", text("请补充依据")));
    assertEquals("RETURNED", returned.getString("data.it.record.stage"));
    assertEquals("请补充依据", returned.getString("data.it.record.reviewNote"));
    JsonPath again = move(Accounts.EDITOR, "update" + kind.type, returned, Map.of("input", better));
    JsonPath review = move(Accounts.EDITOR, "submit", again, Map.of());
    assertNull(review.getString("data.it.record.reviewNote"));
    JsonPath approved = move(Accounts.REVIEWER, "approve", review, Map.of());
    assertTrue(node(Accounts.ANONYMOUS, id).contains("NOT_FOUND"), "approved is not published");
    assertEquals(0, found(Accounts.ANONYMOUS, title));
    JsonPath published = move(Accounts.EDITOR, "publish", approved, Map.of());
    String open = node(Accounts.ANONYMOUS, id);
    assertTrue(open.contains("\"stage\":\"PUBLISHED\""), open);
    assertTrue(open.contains("\"version\":null"), open);
    await(Accounts.ANONYMOUS, published.getString("data.it.record.title"), 1);

    corrected(kind, code, published);
  }

  private static void corrected(Kind kind, String code, JsonPath published) throws Exception {
    String id = published.getString("data.it.record.id");
    String old = published.getString("data.it.record.title");
    String title = "更正" + code;
    var input = kind.input(code, title, Map.of("changeNote", "更正了标题"));
    JsonPath correction =
        move(Accounts.EDITOR, "correct" + kind.type, published, Map.of("input", input));
    String own = correction.getString("data.it.record.id");
    assertFalse(own.equals(id), "a correction in work has an id of its own");
    assertEquals(2, correction.getInt("data.it.record.revision"));
    assertTrue(node(Accounts.ANONYMOUS, own).contains("NOT_FOUND"));
    JsonPath review = move(Accounts.EDITOR, "submit", correction, Map.of());
    JsonPath approved = move(Accounts.REVIEWER, "approve", review, Map.of());
    assertTrue(node(Accounts.ANONYMOUS, id).contains(old), "the old one stays up");
    JsonPath now = move(Accounts.REVIEWER, "publish", approved, Map.of());
    assertEquals(id, now.getString("data.it.record.id"));
    String open = node(Accounts.ANONYMOUS, id);
    assertTrue(open.contains("更正了标题") && open.contains("\"revision\":2"), open);
    String newest = now.getString("data.it.record.title");
    history(id, old, newest);
    await(Accounts.ANONYMOUS, newest, 1);

    JsonPath withdrawn =
        move(
            Accounts.EDITOR,
            "withdraw",
            now,
            Map.of("kind", new Typed("WithdrawalKind!", "GONE"), "reason", text("依据已废止")));
    assertEquals("WITHDRAWN", withdrawn.getString("data.it.record.stage"));
    String gone = node(Accounts.ANONYMOUS, id);
    assertTrue(gone.contains("\"kind\":\"GONE\"") && gone.contains("依据已废止"), gone);
    assertFalse(gone.contains(newest), gone);
    assertEquals(0, found(Accounts.ANONYMOUS, newest), "gone at once, before the index follows");
  }

  private static void history(String id, String old, String newest) {
    JsonPath known =
        Portal.json(
            Accounts.ANONYMOUS,
            "{ it: revisions(id: \"" + id + "\") { revision stage changeNote } }");
    assertEquals(List.of("SUPERSEDED", "PUBLISHED"), known.getList("data.it.stage"));
    assertEquals("更正了标题", known.getString("data.it[1].changeNote"));
    String asked = "{ it: changes(id: \"" + id + "\", from: 1, to: 2) { field before after } }";
    JsonPath changes = Portal.json(Accounts.EDITOR, asked);
    assertEquals(
        old, changes.getString("data.it.find { it.field == 'title' }.before"), changes.prettify());
    assertEquals(newest, changes.getString("data.it.find { it.field == 'title' }.after"));
    // what was corrected is no longer the public's to read
    for (Accounts account : List.of(Accounts.ANONYMOUS, Accounts.EDITOR_NYJ, Accounts.STAFF)) {
      assertEquals("NOT_FOUND", Portal.json(account, asked).getString("errors[0].extensions.code"));
    }
  }

  @Test
  void a_stale_version_is_told_what_changed_meanwhile() {
    String code = Desk.fresh("STALE");
    JsonPath draft =
        Clerk.run(
            Accounts.EDITOR,
            "draftDisclosure",
            Map.of("input", Kind.DISCLOSURE.input(code, "初稿" + code, Map.of())));
    move(
        Accounts.DEPUTY,
        "updateDisclosure",
        draft,
        Map.of("input", Kind.DISCLOSURE.input(code, "二稿" + code, Map.of("content", "别的内容"))));
    JsonPath stale =
        Clerk.run(
            Accounts.EDITOR,
            "submit",
            Map.of(
                "id", id(draft.getString("data.it.record.id")),
                "version", version(draft.getString("data.it.version"))));
    assertEquals("STALE", outcome(stale));
    assertEquals("UPDATE", stale.getString("data.it.refusals[0].changes[0].transition"));
    assertEquals("1.2", stale.getString("data.it.refusals[0].changes[0].version"));
    assertEquals(
        List.of("content", "title"), stale.getList("data.it.refusals[0].changes[0].fields"));
    assertNull(stale.getString("data.it.record"));
  }

  @Test
  void a_repeated_key_changes_nothing_twice_and_a_foreign_use_is_refused() {
    String code = Desk.fresh("KEY");
    var input = Kind.DISCLOSURE.input(code, "重试" + code, Map.of());
    var key = text("key-" + code);
    var once = Clerk.run(Accounts.EDITOR, "draftDisclosure", Map.of("input", input, "key", key));
    var twice = Clerk.run(Accounts.EDITOR, "draftDisclosure", Map.of("input", input, "key", key));
    assertEquals("DONE", outcome(once), once.prettify());
    assertEquals("DONE", outcome(twice), twice.prettify());
    assertFalse(once.getBoolean("data.it.repeated"));
    assertTrue(twice.getBoolean("data.it.repeated"));
    assertEquals(once.getString("data.it.record.id"), twice.getString("data.it.record.id"));
    assertEquals("1.1", twice.getString("data.it.version"));
    var other = Kind.DISCLOSURE.input(code + "-2", "另一条", Map.of());
    assertEquals(
        "KEY_REUSED",
        outcome(Clerk.run(Accounts.EDITOR, "draftDisclosure", Map.of("input", other, "key", key))));
    assertEquals(
        "CODE_TAKEN",
        outcome(Clerk.run(Accounts.EDITOR, "draftDisclosure", Map.of("input", input))));
  }

  @Test
  void whoever_wrote_a_revision_does_not_approve_it() {
    String code = Desk.fresh("EYES");
    JsonPath draft =
        Clerk.run(
            Accounts.EDITOR,
            "draftDisclosure",
            Map.of("input", Kind.DISCLOSURE.input(code, "四眼" + code, Map.of())));
    JsonPath touched =
        move(
            Accounts.DEPUTY,
            "updateDisclosure",
            draft,
            Map.of("input", Kind.DISCLOSURE.input(code, "四眼" + code, Map.of("result", "通过"))));
    JsonPath submitted = move(Accounts.EDITOR, "submit", touched, Map.of());
    var arguments =
        Map.of(
            "id", id(submitted.getString("data.it.record.id")),
            "version", version(submitted.getString("data.it.version")));
    assertEquals("OWN_WORK", outcome(Clerk.run(Accounts.DEPUTY, "approve", arguments)));
    assertEquals("DONE", outcome(Clerk.run(Accounts.REVIEWER, "approve", arguments)));
  }

  @Test
  void wrong_content_is_refused_field_by_field_without_its_values() {
    var input =
        Kind.SUBSIDY_BENEFICIARY.input(
            Desk.fresh("BAD"),
            "",
            Map.of(
                "idNumber",
                "990121198001011234",
                "year",
                1066,
                "amount",
                "12.30",
                "bankTail",
                "6222021234567",
                "programme",
                "NONE"));
    var answer = Clerk.run(Accounts.EDITOR, "draftSubsidyBeneficiary", Map.of("input", input));
    assertEquals("INVALID", outcome(answer));
    assertEquals(
        java.util.Set.of("input.year", "input.bankTail", "input.programme"),
        java.util.Set.copyOf(answer.getList("data.it.refusals.path")));
    assertFalse(answer.prettify().contains("990121198001011234"));
    assertFalse(answer.prettify().contains("6222021234567"));
  }

  @Test
  void what_looks_personal_is_taken_out_or_justified_before_anybody_reviews_it() {
    String code = Desk.fresh("PRIV");
    var input =
        Kind.DISCLOSURE.input(
            code,
            "公示" + code,
            Map.of("result", "联系人手机13800138000，身份证号990121198001011231。", "basis", "清政发〔2026〕12号"));
    JsonPath draft = Clerk.run(Accounts.EDITOR, "draftDisclosure", Map.of("input", input));
    var arguments = new LinkedHashMap<String, Typed>();
    arguments.put("id", id(draft.getString("data.it.record.id")));
    arguments.put("version", version(draft.getString("data.it.version")));
    JsonPath refused = Clerk.run(Accounts.EDITOR, "submit", arguments);
    assertEquals("PRIVACY", outcome(refused), refused.prettify());
    assertEquals(List.of("result", "result"), refused.getList("data.it.refusals.path"));
    assertFalse(refused.prettify().contains("13800138000"));
    assertFalse(refused.prettify().contains("198001"));
    var one = Map.of("place", "result", "category", "MOBILE", "reason", "值班电话，已公开");
    arguments.put("justifications", new Typed("[JustificationInput!]", List.of(one)));
    assertEquals(
        List.of("PRIVACY"),
        Clerk.run(Accounts.EDITOR, "submit", arguments).getList("data.it.refusals.code"));
    var two = Map.of("place", "result", "category", "IDENTITY_NUMBER", "reason", "样例号码");
    arguments.put("justifications", new Typed("[JustificationInput!]", List.of(one, two)));
    JsonPath submitted = Clerk.run(Accounts.EDITOR, "submit", arguments);
    assertEquals("DONE", outcome(submitted), submitted.prettify());
    String seen =
        Portal.ask(
            Accounts.REVIEWER,
            "{ node(id: \""
                + submitted.getString("data.it.record.id")
                + "\") { ... on Record { privacyDecisions { category place excerpt reason } } } }");
    assertTrue(seen.contains("值班电话，已公开") && seen.contains("样例号码"), seen);
    assertFalse(seen.contains("13800138000"), seen);
  }

  @Test
  void an_annulled_penalty_leaves_as_gone_or_erased_alone() {
    String code = Desk.fresh("ANN");
    JsonPath draft =
        Clerk.run(
            Accounts.EDITOR,
            "draftCaseOutcome",
            Map.of("input", Kind.CASE_OUTCOME.input(code, "处罚" + code, Map.of())));
    JsonPath review = move(Accounts.EDITOR, "submit", draft, Map.of());
    JsonPath approved = move(Accounts.REVIEWER, "approve", review, Map.of());
    JsonPath published = move(Accounts.REVIEWER, "publish", approved, Map.of());
    for (String kind : List.of("WITHDRAWN", "GONE")) {
      JsonPath answer =
          Clerk.run(
              Accounts.EDITOR,
              "withdraw",
              Map.of(
                  "id", id(published.getString("data.it.record.id")),
                  "version", version(published.getString("data.it.version")),
                  "kind", new Typed("WithdrawalKind!", kind),
                  "annulledOn", new Typed("Date", "2026-08-20"),
                  "reason", text("复议撤销")));
      assertEquals(kind.equals("GONE") ? "DONE" : "INVALID", outcome(answer), answer.prettify());
    }
  }

  @Test
  void nobody_drafts_for_another_organisation() {
    var input = Kind.DISCLOSURE.input(Desk.fresh("ORG"), "越权", Map.of("organisation", "QY-NYJ"));
    assertEquals(
        "FORBIDDEN",
        outcome(Clerk.run(Accounts.EDITOR, "draftDisclosure", Map.of("input", input))));
    assertEquals(
        "UNAUTHENTICATED",
        outcome(Clerk.run(Accounts.ANONYMOUS, "draftDisclosure", Map.of("input", input))));
  }
}
