package org.heliograph.editing;

import static io.restassured.RestAssured.given;
import static org.heliograph.editing.Clerk.move;
import static org.heliograph.editing.Clerk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.editing.Clerk.Typed;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Following;
import org.heliograph.support.Inbox;
import org.heliograph.support.Keeper;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.heliograph.support.Post;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who keeps a search is told what is new in it: by webhook and by letter, and of nothing else. */
@QuarkusTest
@TestProfile(Following.class)
class SavedSearchIT {
  private Plot plot;
  private Inbox inbox;

  /** A word of this run that nothing else says. */
  private final String word = Desk.fresh("zz").replace("-", "").toLowerCase(java.util.Locale.ROOT);

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
    inbox = new Inbox();
    Portal.awaitSearch();
    Keeper.clear(Accounts.CITIZEN);
  }

  @AfterEach
  void close() throws Exception {
    Keeper.clear(Accounts.CITIZEN);
    inbox.close();
    plot.close();
  }

  private static JsonPath publish(String code, String title, Map<String, ?> more) {
    return carry(
        Clerk.run(
            Accounts.EDITOR,
            "draftDisclosure",
            Map.of("input", LifeIT.Kind.DISCLOSURE.input(code, title, more))));
  }

  private static JsonPath carry(JsonPath draft) {
    JsonPath review = move(Accounts.EDITOR, "submit", draft, Map.of());
    return move(
        Accounts.REVIEWER,
        "publish",
        move(Accounts.REVIEWER, "approve", review, Map.of()),
        Map.of());
  }

  private static void withdraw(JsonPath published, String kind) {
    JsonPath done =
        move(
            Accounts.REVIEWER,
            "withdraw",
            published,
            Map.of("kind", new Typed("WithdrawalKind!", kind), "reason", text("内容有误")));
    assertEquals("DONE", Clerk.outcome(done), done.prettify());
  }

  private JsonPath follow(Map<String, ?> more) {
    var input = new LinkedHashMap<String, Object>(Map.of("name", "低保", "text", word));
    input.putAll(more);
    JsonPath saved = Keeper.save(Accounts.CITIZEN, input);
    assertEquals(List.of(), saved.getList("data.it.refusals"), saved.prettify());
    return saved;
  }

  private JsonPath followByWebhook() throws InterruptedException {
    JsonPath saved = follow(Map.of("webhook", inbox.address()));
    inbox.expectHandshake();
    return saved;
  }

  private static String change(Inbox.Letter letter, String field) {
    return letter.json().getString("changes[0]." + field);
  }

  @Test
  void a_publication_reaches_the_webhook_of_whoever_follows_it_signed() throws Exception {
    JsonPath saved = follow(Map.of("webhook", inbox.address(), "kinds", List.of("DISCLOSURE")));
    String secret = saved.getString("data.it.webhookSecret");
    assertTrue(inbox.expectHandshake().isSignedBy(secret));
    String code = Desk.fresh("SS");
    publish(Desk.fresh("SS"), "别的事情", Map.of());
    JsonPath published = publish(code, "跟踪" + word, Map.of());
    Inbox.Letter told = inbox.expectChanges();
    assertTrue(told.isSignedBy(secret));
    assertEquals(told.id(), told.json().getString("id"));
    assertEquals(saved.getString("data.it.search.id"), told.json().getString("savedSearch"));
    assertEquals(1, told.json().getList("changes").size(), told.body());
    assertEquals("PUBLISHED", change(told, "change"));
    assertEquals("DISCLOSURE", change(told, "kind"));
    assertEquals(code, change(told, "code"));
    assertTrue(change(told, "title").startsWith("跟踪" + word), told.body());
    assertEquals(published.getString("data.it.record.id"), change(told, "recordId"));
    assertTrue(change(told, "link").startsWith("https://portal.example.org/graphql?query="));

    JsonPath correction =
        carry(
            move(
                Accounts.EDITOR,
                "correctDisclosure",
                published,
                Map.of(
                    "input",
                    LifeIT.Kind.DISCLOSURE.input(
                        code, "更正" + word, Map.of("changeNote", "改了标题")))));
    Inbox.Letter second = inbox.expectChanges();
    assertEquals("CORRECTED", change(second, "change"));
    assertEquals("改了标题", change(second, "changeNote"));
    assertNotEquals(told.id(), second.id());

    withdraw(correction, "GONE");
    Inbox.Letter third = inbox.expectChanges();
    assertEquals("WITHDRAWN", change(third, "change"));
    assertEquals("GONE", change(third, "withdrawal.kind"));
    assertEquals("内容有误", change(third, "withdrawal.reason"));
    assertNull(change(third, "title"));
    assertFalse(third.body().contains(word) || third.body().contains(code), third.body());
    assertEquals(List.of(), inbox.rest());
    assertEquals(
        List.of("ACTIVE"),
        Portal.json(Accounts.CITIZEN, "{ savedSearches { webhook { state } } }")
            .getList("data.savedSearches.webhook.state"));
  }

  @Test
  void an_erased_record_leaves_the_fact_alone_and_only_with_who_was_told_of_it() throws Exception {
    JsonPath known = publish(Desk.fresh("SS"), "先前" + word, Map.of());
    plot.awaitIndex();
    followByWebhook();
    JsonPath published = publish(Desk.fresh("SS"), "擦除" + word, Map.of());
    String record = published.getString("data.it.record.id");
    assertEquals(record, change(inbox.expectChanges(), "recordId"));
    withdraw(known, "GONE");
    withdraw(published, "ERASED");
    Inbox.Letter told = inbox.expectChanges();
    assertEquals(record, change(told, "recordId"), "who was not told of a record hears nothing");
    assertEquals("ERASED", change(told, "withdrawal.kind"));
    assertNull(change(told, "withdrawal.reason"));
    assertEquals(List.of(), inbox.rest());
  }

  @Test
  void a_withdrawn_record_that_stays_readable_is_named() throws Exception {
    followByWebhook();
    String code = Desk.fresh("SS");
    JsonPath published = publish(code, "可读" + word, Map.of());
    inbox.expectChanges();
    withdraw(published, "WITHDRAWN");
    Inbox.Letter told = inbox.expectChanges();
    assertEquals("WITHDRAWN", change(told, "withdrawal.kind"));
    assertEquals(code, change(told, "code"));
  }

  @Test
  void an_unknown_answer_is_repeated_under_its_id_and_a_refusal_is_not() throws Exception {
    followByWebhook();
    inbox.answering(503).answering(429).silent();
    publish(Desk.fresh("SS"), "重试" + word, Map.of());
    String first = inbox.expectChanges().id();
    for (int i = 0; i < 3; i++) {
      assertEquals(first, inbox.expectChanges().id(), "attempt " + (i + 2));
    }
    inbox.answering(400);
    publish(Desk.fresh("SS"), "拒绝" + word, Map.of());
    String refused = inbox.expectChanges().id();
    inbox.redirecting(inbox.elsewhere());
    publish(Desk.fresh("SS"), "转向" + word, Map.of());
    String redirected = inbox.expectChanges().id();
    publish(Desk.fresh("SS"), "之后" + word, Map.of());
    Inbox.Letter after = inbox.expectChanges();
    assertTrue(change(after, "title").startsWith("之后"), after.body());
    assertEquals(4, java.util.Set.of(first, refused, redirected, after.id()).size());
    assertEquals(List.of(), inbox.others(), "a redirection is not followed");
    assertEquals(List.of(), inbox.rest());
  }

  @Test
  void an_address_is_told_nothing_until_it_has_shaken_hands() throws Exception {
    inbox.mute();
    followByWebhook();
    publish(Desk.fresh("SS"), "握手" + word, Map.of());
    inbox.expectHandshake();
    assertEquals(
        List.of("NOT_ECHOED"),
        Portal.json(Accounts.CITIZEN, "{ savedSearches { webhook { failure } } }")
            .getList("data.savedSearches.webhook.failure"));
    inbox.echoAgain();
    Inbox.Letter told = inbox.expectChanges();
    assertTrue(change(told, "title").startsWith("握手"), "what waited is told");
  }

  @Test
  void a_webhook_that_fails_for_days_is_disabled_and_its_queue_forgotten() throws Exception {
    followByWebhook();
    publish(Desk.fresh("SS"), "长期" + word, Map.of());
    inbox.expectChanges();
    for (int i = 0; i < 1_000; i++) {
      inbox.answering(500);
    }
    publish(Desk.fresh("SS"), "长期二" + word, Map.of());
    inbox.expectChanges();
    await(() -> plot.number("select count(*) from webhook where failing_since is not null") == 1);
    plot.run("update webhook set failing_since = now() - interval '4 days', due_at = now()");
    await(() -> plot.number("select count(*) from webhook where state = 'DISABLED'") == 1);
    assertEquals(0, plot.number("select count(*) from delivery"));
  }

  /** Something to be true in the end. */
  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.holds()) {
      assertTrue(System.nanoTime() < end, "not within 20 s");
      // polls what other threads of the service do
      Thread.sleep(50);
    }
  }

  @Test
  void addresses_that_could_reach_inside_are_refused_with_a_typed_reason() {
    for (String address :
        List.of(
            "http://example.org/hook",
            "https://127.0.0.1/hook",
            "https://2130706433/hook",
            "https://0x7f.1/hook",
            "https://[::1]/hook",
            "https://[::ffff:169.254.169.254]/hook",
            "https://[64:ff9b::a9fe:a9fe]/hook",
            "https://user:word@example.org/hook",
            "https://example.org:22/hook",
            "https://intranet/hook",
            "https://localhost.:9200/hook",
            "ftp://example.org/hook",
            "gopher://example.org/",
            "example.org/hook")) {
      JsonPath refused =
          Keeper.save(Accounts.CITIZEN, Map.of("name", "x", "text", word, "webhook", address));
      assertEquals(
          "WEBHOOK_NOT_ALLOWED",
          refused.getString("data.it.refusals[0].code"),
          address + refused.prettify());
      assertEquals("input.webhook", refused.getString("data.it.refusals[0].path"));
      assertFalse(
          refused.getString("data.it.refusals[0].message").contains("hook\""), "no echo of it");
    }
    assertEquals(
        List.of(),
        Portal.json(Accounts.CITIZEN, "{ savedSearches { id } }").getList("data.savedSearches"));
  }

  @Test
  void searches_are_their_owners_alone_and_not_without_number() {
    String refused =
        Portal.ask(Accounts.ANONYMOUS, "{ savedSearches { id } }")
            + Portal.ask(
                Accounts.ANONYMOUS, "mutation { deleteSearch(id: \"x\") { search { id } } }");
    assertEquals(2, refused.split("UNAUTHENTICATED", -1).length - 1, refused);
    String first = follow(Map.of()).getString("data.it.search.id");
    for (Accounts other : List.of(Accounts.EDITOR, Accounts.ADMIN, Accounts.AUDITOR)) {
      assertFalse(Portal.ask(other, "{ savedSearches { id } }").contains(first), "as " + other);
      assertEquals("NOT_FOUND", Keeper.delete(other, first).getString("data.it.refusals[0].code"));
    }
    for (int i = 1; i < 20; i++) {
      follow(Map.of("name", "第" + i));
    }
    JsonPath tooMany = Keeper.save(Accounts.CITIZEN, Map.of("name", "x", "text", word));
    assertEquals("TOO_MANY", tooMany.getString("data.it.refusals[0].code"));
    assertEquals(List.of(), Keeper.delete(Accounts.CITIZEN, first).getList("data.it.refusals"));
    assertEquals(
        "NOT_FOUND", Keeper.delete(Accounts.CITIZEN, first).getString("data.it.refusals[0].code"));
    follow(Map.of());
    JsonPath wrong =
        Keeper.save(
            Accounts.CITIZEN, Map.of("name", "x", "filter", Map.of("regions", List.of("12"))));
    assertEquals("INVALID", wrong.getString("data.it.refusals[0].code"));
  }

  @Test
  void a_filter_is_kept_as_it_was_given() {
    Map<String, ?> filter =
        Map.of(
            "organisations", List.of("QY-MZJ"), "amountFrom", "12.50", "publicityOn", "2026-11-23");
    JsonPath saved = follow(Map.of("filter", filter, "kinds", List.of("DISCLOSURE")));
    assertEquals(List.of("DISCLOSURE"), saved.getList("data.it.search.kinds"));
    JsonPath kept = JsonPath.from(saved.getString("data.it.search.filter"));
    assertEquals(List.of("QY-MZJ"), kept.getList("organisations"));
    assertEquals("2026-11-23", kept.getString("publicityOn"));
  }

  @Test
  void a_letter_tells_what_is_new_and_is_ended_by_one_click() throws Exception {
    var mail = Post.empty();
    JsonPath saved = follow(Map.of("digest", "WEEKLY"));
    assertEquals("citizen@example.org", saved.getString("data.it.search.digest.email"));
    String code = Desk.fresh("SS");
    publish(code, "邮件" + word, Map.of());
    await(() -> plot.number("select count(*) from delivery where channel = 'DIGEST'") == 1);
    assertEquals(0, mail.getReceivedMessages().length, "not before it is due");
    plot.run("update digest set due_at = now()");
    assertTrue(mail.waitForIncomingEmail(20_000, 1));
    var letter = mail.getReceivedMessages()[0];
    String body = String.valueOf(letter.getContent());
    assertEquals("citizen@example.org", letter.getAllRecipients()[0].toString());
    assertTrue(letter.getSubject().contains("低保"), letter.getSubject());
    assertTrue(body.contains("邮件" + word) && body.contains(code), body);
    assertEquals("List-Unsubscribe=One-Click", letter.getHeader("List-Unsubscribe-Post", null));
    String link = letter.getHeader("List-Unsubscribe", null);
    String path = link.substring("<https://portal.example.org".length(), link.length() - 1);
    await(() -> plot.number("select count(*) from delivery") == 0);

    given().get(path).then().statusCode(200);
    assertEquals(1, plot.number("select count(*) from digest"), "mail programs open links");
    given().formParam("List-Unsubscribe", "One-Click").post(path).then().statusCode(200);
    assertEquals(0, plot.number("select count(*) from digest"));
    assertEquals(Map.of(), plot.holding("citizen@example.org"), "the address is gone");
    given().post(path).then().statusCode(200);
    given().post("/unsubscribe/" + "A".repeat(43)).then().statusCode(200);
    given().delete(path).then().statusCode(405);
  }

  @Test
  void a_letter_that_cannot_be_sent_is_sent_later() throws Exception {
    Post.close();
    follow(Map.of("digest", "DAILY"));
    publish(Desk.fresh("SS"), "迟到" + word, Map.of());
    await(() -> plot.number("select count(*) from delivery where channel = 'DIGEST'") == 1);
    plot.run("update digest set due_at = now()");
    await(() ->
        plot.number(
                "select count(*) from digest where due_at between now() and now() + interval '11 minutes'")
            == 1);
    assertEquals(1, plot.number("select count(*) from delivery"));
    var mail = Post.empty();
    plot.run("update digest set due_at = now()");
    assertTrue(mail.waitForIncomingEmail(20_000, 1));
    await(() -> plot.number("select count(*) from delivery") == 0);
    String id = mail.getReceivedMessages()[0].getHeader("Message-ID", null);
    assertTrue(id.matches("<[0-9a-f-]{36}@heliograph>"), id);
    assertEquals(1, mail.getReceivedMessages().length);
  }
}
