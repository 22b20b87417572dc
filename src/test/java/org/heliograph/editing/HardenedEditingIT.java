package org.heliograph.editing;

import static org.heliograph.editing.Clerk.id;
import static org.heliograph.editing.Clerk.outcome;
import static org.heliograph.editing.Clerk.text;
import static org.heliograph.editing.Clerk.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.heliograph.editing.Clerk.Typed;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.heliograph.shared.Stage;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody tried who meant harm, or whose network failed. */
@QuarkusTest
class HardenedEditingIT {
  private Plot plot;

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
    plot.run(
        "insert into subsidy_programme(code, name, category, organisation, region, publicity_rule)"
            + " values ('TW-FULL', '耕地补贴', '惠农', 'QY-MZJ', '990121000000', 'FULL') on conflict do nothing");
  }

  @AfterEach
  void close() throws Exception {
    plot.close();
  }

  private long plant(Stage stage, Instant until) throws Exception {
    return plot.plant(
            List.of(
                Planted.published(RecordKind.DISCLOSURE, Desk.fresh("HE"), "QY-MZJ", "990121000000")
                    .in(stage)
                    .between(Instant.parse("2026-01-05T01:00:00Z"), until)))
        .getFirst();
  }

  private static final Instant OPEN = Instant.parse("9999-12-31T00:00:00Z");

  private static Map<String, Typed> seen(String id, String version) {
    var all = new LinkedHashMap<String, Typed>();
    all.put("id", id(id));
    all.put("version", version(version));
    return all;
  }

  private static String global(long record) {
    return RecordRef.of(RecordKind.DISCLOSURE, record).globalId();
  }

  private static JsonPath receipt(String programme, Map<String, ?> more) {
    var all = new HashMap<String, Object>(LifeIT.Kind.SUBSIDY_BENEFICIARY.content);
    all.put("code", Desk.fresh("HR"));
    all.put("programme", programme);
    all.putAll(more);
    return Clerk.run(
        Accounts.EDITOR,
        "draftSubsidyBeneficiary",
        Map.of("input", new Typed("SubsidyBeneficiaryInput!", all)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HIV感染者", "患肺癌", "肢体残疾证二级", "未成年人，孤儿", "尘肺", "自闭症儿童"})
  void nobody_is_named_in_full_beside_illness_disability_or_minority(String evidence) {
    JsonPath draft = receipt("TW-FULL", Map.of("evidence", evidence));
    String title = draft.getString("data.it.record.title");
    assertFalse(title.contains("建国"), title);
    var outcome =
        LifeIT.Kind.CASE_OUTCOME.input(
            Desk.fresh("HC"),
            "一案",
            Map.of("respondentKind", "PERSON", "respondent", "李四全", "facts", "系" + evidence));
    JsonPath case_ = Clerk.run(Accounts.EDITOR, "draftCaseOutcome", Map.of("input", outcome));
    JsonPath refused =
        Clerk.run(
            Accounts.EDITOR,
            "submit",
            seen(case_.getString("data.it.record.id"), case_.getString("data.it.version")));
    assertEquals(
        List.of("respondent"), refused.getList("data.it.refusals.path"), refused.prettify());
  }

  @ParameterizedTest
  @ValueSource(strings = {"欧阳 建国", "欧阳·建国", "欧阳\u200b建国"})
  void a_masked_name_is_in_no_public_text_however_it_is_spaced(String name) {
    JsonPath draft = receipt("TW-DB", Map.of("evidence", "凭证：" + name));
    JsonPath refused =
        Clerk.run(
            Accounts.EDITOR,
            "submit",
            seen(draft.getString("data.it.record.id"), draft.getString("data.it.version")));
    assertEquals(List.of("evidence"), refused.getList("data.it.refusals.path"), refused.prettify());
    JsonPath noted = receipt("TW-DB", Map.of("changeNote", "更正欧阳建国的金额"));
    assertFalse(noted.getString("data.it.record.changeNote").contains("建国"));
  }

  private static List<String> places(LifeIT.Kind kind, Map<String, ?> more) {
    JsonPath draft =
        Clerk.run(
            Accounts.EDITOR,
            "draft" + kind.type,
            Map.of("input", kind.input(Desk.fresh("HP"), "标题", more)));
    JsonPath refused =
        Clerk.run(
            Accounts.EDITOR,
            "submit",
            seen(draft.getString("data.it.record.id"), draft.getString("data.it.version")));
    return refused.getList("data.it.refusals.path");
  }

  @Test
  void a_finding_names_the_place_where_its_editor_wrote_it() {
    String phone = "请致电13800138000";
    assertEquals(
        List.of("riskPoints[1].measures[1].description"),
        places(
            LifeIT.Kind.POWER_ITEM,
            Map.of(
                "riskPoints",
                List.of(
                    Map.of(
                        "code",
                        "R1",
                        "grade",
                        "A",
                        "description",
                        "收受财物",
                        "measures",
                        List.of(Map.of("description", "双人办理"))),
                    Map.of(
                        "code",
                        "R2",
                        "grade",
                        "B",
                        "description",
                        "拖延",
                        "measures",
                        List.of(Map.of("description", "公示"), Map.of("description", phone)))))));
    assertEquals(
        List.of("account.lines[0].name"),
        places(
            LifeIT.Kind.DISCLOSURE,
            Map.of("account", Map.of("lines", List.of(Map.of("name", phone))))));
    assertEquals(
        List.of("name"), places(LifeIT.Kind.SUBSIDY_BENEFICIARY, Map.of("name", "张13800138000")));
  }

  @Test
  void reasons_that_others_read_are_scanned_bounded_and_say_something() throws Exception {
    String id = global(plant(Stage.PUBLISHED, OPEN));
    var cases =
        Map.of(
            "误将手机13800138000公开",
            "PRIVACY",
            "\u200b",
            "REASON_MISSING",
            "长".repeat(2_001),
            "INVALID");
    cases.forEach((reason, code) -> {
      var arguments = seen(id, "1.1");
      arguments.put("kind", new Typed("WithdrawalKind!", "WITHDRAWN"));
      arguments.put("reason", text(reason));
      JsonPath answer = Clerk.run(Accounts.EDITOR, "withdraw", arguments);
      assertEquals(code, outcome(answer), answer.prettify());
      assertFalse(answer.prettify().contains("13800138000"));
    });
  }

  @Test
  void a_withdrawal_opens_nothing_that_its_window_has_closed() throws Exception {
    long record = plant(Stage.PUBLISHED, Instant.parse("2026-02-01T00:00:00Z"));
    var arguments = seen(global(record), "1.1");
    arguments.put("kind", new Typed("WithdrawalKind!", "WITHDRAWN"));
    arguments.put("reason", text("更正"));
    assertEquals("DONE", outcome(Clerk.run(Accounts.EDITOR, "withdraw", arguments)));
    String answer =
        Portal.ask(Accounts.ANONYMOUS, "{ node(id: \"" + global(record) + "\") { id } }");
    assertTrue(answer.contains("NOT_FOUND"), answer);
  }

  @Test
  void a_successor_is_another_public_record_of_the_same_kind() throws Exception {
    String id = global(plant(Stage.PUBLISHED, OPEN));
    String hidden = global(plant(Stage.DRAFT, OPEN));
    String other = RecordRef.of(RecordKind.CASE_OUTCOME, 77).globalId();
    String good = global(plant(Stage.PUBLISHED, OPEN));
    for (String successor : List.of(id, hidden, other, global(424242), good)) {
      var arguments = seen(id, "1.1");
      arguments.put("kind", new Typed("WithdrawalKind!", "REPLACED"));
      arguments.put("reason", text("由新办法替代"));
      arguments.put("successor", new Typed("ID", successor));
      assertEquals(
          successor.equals(good) ? "DONE" : "INVALID",
          outcome(Clerk.run(Accounts.EDITOR, "withdraw", arguments)));
    }
  }

  private static List<JsonPath> atOnce(int times, Callable<JsonPath> request) throws Exception {
    var answers = new ArrayList<JsonPath>();
    try (var pool = Executors.newFixedThreadPool(times)) {
      for (var each : pool.invokeAll(Stream.generate(() -> request).limit(times).toList())) {
        answers.add(each.get());
      }
    }
    return answers;
  }

  @Test
  void requests_under_one_key_meet_before_anything_is_done() throws Exception {
    var arguments = seen(global(plant(Stage.APPROVED, OPEN)), "1.1");
    arguments.put("key", text(Desk.fresh("KEY")));
    var answers = atOnce(10, () -> Clerk.run(Accounts.REVIEWER, "publish", arguments));
    assertEquals(List.of("DONE"), answers.stream().map(Clerk::outcome).distinct().toList());
    assertEquals(
        9, answers.stream().filter(answer -> answer.getBoolean("data.it.repeated")).count());
  }

  @Test
  void whoever_comes_too_late_is_told_that_it_is_stale() throws Exception {
    var arguments = seen(global(plant(Stage.APPROVED, OPEN)), "1.1");
    var outcomes =
        atOnce(12, () -> Clerk.run(Accounts.REVIEWER, "publish", arguments)).stream()
            .map(Clerk::outcome)
            .sorted()
            .toList();
    var expected = new ArrayList<>(List.of("DONE"));
    expected.addAll(java.util.Collections.nCopies(11, "STALE"));
    assertEquals(expected, outcomes);
  }

  @Test
  void long_numbers_and_bad_keys_end_in_words() {
    for (String key : List.of("", " ", "k".repeat(201))) {
      JsonPath answer =
          Clerk.run(
              Accounts.EDITOR,
              "draftDisclosure",
              Map.of(
                  "input", LifeIT.Kind.DISCLOSURE.input(Desk.fresh("HK"), "标题", Map.of()),
                  "key", text(key)));
      assertEquals("INVALID", outcome(answer), answer.prettify());
    }
    for (String code : List.of("9".repeat(50_000), "a\nb", "a\u202eb")) {
      JsonPath answer =
          Clerk.run(
              Accounts.EDITOR,
              "draftDisclosure",
              Map.of("input", LifeIT.Kind.DISCLOSURE.input(code, "标题", Map.of())));
      assertEquals("INVALID", outcome(answer), answer.prettify());
    }
  }

  @Test
  void a_wrong_variable_is_named_by_its_place_and_not_quoted() {
    var cases =
        Map.of(
            "$input.category", Map.of("category", "张三的秘密"),
            "$input.titel", Map.of("titel", "标题"),
            "$input.visibleFrom", Map.of("visibleFrom", "昨天"),
            "$input.account.lines[1].budget",
                Map.of(
                    "account",
                    Map.of(
                        "lines",
                        List.of(Map.of("name", "a"), Map.of("name", "b", "budget", "许多")))),
            "$input.account.lines", Map.of("account", Map.of()),
            "$input.attachments[0]", Map.of("attachments", java.util.Arrays.asList((Object) null)));
    cases.forEach((path, more) -> {
      var all = new HashMap<String, Object>(LifeIT.Kind.DISCLOSURE.content);
      all.put("code", Desk.fresh("HV"));
      all.putAll(more);
      JsonPath answer =
          Clerk.run(
              Accounts.EDITOR,
              "draftDisclosure",
              Map.of("input", new Typed("DisclosureInput!", all)));
      assertEquals("BAD_INPUT", outcome(answer), answer.prettify());
      assertEquals(path, answer.getString("errors[0].extensions.argument"), answer.prettify());
      assertFalse(answer.prettify().contains("秘密") || answer.prettify().contains("昨天"));
    });
  }
}
