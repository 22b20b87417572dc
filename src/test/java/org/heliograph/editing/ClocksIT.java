package org.heliograph.editing;

import static org.heliograph.editing.Clerk.id;
import static org.heliograph.editing.Clerk.move;
import static org.heliograph.editing.Clerk.outcome;
import static org.heliograph.editing.Clerk.text;
import static org.heliograph.editing.Clerk.tried;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.heliograph.editing.Clerk.Typed;
import org.heliograph.editing.LifeIT.Kind;
import org.heliograph.shared.Audience;
import org.heliograph.shared.China;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the law counts in days: how long a record is shown, stands open, and may still stand. */
@QuarkusTest
class ClocksIT {
  private static final List<Map<String, String>> CRITICISM = List.of(Map.of("measure", "通报批评"));
  private Plot plot;

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
    own("MARKET_REGULATION");
  }

  @AfterEach
  void close() throws Exception {
    plot.run("update organisation set type = null where code = 'QY-MZJ'");
    plot.close();
  }

  private void own(String type) throws Exception {
    plot.run("update organisation set type = ? where code = 'QY-MZJ'", type);
  }

  private static JsonPath draft(Kind kind, String code, Map<String, ?> more) {
    JsonPath draft =
        Clerk.run(
            Accounts.EDITOR,
            "draft" + kind.type,
            Map.of("input", kind.input(code, "时限" + code, more)));
    assertEquals("DONE", outcome(draft), draft.prettify());
    return draft;
  }

  private static JsonPath approved(Kind kind, String code, Map<String, ?> more) {
    JsonPath submitted = move(Accounts.EDITOR, "submit", draft(kind, code, more), Map.of());
    return move(Accounts.REVIEWER, "approve", submitted, Map.of());
  }

  private static JsonPath published(Kind kind, String code, Map<String, ?> more) {
    return move(Accounts.EDITOR, "publish", approved(kind, code, more), Map.of());
  }

  private static JsonPath read(Accounts as, JsonPath answer, String fields) {
    return Portal.json(
        as,
        "{ node(id: \"%s\") { ... on Record { publishedAt expiresAt } %s } }"
            .formatted(answer.getString("data.it.record.id"), fields));
  }

  private static LocalDate shown(JsonPath node) {
    return LocalDate.ofInstant(Instant.parse(node.getString("data.node.publishedAt")), China.ZONE);
  }

  private static String endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(China.ZONE).toInstant().toString();
  }

  private long told(String code, String words) throws Exception {
    return plot.number(
        "select count(*) from audit_entry e join audit_detail d on d.entry_id = e.id where e.code = '%s' and e.transition = 'PUBLISH' and d.detail::text like '%%%s%%'"
            .formatted(code, words));
  }

  @Test
  void a_penalty_leaves_after_three_years_a_criticism_after_three_months_a_ban_with_its_end()
      throws Exception {
    String code = Desk.fresh("EX");
    JsonPath penalty = read(Accounts.ANONYMOUS, published(Kind.CASE_OUTCOME, code, Map.of()), "");
    assertEquals(endOf(shown(penalty).plusMonths(36)), penalty.getString("data.node.expiresAt"));
    assertEquals(1, told(code, "CN-SCJG-13-2"), "the trail says by which rule");
    JsonPath light =
        read(
            Accounts.ANONYMOUS,
            published(Kind.CASE_OUTCOME, Desk.fresh("EX"), Map.of("outcomes", CRITICISM)),
            "");
    assertEquals(endOf(shown(light).plusMonths(3)), light.getString("data.node.expiresAt"));
    var ban = List.of(Map.of("measure", "限制从业", "until", "2049-06-30"));
    JsonPath banned =
        read(
            Accounts.ANONYMOUS,
            published(Kind.CASE_OUTCOME, Desk.fresh("EX"), Map.of("outcomes", ban)),
            "");
    assertEquals("2049-06-30T16:00:00Z", banned.getString("data.node.expiresAt"));
    own("URBAN_MANAGEMENT");
    assertNull(
        read(Accounts.ANONYMOUS, published(Kind.CASE_OUTCOME, Desk.fresh("EX"), Map.of()), "")
            .getString("data.node.expiresAt"),
        "other bodies have other rules");
  }

  @Test
  void a_correction_does_not_begin_the_period_anew() throws Exception {
    String code = Desk.fresh("EX");
    JsonPath first = published(Kind.CASE_OUTCOME, code, Map.of("outcomes", CRITICISM));
    plot.run(
        "update case_outcome set published_at = published_at - interval '40 days', visible_from = visible_from - interval '40 days' where code = ?",
        code);
    LocalDate shown = shown(read(Accounts.ANONYMOUS, first, ""));
    var again =
        Map.<String, Object>of(
            "outcomes", CRITICISM, "changeNote", "更正当事人名称", "respondent", "某杂货店");
    JsonPath correction =
        move(
            Accounts.EDITOR,
            "correctCaseOutcome",
            first,
            Map.of("input", Kind.CASE_OUTCOME.input(code, "更正" + code, again)));
    JsonPath submitted = move(Accounts.EDITOR, "submit", correction, Map.of());
    move(
        Accounts.EDITOR,
        "publish",
        move(Accounts.REVIEWER, "approve", submitted, Map.of()),
        Map.of());
    assertEquals(
        endOf(shown.plusMonths(3)),
        read(Accounts.ANONYMOUS, first, "").getString("data.node.expiresAt"));
  }

  @Test
  void an_editor_may_end_the_window_earlier_but_not_later_than_the_rule() {
    String end = Instant.now().plusSeconds(86_400L * 20).truncatedTo(ChronoUnit.SECONDS).toString();
    var mine = new HashMap<String, Object>(Map.of("outcomes", CRITICISM));
    mine.put("visibleUntil", end);
    assertEquals(
        end,
        read(Accounts.ANONYMOUS, published(Kind.CASE_OUTCOME, Desk.fresh("EX"), mine), "")
            .getString("data.node.expiresAt"));
    var late = Map.of("outcomes", CRITICISM, "visibleUntil", "2099-01-01T00:00:00Z");
    JsonPath refused =
        tried(
            Accounts.EDITOR, "submit", draft(Kind.CASE_OUTCOME, Desk.fresh("EX"), late), Map.of());
    assertEquals("WINDOW_TOO_LONG", outcome(refused), refused.prettify());
    assertEquals("input.visibleUntil", refused.getString("data.it.refusals[0].path"));
  }

  private static JsonPath save(Accounts as, Map<String, ?> rule) {
    return JsonPath.from(
        Portal.ask(
            as,
            "mutation($input: ExpiryRuleInput!) { it: saveExpiryRule(input: $input) { rule { code months } refusals { code path message } } }",
            Map.of("input", rule)));
  }

  @Test
  void a_rule_counts_for_what_is_published_from_then_on_and_the_difference_is_listed()
      throws Exception {
    String type = "T" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    own(type);
    JsonPath before = published(Kind.DISCLOSURE, Desk.fresh("EX"), Map.of());
    var rule = new HashMap<String, Object>();
    rule.put("code", "R-" + type);
    rule.put("kind", "DISCLOSURE");
    rule.put("organisationType", type);
    rule.put("months", 6);
    rule.put("basis", "某规定第一条");
    assertEquals("FORBIDDEN", save(Accounts.EDITOR, rule).getString("errors[0].extensions.code"));
    assertEquals(
        "UNAUTHENTICATED", save(Accounts.ANONYMOUS, rule).getString("errors[0].extensions.code"));
    var wrong = new HashMap<>(rule);
    wrong.put("months", 0);
    assertEquals("input.months", save(Accounts.ADMIN, wrong).getString("data.it.refusals[0].path"));
    wrong.put("months", 6);
    wrong.put("programme", "TW-DB");
    assertEquals(
        "input.programme", save(Accounts.ADMIN, wrong).getString("data.it.refusals[0].path"));
    assertEquals(6, save(Accounts.ADMIN, rule).getInt("data.it.rule.months"));
    assertEquals(
        1,
        plot.number(
            "select count(*) from audit_entry e join audit_detail d on d.entry_id = e.id where e.transition = 'EXPIRY_RULE' and d.detail::text like '%R-"
                + type
                + "%'"));
    assertNull(
        read(Accounts.ANONYMOUS, before, "").getString("data.node.expiresAt"),
        "a rule changes nothing by itself");
    JsonPath after =
        read(Accounts.ANONYMOUS, published(Kind.DISCLOSURE, Desk.fresh("EX"), Map.of()), "");
    assertEquals(endOf(shown(after).plusMonths(6)), after.getString("data.node.expiresAt"));
    String id = before.getString("data.it.record.id");
    assertTrue(differs(Accounts.EDITOR, id));
    assertTrue(differs(Accounts.SUPERVISOR, id));
    assertFalse(differs(Accounts.EDITOR_NYJ, restricted(id)), "hidden records are not listed");
  }

  private String restricted(String id) throws Exception {
    long record = RecordRef.parse(id).orElseThrow().recordId();
    String code = plot.texts("select '', code from disclosure where record_id = " + record).get("");
    plot.narrow(RecordKind.DISCLOSURE, String.valueOf(code), Audience.RESTRICTED);
    return id;
  }

  private static boolean differs(Accounts as, String id) {
    String cursor = null;
    do {
      JsonPath page =
          Portal.json(
              as,
              "{ it: expiryDifferences(kind: DISCLOSURE, first: 100%s) { nodes { recordId rule { code } } endCursor } }"
                  .formatted(cursor == null ? "" : ", after: \"" + cursor + "\""));
      if (page.getList("data.it.nodes.recordId").contains(id)) {
        return true;
      }
      cursor = page.getString("data.it.endCursor");
    } while (cursor != null);
    return false;
  }

  @Test
  void a_publicity_period_is_counted_in_working_days_from_publication() throws Exception {
    for (Kind kind : List.of(Kind.DISCLOSURE, Kind.SUBSIDY_BENEFICIARY, Kind.CASE_OUTCOME)) {
      String code = Desk.fresh("PP");
      JsonPath draft = approved(kind, code, Map.of("publicityDays", 5));
      String fields =
          "... on %s { publicityDays publicityFrom publicityUntil objectionsUntil }"
              .formatted(kind.type);
      assertNull(read(Accounts.EDITOR, draft, fields).getString("data.node.objectionsUntil"));
      JsonPath open =
          read(Accounts.ANONYMOUS, move(Accounts.EDITOR, "publish", draft, Map.of()), fields);
      LocalDate first = shown(open);
      LocalDate last =
          LocalDate.parse(
              plot.texts("select '', working_days_after('" + first + "', 5)::text").get(""));
      assertEquals(first.toString(), open.getString("data.node.publicityFrom"));
      assertEquals(last.toString(), open.getString("data.node.objectionsUntil"), kind.name());
      assertEquals(1, openOn(code, last), kind.name());
      assertEquals(0, openOn(code, last.plusDays(1)), kind.name());
    }
  }

  private static int openOn(String code, LocalDate day) throws InterruptedException {
    String all = "search(text: \"时限%s\", first: 20) { nodes { code } }".formatted(code);
    String open =
        "search(text: \"时限%s\", first: 20, filter: { publicityOn: \"%s\" }) { nodes { code } }"
            .formatted(code, day);
    JsonPath found = Portal.json(Accounts.ANONYMOUS, "{ all: " + all + " it: " + open + " }");
    for (int i = 0; i < 100 && times(found, "all", code) == 0; i++) {
      // the index follows in its own time
      Thread.sleep(100);
      found = Portal.json(Accounts.ANONYMOUS, "{ all: " + all + " it: " + open + " }");
    }
    assertEquals(1, times(found, "all", code), found.prettify());
    return times(found, "it", code);
  }

  private static int times(JsonPath found, String alias, String code) {
    return Collections.frequency(found.getList("data." + alias + ".nodes.code"), code);
  }

  @Test
  void holidays_are_no_working_days_and_days_made_up_are() throws Exception {
    plot.run(
        "insert into working_day(day, working, note) values ('2046-02-05', false, 'holiday'), ('2046-02-10', true, 'made up') on conflict do nothing");
    assertEquals(
        "2046-02-10",
        plot.texts("select '', working_days_after('2046-02-02', 5)::text").get(""),
        "Friday the 2nd; Monday is off, Saturday the 10th is worked");
    plot.run("delete from working_day where day in ('2046-02-05', '2046-02-10')");
  }

  private static List<String> annulled(Accounts as, boolean overdue) {
    return Portal.json(
            as,
            "{ it: annulledPenalties(first: 100%s) { nodes { code } } }"
                .formatted(overdue ? ", overdue: true" : ""))
        .getList("data.it.nodes.code");
  }

  @Test
  void an_annulled_penalty_is_due_within_three_working_days_and_leaves_as_gone() throws Exception {
    String code = Desk.fresh("AN");
    JsonPath penalty = published(Kind.CASE_OUTCOME, code, Map.of());
    LocalDate today = LocalDate.now(China.ZONE);
    var why = text("行政复议决定撤销");
    assertEquals(
        "INVALID",
        outcome(
            tried(
                Accounts.EDITOR,
                "annul",
                penalty,
                Map.of(
                    "annulledOn",
                    new Typed("Date!", today.plusDays(2).toString()),
                    "reason",
                    why))));
    JsonPath noted =
        move(
            Accounts.EDITOR,
            "annul",
            penalty,
            Map.of("annulledOn", new Typed("Date!", today.minusDays(1).toString()), "reason", why));
    String fields = "... on CaseOutcome { annulledOn withdrawalDue }";
    String due =
        plot.texts("select '', working_days_after('" + today.minusDays(1) + "', 3)::text").get("");
    assertEquals(due, read(Accounts.EDITOR, noted, fields).getString("data.node.withdrawalDue"));
    assertEquals(due, read(Accounts.STAFF, noted, fields).getString("data.node.withdrawalDue"));
    JsonPath citizen = read(Accounts.ANONYMOUS, noted, fields);
    assertNull(citizen.getString("data.node.withdrawalDue"));
    assertNull(citizen.getString("data.node.annulledOn"));
    assertTrue(annulled(Accounts.EDITOR, false).contains(code));
    assertTrue(annulled(Accounts.SUPERVISOR, false).contains(code));
    assertFalse(annulled(Accounts.EDITOR_NYJ, false).contains(code));
    assertFalse(annulled(Accounts.EDITOR, true).contains(code), "three days are not over");
    plot.run("update case_outcome set withdrawal_due = ? where code = ?", today.minusDays(1), code);
    assertTrue(annulled(Accounts.SUPERVISOR, true).contains(code));
    var kind = new Typed("WithdrawalKind!", "WITHDRAWN");
    assertEquals(
        "INVALID",
        outcome(tried(Accounts.EDITOR, "withdraw", noted, Map.of("kind", kind, "reason", why))));
    move(
        Accounts.EDITOR,
        "withdraw",
        noted,
        Map.of("kind", new Typed("WithdrawalKind!", "GONE"), "reason", why));
    assertFalse(annulled(Accounts.SUPERVISOR, false).contains(code));
  }

  @Test
  void only_a_penalty_is_annulled() {
    JsonPath disclosure = published(Kind.DISCLOSURE, Desk.fresh("AN"), Map.of());
    assertEquals(
        "INVALID",
        outcome(
            tried(
                Accounts.EDITOR,
                "annul",
                disclosure,
                Map.of(
                    "annulledOn",
                    new Typed("Date!", LocalDate.now(China.ZONE).toString()),
                    "reason",
                    text("撤销")))));
  }
}
