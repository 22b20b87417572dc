package org.heliograph.editing;

import static org.heliograph.editing.Clerk.move;
import static org.heliograph.editing.Clerk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.heliograph.editing.Clerk.Typed;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.LiveLine;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who follows is told of what they may see, of nothing else, and of all of it. */
@QuarkusTest
class FollowIT {
  private static final String WHOLE =
      "{ id change kind recordId at record { __typename ... on Record { id title revision changeNote organisation { code } region { code } }"
          + " ... on Tombstone { id withdrawal { kind reason } } } }";
  private static final String ALL = "subscription { recordChanged " + WHOLE + " }";
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

  private static JsonPath publish(String title, Map<String, ?> more) {
    JsonPath draft =
        Clerk.run(
            Accounts.EDITOR,
            "draftDisclosure",
            Map.of("input", LifeIT.Kind.DISCLOSURE.input(Desk.fresh("FO"), title, more)));
    return carry(draft);
  }

  private static JsonPath draft(String title) {
    return Clerk.run(
        Accounts.EDITOR,
        "draftDisclosure",
        Map.of("input", LifeIT.Kind.DISCLOSURE.input(Desk.fresh("FO"), title, Map.of())));
  }

  private static JsonPath carry(JsonPath draft) {
    JsonPath review = move(Accounts.EDITOR, "submit", draft, Map.of());
    return move(
        Accounts.REVIEWER,
        "publish",
        move(Accounts.REVIEWER, "approve", review, Map.of()),
        Map.of());
  }

  private static JsonPath withdraw(JsonPath published, String kind) {
    return move(
        Accounts.REVIEWER,
        "withdraw",
        published,
        Map.of("kind", new Typed("WithdrawalKind!", kind), "reason", text("内容有误")));
  }

  private static String record(JsonPath message, String field) {
    return message.getString("payload.data.recordChanged." + field);
  }

  @Test
  void the_life_of_a_record_is_told_as_it_happens() throws Exception {
    try (var line = LiveLine.as(Accounts.ANONYMOUS)) {
      line.subscribe("a", ALL).started();
      JsonPath published = publish("跟踪公开", Map.of());
      String id = published.getString("data.it.record.id");
      JsonPath first = line.expect("next");
      assertEquals("a", first.getString("id"));
      assertEquals("PUBLISHED", record(first, "change"), first.prettify());
      assertEquals(id, record(first, "recordId"));
      assertEquals("Disclosure", record(first, "record.__typename"));
      assertEquals("QY-MZJ", record(first, "record.organisation.code"));

      JsonPath correction =
          move(
              Accounts.EDITOR,
              "correctDisclosure",
              published,
              Map.of(
                  "input",
                  LifeIT.Kind.DISCLOSURE.input(codeOf(id), "跟踪更正", Map.of("changeNote", "改了标题"))));
      JsonPath corrected = carry(correction);
      JsonPath second = line.expect("next");
      assertEquals("CORRECTED", record(second, "change"));
      assertEquals("改了标题", record(second, "record.changeNote"));
      assertNotEquals(record(first, "id"), record(second, "id"));

      JsonPath given = move(Accounts.EDITOR, "discard", draft("跟踪弃稿"), Map.of());
      assertEquals("DONE", Clerk.outcome(given), given.prettify());

      withdraw(corrected, "GONE");
      JsonPath third = line.expect("next");
      assertEquals("WITHDRAWN", record(third, "change"));
      assertEquals("Tombstone", record(third, "record.__typename"));
      assertEquals("内容有误", record(third, "record.withdrawal.reason"));
      assertFalse(third.prettify().contains("跟踪"), "a tombstone says nothing of the content");
      assertEquals(
          List.of(),
          line.rest(),
          "drafts, submissions, approvals and what is given up are nobody's news");
    }
  }

  private String codeOf(String id) throws Exception {
    long record = RecordRef.parse(id).orElseThrow().recordId();
    return String.valueOf(
        plot.texts(
                "select '', code from disclosure where slot = 'PUBLIC' and record_id = " + record)
            .get(""));
  }

