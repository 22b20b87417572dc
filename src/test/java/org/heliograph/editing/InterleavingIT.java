package org.heliograph.editing;

import static org.heliograph.editing.Clerk.id;
import static org.heliograph.editing.Clerk.outcome;
import static org.heliograph.editing.Clerk.text;
import static org.heliograph.editing.Clerk.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.editing.Clerk.Typed;
import org.heliograph.editing.LifeIT.Kind;
import org.heliograph.support.Accounts;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.heliograph.timetable.Timetable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Records go their ways in any order while the events that the index follows come twice, late and
 * in another order. Both tiers end up as the database is, and whatever left the public is nowhere
 * in the answer to the very next question.
 */
@QuarkusTest
class InterleavingIT {
  private static final int STEPS = 60;
  private static final long LONGEST = 25_000_000_000L;
  private static final String DISORDER =
      """
      create function test_disorder() returns trigger language plpgsql as $$
      begin
        if not new.sweep and pg_trigger_depth() = 1 then
          insert into outbox(kind, record_ids, due_at)
          values (new.kind, new.record_ids, greatest(new.due_at, now()) + random() * interval '800 milliseconds');
          new.due_at = greatest(new.due_at, now()) + random() * interval '500 milliseconds';
        end if;
        return new;
      end $$;
      create trigger test_disorder before insert on outbox for each row execute function test_disorder();
      """;

  @Inject Timetable timetable;
  private Plot plot;
  private final Map<String, JsonPath> work = new TreeMap<>();
  private final Map<String, JsonPath> open = new TreeMap<>();
  private final Map<String, Kind> kinds = new TreeMap<>();
  private final List<String> story = new ArrayList<>();
  private String mark = "";
  private int titles;

  @BeforeEach
  void bring_disorder() throws Exception {
    plot = new Plot();
    plot.prepare();
    plot.run(DISORDER);
  }

  @AfterEach
  void bring_order() throws Exception {
    plot.run("drop trigger test_disorder on outbox");
    plot.run("drop function test_disorder()");
    plot.close();
  }

  private Kind kind(String code) {
    return Objects.requireNonNull(kinds.get(code));
  }

