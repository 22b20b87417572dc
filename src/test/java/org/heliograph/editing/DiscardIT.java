package org.heliograph.editing;

import static org.heliograph.editing.Clerk.id;
import static org.heliograph.editing.Clerk.outcome;
import static org.heliograph.editing.Clerk.tried;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.heliograph.editing.Clerk.Typed;
import org.heliograph.store.TransitionWriter;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Work that nobody wants any more. */
@QuarkusTest
class DiscardIT {
  @Inject TransitionWriter writer;
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

  private static JsonPath draft(LifeIT.Kind kind, String code, String title) {
    return Clerk.run(
        Accounts.EDITOR,
        "draft" + kind.type,
        Map.of("input", kind.input(code, title, Map.of("changeNote", "说明"))));
  }

  @ParameterizedTest
  @EnumSource(LifeIT.Kind.class)
  void a_draft_that_is_given_up_leaves_its_code_and_nothing_else(LifeIT.Kind kind)
      throws Exception {
    String code = Desk.fresh("DC");
    String canary = "canary" + Long.toString(System.nanoTime(), 36);
    JsonPath first = draft(kind, code, "标题" + canary);
    JsonPath discarded = tried(Accounts.EDITOR, "discard", first, Map.of("key", key()));
    assertEquals("DONE", outcome(discarded), discarded.prettify());
    assertNull(discarded.getString("data.it.record"));
    assertEquals(Map.of(), plot.holding(canary), "of what it said nothing is left");
    assertEquals(
        "NOT_FOUND",
        outcome(tried(Accounts.EDITOR, "discard", first, Map.of())),
        "there is nothing to be given up any more");
    assertEquals(
        1,
        plot.number(
            "select count(*) from audit_entry where transition = 'DISCARD' and code = '"
                + code
                + "'"),
        "the trail knows under which code");
    JsonPath again = draft(kind, code, "再来一次");
    assertEquals("DONE", outcome(again), again.prettify());
  }

  private static Typed key() {
    return new Typed("String", "key-" + System.nanoTime());
  }

  @Test
  void a_correction_that_is_given_up_leaves_the_public_revision_alone() throws Exception {
    LifeIT.Kind kind = LifeIT.Kind.DISCLOSURE;
    String code = Desk.fresh("DD");
    JsonPath submitted = tried(Accounts.EDITOR, "submit", draft(kind, code, "原文"), Map.of());
    JsonPath approved = tried(Accounts.REVIEWER, "approve", submitted, Map.of());
    JsonPath published = tried(Accounts.REVIEWER, "publish", approved, Map.of());
    var input =
        kind.input(code, "改写", Map.of("changeNote", "改", "visibleFrom", "2026-01-01T00:00:00Z"));
    JsonPath correction =
        tried(Accounts.EDITOR, "correctDisclosure", published, Map.of("input", input));
    JsonPath second =
        tried(Accounts.EDITOR, "correctDisclosure", published, Map.of("input", input));
    assertEquals("CORRECTION_EXISTS", outcome(second));
    assertTrue(
        second
            .getString("data.it.refusals[0].message")
            .contains(correction.getString("data.it.record.id")),
        "says which one: " + second.prettify());
    assertEquals("DONE", outcome(tried(Accounts.EDITOR, "discard", correction, Map.of())));
    String id = published.getString("data.it.record.id");
    JsonPath shown =
        Portal.json(
            Accounts.ANONYMOUS,
            "{ node(id: \""
                + id
                + "\") { ... on Record { title } } revisions(id: \""
                + id
                + "\") { revision } }");
    assertEquals("原文", shown.getString("data.node.title"));
    assertEquals(
        List.of(1), shown.getList("data.revisions.revision"), "nobody hears of what was given up");
    JsonPath third = tried(Accounts.EDITOR, "correctDisclosure", published, Map.of("input", input));
    assertEquals("DONE", outcome(third), third.prettify());
  }

  @Test
  void a_correction_of_what_was_withdrawn_goes_no_further() throws Exception {
    LifeIT.Kind kind = LifeIT.Kind.DISCLOSURE;
    String code = Desk.fresh("DW");
    JsonPath submitted = tried(Accounts.EDITOR, "submit", draft(kind, code, "原文"), Map.of());
    JsonPath approved = tried(Accounts.REVIEWER, "approve", submitted, Map.of());
    JsonPath published = tried(Accounts.REVIEWER, "publish", approved, Map.of());
    var input = kind.input(code, "改写", Map.of("changeNote", "改"));
    JsonPath correction =
        tried(Accounts.EDITOR, "correctDisclosure", published, Map.of("input", input));
    tried(
        Accounts.REVIEWER,
        "withdraw",
        published,
        Map.of("kind", new Typed("WithdrawalKind!", "GONE"), "reason", Clerk.text("内容有误")));
    JsonPath refused = tried(Accounts.EDITOR, "submit", correction, Map.of());
    assertEquals("WRONG_STAGE", outcome(refused), refused.prettify());
    assertEquals("DONE", outcome(tried(Accounts.EDITOR, "discard", correction, Map.of())));
  }

  @Test
  void nothing_is_scheduled_for_other_peoples_grandchildren() {
    LifeIT.Kind kind = LifeIT.Kind.DISCLOSURE;
    JsonPath submitted =
        tried(Accounts.EDITOR, "submit", draft(kind, Desk.fresh("DS"), "原文"), Map.of());
    JsonPath approved = tried(Accounts.REVIEWER, "approve", submitted, Map.of());
    JsonPath refused =
        tried(
            Accounts.REVIEWER,
            "schedule",
            approved,
            Map.of("at", new Typed("DateTime!", "9998-01-01T00:00:00Z")));
    assertEquals("INVALID", outcome(refused), refused.prettify());
  }

  @Test
  void keys_are_known_as_long_as_somebody_may_repeat_them() throws Exception {
    String code = Desk.fresh("DK");
    String key = "key-" + System.nanoTime();
    Map<String, Typed> arguments =
        Map.of(
            "input",
            LifeIT.Kind.DISCLOSURE.input(code, "标题", Map.of()),
            "key",
            new Typed("String", key));
    assertEquals("DONE", outcome(Clerk.run(Accounts.EDITOR, "draftDisclosure", arguments)));
    writer.forgetKeys(Duration.ofDays(7));
    assertTrue(
        Clerk.run(Accounts.EDITOR, "draftDisclosure", arguments).getBoolean("data.it.repeated"));
    plot.run("update idempotency set at = at - interval '8 days' where key = ?", key);
    writer.forgetKeys(Duration.ofDays(7));
    JsonPath late = Clerk.run(Accounts.EDITOR, "draftDisclosure", arguments);
    assertEquals("CODE_TAKEN", outcome(late), late.prettify());
    assertFalse(late.getBoolean("data.it.repeated"));
  }
}