  @Test
  void what_is_hidden_is_told_to_those_alone_who_may_see_it() throws Exception {
    try (var anonymous = LiveLine.as(Accounts.ANONYMOUS);
        var citizen = LiveLine.as(Accounts.CITIZEN);
        var staff = LiveLine.as(Accounts.STAFF);
        var town = LiveLine.as(Accounts.SUPERVISOR_TOWN);
        var owner = LiveLine.as(Accounts.EDITOR);
        var other = LiveLine.as(Accounts.EDITOR_NYJ);
        var supervisor = LiveLine.as(Accounts.SUPERVISOR)) {
      for (var line : List.of(anonymous, citizen, staff, town, owner, other, supervisor)) {
        line.subscribe("a", ALL).started();
      }
      withdraw(publish("对内", Map.of("audience", "INTERNAL")), "GONE");
      withdraw(publish("限制", Map.of("audience", "RESTRICTED")), "GONE");
      JsonPath marker = publish("人人可见", Map.of());
      // what is told to one follower comes in order: nothing before the marker is nothing at all
      for (var line : List.of(anonymous, citizen, town, other)) {
        assertEquals(
            marker.getString("data.it.record.id"), record(line.expect("next"), "recordId"));
        assertEquals(List.of(), line.rest());
      }
      assertEquals("对内", record(staff.expect("next"), "record.title").substring(0, 2));
      assertEquals("人人可见", record(staff.expect("next"), "record.title").substring(0, 4));
      for (var line : List.of(owner, supervisor)) {
        for (String change :
            List.of("PUBLISHED", "WITHDRAWN", "PUBLISHED", "WITHDRAWN", "PUBLISHED")) {
          assertEquals(change, record(line.expect("next"), "change"));
        }
      }
    }
  }

  @Test
  void a_filter_narrows_but_withdrawals_come_wherever_the_record_belonged() throws Exception {
    String filtered = "subscription { recordChanged(filter: {%s}) " + WHOLE + " }";
    try (var line = LiveLine.as(Accounts.ANONYMOUS)) {
      line.subscribe("other", filtered.formatted("organisations: [\"QY-NYJ\"]"));
      line.subscribe("kind", filtered.formatted("kinds: [POWER_ITEM]"));
      line.subscribe("change", filtered.formatted("changes: [CORRECTED]"));
      line.subscribe("region", filtered.formatted("regions: [\"990122000000\"]"));
      line.started();
      JsonPath published = publish("过滤", Map.of());
      line.subscribe(
          "own",
          filtered.formatted(
              "organisations: [\"QY-MZJ\"], regions: [\"990121000000\"], kinds: [DISCLOSURE], changes: [PUBLISHED]"));
      line.started();
      publish("过滤二", Map.of());
      assertEquals("own", line.expect("next").getString("id"));
      withdraw(published, "GONE");
      assertEquals(
          List.of("other", "region"),
          List.of(line.expect("next").getString("id"), line.expect("next").getString("id")).stream()
              .sorted()
              .toList());
      assertEquals(List.of(), line.rest());
    }
  }

  @Test
  void what_opens_later_is_told_when_it_opens() throws Exception {
    try (var line = LiveLine.as(Accounts.ANONYMOUS)) {
      line.subscribe("a", ALL).started();
      Instant later = Instant.now().plus(Duration.ofHours(1));
      JsonPath published = publish("按时", Map.of("visibleFrom", later.toString()));
      publish("先到", Map.of());
      assertTrue(record(line.expect("next"), "record.title").startsWith("先到"));
      // its hour is over sooner for the test than for everybody else
      String id = published.getString("data.it.record.id");
      long record = RecordRef.parse(id).orElseThrow().recordId();
      Instant opening = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
      String at = "timestamptz '" + opening + "'";
      plot.run(
          "with opened as (update disclosure set visible_from = "
              + at
              + " where record_id = "
              + record
              + ") update record_change set at = "
              + at
              + " where record_ids = array["
              + record
              + "]::bigint[]");
      JsonPath told = line.expect("next");
      assertTrue(record(told, "record.title").startsWith("按时"));
      assertFalse(Instant.now().isBefore(opening), "told before it opened");
    }
  }

  @Test
  void what_commits_late_and_unheard_is_told_all_the_same() throws Exception {
    var config = ConfigProvider.getConfig();
    List<Long> ids =
        plot.plant(
            List.of(
                Planted.published(
                    RecordKind.DISCLOSURE, Desk.fresh("FL"), "QY-MZJ", "990121000000"),
                Planted.published(
                    RecordKind.DISCLOSURE, Desk.fresh("FL"), "QY-MZJ", "990121000000")));
    try (var line = LiveLine.as(Accounts.ANONYMOUS);
        Connection slow =
            DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class))) {
      line.subscribe("a", ALL).started();
      slow.setAutoCommit(false);
      String entry =
          "insert into record_change(kind, change, record_ids, at) values ('DISCLOSURE', 'PUBLISHED', array[%d]::bigint[], now())";
      try (var statement = slow.createStatement()) {
        statement.executeUpdate(entry.formatted(ids.get(0)));
      }
      plot.run(entry.formatted(ids.get(1)));
      String early = RecordRef.of(RecordKind.DISCLOSURE, ids.get(1)).globalId();
      assertEquals(early, record(line.expect("next"), "recordId"));
      slow.commit();
      String late = RecordRef.of(RecordKind.DISCLOSURE, ids.get(0)).globalId();
      assertEquals(late, record(line.expect("next"), "recordId"));
      publish("标记", Map.of());
      assertTrue(record(line.expect("next"), "record.title").startsWith("标记"), "nothing twice");
    }
  }
}