  private Typed input(String code, Random random) {
    Kind kind = kind(code);
    var more = new HashMap<String, Object>();
    more.put("changeNote", "第" + titles + "次修改");
    more.put("audience", random.nextInt(5) == 0 ? "INTERNAL" : "PUBLIC");
    if (random.nextInt(5) == 0) {
      more.put(
          "visibleUntil", Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS).toString());
    }
    return kind.input(code, mark + "第" + ++titles + "稿", more);
  }

  /** Takes a step; what is refused has changed nothing and is part of the game. */
  private boolean step(
      Accounts as,
      String mutation,
      Map<String, JsonPath> which,
      String code,
      Map<String, Typed> more) {
    JsonPath before = which.get(code);
    if (before == null) {
      return false;
    }
    var all = new LinkedHashMap<String, Typed>();
    all.put("id", id(before.getString("data.it.record.id")));
    all.put("version", version(before.getString("data.it.version")));
    all.putAll(more);
    JsonPath answer = Clerk.run(as, mutation, all);
    story.add(code + " " + mutation + " " + outcome(answer));
    if (!outcome(answer).equals("DONE")) {
      return false;
    }
    if (mutation.equals("discard") || mutation.equals("withdraw")) {
      which.remove(code);
    } else if (mutation.equals("publish")) {
      work.remove(code);
      open.put(code, answer);
    } else if (mutation.startsWith("correct")) {
      work.put(code, answer);
    } else {
      which.put(code, answer);
    }
    return true;
  }

  /** The way that most records go. */
  private void onward(String code) {
    JsonPath at = work.get(code);
    switch (at == null ? "" : at.getString("data.it.record.stage")) {
      case "DRAFT" -> step(Accounts.EDITOR, "submit", work, code, Map.of());
      case "IN_REVIEW" -> step(Accounts.REVIEWER, "approve", work, code, Map.of());
      case "APPROVED" -> step(Accounts.EDITOR, "publish", work, code, Map.of());
      default -> timetable.look();
    }
  }

  private void anything(String code, Random random) {
    String type = kind(code).type;
    switch (random.nextInt(10)) {
      case 0 ->
          step(Accounts.EDITOR, "update" + type, work, code, Map.of("input", input(code, random)));
      case 1, 2 -> step(Accounts.EDITOR, "submit", work, code, Map.of());
      case 3, 4 -> step(Accounts.REVIEWER, "approve", work, code, Map.of());
      case 5, 6 -> step(Accounts.EDITOR, "publish", work, code, Map.of());
      case 7 -> {
        if (!work.containsKey(code)) {
          step(Accounts.EDITOR, "correct" + type, open, code, Map.of("input", input(code, random)));
        } else if (random.nextInt(4) == 0) {
          step(Accounts.EDITOR, "discard", work, code, Map.of());
        } else {
          var time = new Typed("DateTime!", Instant.now().plusSeconds(1).toString());
          step(Accounts.EDITOR, "schedule", work, code, Map.of("at", time));
        }
      }
      case 8 -> {
        var kind = List.of("GONE", "WITHDRAWN", "ERASED", "REPLACED").get(random.nextInt(4));
        var more = new LinkedHashMap<String, Typed>();
        more.put("kind", new Typed("WithdrawalKind!", kind));
        more.put("reason", text("撤回"));
        if (kind.equals("REPLACED")) {
          open.entrySet().stream()
              .filter(each ->
                  !each.getKey().equals(code) && kinds.get(each.getKey()) == kinds.get(code))
              .findFirst()
              .ifPresent(each ->
                  more.put(
                      "successor",
                      new Typed("ID", each.getValue().getString("data.it.record.id"))));
        }
        step(Accounts.EDITOR, "withdraw", open, code, more);
      }
      default -> timetable.look();
    }
  }

  private static final List<String> TABLES =
      List.of("power_item", "disclosure", "subsidy_beneficiary", "case_outcome");

  private Set<String> titles(String which) throws Exception {
    var sql = new ArrayList<String>();
    for (String table : TABLES) {
      sql.add("select title, '' from " + table + " where title like '" + mark + "%' and " + which);
    }
    return new TreeSet<>(plot.texts(String.join(" union all ", sql)).keySet());
  }

  private Set<String> publicTitles() throws Exception {
    return titles(
        "stage = 'PUBLISHED' and audience = 'PUBLIC' and visible_from <= now() and visible_until > now()");
  }

  private JsonPath search(Accounts as, String filter) {
    return Portal.json(
        as,
        "{ it: search(text: \"%s\", first: 100, facets: [KIND]%s) { totalCount nodes { title } facets { buckets { count } } } }"
            .formatted(mark, filter));
  }

  private Set<String> found(Accounts as, String filter) {
    return new TreeSet<>(search(as, filter).<String>getList("data.it.nodes.title"));
  }

  /** Whatever is not public is in no answer; questions are asked after the database's. */
  private void nothingLeaks(Set<String> before) throws Exception {
    JsonPath hits = search(Accounts.ANONYMOUS, "");
    Set<String> found = new TreeSet<>(hits.<String>getList("data.it.nodes.title"));
    int total = hits.getInt("data.it.totalCount");
    List<Integer> counts = hits.getList("data.it.facets[0].buckets.count");
    String word = URLEncoder.encode(mark, StandardCharsets.UTF_8);
    String file = Portal.download(Accounts.ANONYMOUS, "search.jsonl?text=" + word + "&sort=CODE");
    String feed = Portal.download(Accounts.ANONYMOUS, "/feed.json?text=" + word);
    var lists = new StringBuilder();
    for (String list :
        List.of("powerItems", "disclosures", "subsidyBeneficiaries", "caseOutcomes")) {
      lists.append(
          Portal.ask(
              Accounts.ANONYMOUS,
              "{ %s(filter: { codes: %s }, first: 100) { totalCount nodes { title } } }"
                  .formatted(list, codes())));
    }
    var hidden = new TreeSet<>(all());
    hidden.removeAll(before);
    // what its time made public meanwhile
    hidden.removeAll(publicTitles());
    for (String title : hidden) {
      assertTrue(!found.contains(title), () -> told("found: " + title));
      assertTrue(!file.contains(title), () -> told("exported: " + title));
      assertTrue(!feed.contains(title), () -> told("fed: " + title));
      assertTrue(lists.indexOf(title) < 0, () -> told("listed: " + title));
    }
    assertEquals(found.size(), total, () -> told("total"));
    assertEquals(total, counts.stream().mapToInt(each -> each).sum(), () -> told("facets"));
  }

  private String codes() {
    return kinds.keySet().stream().map(code -> "\"" + code + "\"").toList().toString();
  }

  private Set<String> all() throws Exception {
    return titles("true");
  }

  private String told(String what) {
    return what + " after " + story;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20_261_123})
  void any_order_of_steps_and_events_ends_as_the_database_is(long seed) throws Exception {
    var random = new Random(seed);
    story.add("seed " + seed);
    mark = "交错" + Long.toString(System.nanoTime(), 36);
    for (int i = 0; i < 8; i++) {
      Kind kind = Kind.values()[i % 4];
      String code = "IL-" + mark.substring(2).toUpperCase(Locale.ROOT) + "-" + i;
      kinds.put(code, kind);
      work.put(
          code,
          Clerk.run(Accounts.EDITOR, "draft" + kind.type, Map.of("input", input(code, random))));
      assertEquals("DONE", outcome(work.get(code)), work.get(code).prettify());
    }
    var codes = List.copyOf(kinds.keySet());
    long end = System.nanoTime() + LONGEST;
    for (int i = 0; i < STEPS && System.nanoTime() < end; i++) {
      Set<String> before = publicTitles();
      String code = codes.get(random.nextInt(codes.size()));
      if (random.nextInt(3) == 0) {
        anything(code, random);
      } else {
        onward(code);
      }
      Set<String> after = publicTitles();
      if (!after.containsAll(before)) {
        nothingLeaks(after);
      }
    }
    assertTrue(story.stream().anyMatch(each -> each.endsWith("publish DONE")), () -> told("idle"));
    plot.awaitIndex();
    timetable.look();
    plot.awaitIndex();
    converges(Accounts.ANONYMOUS, "", this::publicTitles);
    converges(
        Accounts.EDITOR,
        ", filter: { stages: [PUBLISHED, DRAFT, IN_REVIEW, APPROVED, SCHEDULED] }",
        () -> titles("stage in ('PUBLISHED', 'DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED')"));
  }

  private interface Truth {
    Set<String> now() throws Exception;
  }

  private void converges(Accounts as, String filter, Truth truth) throws Exception {
    for (int i = 0; i < 100 && !truth.now().equals(found(as, filter)); i++) {
      // late events are still on their way
      Thread.sleep(100);
    }
    assertEquals(truth.now(), found(as, filter), () -> told(as.name()));
    nothingLeaks(publicTitles());
  }
}
