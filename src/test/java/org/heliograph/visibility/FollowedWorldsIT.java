package org.heliograph.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.heliograph.shared.Audience;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.OpenEnd;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.heliograph.shared.Stage;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Following;
import org.heliograph.support.Inbox;
import org.heliograph.support.Keeper;
import org.heliograph.support.LiveLine;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.heliograph.support.Post;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two worlds tell their followers the same. Whatever happens to hidden records is heard by no
 * subscriber who may not see them, and by no webhook and in no letter of anybody: these tell
 * officials too what the public may see and nothing else.
 */
@QuarkusTest
@TestProfile(Following.class)
class FollowedWorldsIT {
  private final String word = Desk.fresh("zw").replace("-", "").toLowerCase(java.util.Locale.ROOT);

  /** Every kind in every stage, audience and window that hides it from the public. */
  private List<Planted> variants() {
    Instant now = Instant.now();
    var all = new ArrayList<Planted>();
    for (RecordKind kind :
        List.of(
            RecordKind.POWER_ITEM,
            RecordKind.DISCLOSURE,
            RecordKind.SUBSIDY_BENEFICIARY,
            RecordKind.CASE_OUTCOME)) {
      for (String region : List.of("990121101201", "990122000000")) {
        var open = Planted.published(kind, Desk.fresh("FW"), "QY-NYJ", region).saying("秘密" + word);
        all.add(code(open.in(Stage.DRAFT)));
        all.add(code(open.in(Stage.IN_REVIEW)));
        all.add(code(open.in(Stage.APPROVED)));
        all.add(code(open.in(Stage.EXPIRED)));
        all.add(code(open.to(Audience.INTERNAL)));
        all.add(code(open.to(Audience.RESTRICTED)));
        all.add(code(open.between(now.plus(Duration.ofDays(30)), OpenEnd.INSTANT)));
        all.add(code(open.between(now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(30)))));
      }
    }
    return all;
  }

  private static Planted code(Planted record) {
    return new Planted(
        record.kind(),
        Desk.fresh("FW"),
        record.title(),
        record.words(),
        record.organisation(),
        record.region(),
        record.stage(),
        record.audience(),
        record.visibleFrom(),
        record.visibleUntil());
  }

  private static boolean mayHear(Viewer viewer, Planted record) {
    return !VisibilityPolicy.of(record.kind(), viewer).fields(record).isEmpty()
        || !VisibilityPolicy.ofWithdrawn(viewer).fields(record).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"CITIZEN", "STAFF", "EDITOR", "SUPERVISOR", "AUDITOR", "ADMIN"})
  void what_happens_to_hidden_records_is_told_to_nobody(Accounts account) throws Exception {
    var mail = Post.empty();
    try (var plot = new Plot();
        var inbox = new Inbox();
        var line = LiveLine.as(account)) {
      plot.prepare();
      Portal.awaitSearch();
      Keeper.clear(account);
      line.subscribe("a", "subscription { recordChanged { recordId } }").started();
      var saved =
          Keeper.save(
              account,
              Map.of("name", "x", "text", word, "webhook", inbox.address(), "digest", "DAILY"));
      assertEquals(List.of(), saved.getList("data.it.refusals"), saved.prettify());
      inbox.expectHandshake();

      List<Planted> all = variants();
      List<Long> ids = plot.plant(all);
      Viewer viewer = account.viewer(Instant.now());
      for (ChangeKind change : ChangeKind.values()) {
        for (int i = 0; i < all.size(); i++) {
          // a subscriber in office hears of what they may see: that is no secret from them
          if (!mayHear(viewer, all.get(i))) {
            plot.tell(all.get(i).kind(), change, ids.get(i));
          }
        }
      }
      for (int i = 0; i < all.size(); i++) {
        if (mayHear(viewer, all.get(i))) {
          queueForSearches(plot, all.get(i).kind(), ids.get(i));
        }
      }
      var open =
          Planted.published(RecordKind.DISCLOSURE, Desk.fresh("FW"), "QY-NYJ", "990121101201")
              .saying("公开" + word);
      long id = plot.plant(List.of(open)).getFirst();
      plot.tell(RecordKind.DISCLOSURE, ChangeKind.PUBLISHED, id);
      String marker = RecordRef.of(RecordKind.DISCLOSURE, id).globalId();

      assertEquals(marker, line.expect("next").getString("payload.data.recordChanged.recordId"));
      Inbox.Letter told = inbox.expectChanges();
      assertEquals(marker, told.json().getString("changes[0].recordId"), told.body());
      await(plot, "select count(*) from change_to_match", 0);
      await(plot, "select count(*) from delivery where channel = 'WEBHOOK'", 0);
      assertEquals(1, plot.number("select count(*) from delivery where channel = 'DIGEST'"));
      plot.run("update digest set due_at = now()");
      assertTrue(mail.waitForIncomingEmail(20_000, 1), "a letter");
      String letter = String.valueOf(mail.getReceivedMessages()[0].getContent());
      assertTrue(letter.contains(open.code()), letter);
      assertFalse(letter.contains("秘密"), letter);
      assertEquals(List.of(), inbox.rest());
      assertEquals(List.of(), line.rest());
    } finally {
      Keeper.clear(account);
    }
  }

  /** The same change, for the queue of saved searches alone: officials' own news does not count. */
  private static void queueForSearches(Plot plot, RecordKind kind, long id) throws Exception {
    for (ChangeKind change : ChangeKind.values()) {
      plot.run(
          "insert into change_to_match(entry, kind, change, record_ids, at)"
              + " values (gen_random_uuid(), ?, ?, array["
              + id
              + "]::bigint[], now())",
          kind.name(),
          change.name());
    }
  }

  private static void await(Plot plot, String sql, long value) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (plot.number(sql) != value) {
      assertTrue(System.nanoTime() < end, sql + " is not " + value + " within 30 s");
      // polls what other threads of the service do
      Thread.sleep(50);
    }
  }
}
