package org.heliograph.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.elastic.clients.json.JsonData;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.heliograph.disclosure.Disclosure;
import org.heliograph.disclosure.DisclosureType;
import org.heliograph.outbox.Follower;
import org.heliograph.search.SearchQuery.Order;
import org.heliograph.search.SearchQuery.Slice;
import org.heliograph.search.SearchQuery.Wants;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.IndexSource;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.visibility.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The index follows, whatever the order of writes, and is rebuilt without a gap. */
@QuarkusTest
class IndexingIT {
  @Inject RecordSearch search;
  @Inject IndexCatalog catalog;
  @Inject IndexRegistry registry;
  @Inject IndexSource source;
  @Inject IndexWriter writer;
  @Inject Indexer indexer;
  @Inject Clusters clusters;
  @Inject DisclosureType type;
  @Inject Titles titles;
  @Inject Clock clock;

  private Plot plot;
  private String mark = "";

  @BeforeEach
  void open() throws SQLException {
    plot = new Plot();
    plot.prepare();
    mark = "zz" + Long.toString(System.nanoTime(), 36);
  }

  @AfterEach
  void close() throws SQLException {
    plot.close();
  }

  private Planted row() {
    return row(Desk.fresh("IX"));
  }

  private Planted row(String code) {
    return Planted.published(RecordKind.DISCLOSURE, code, "QY-MZJ", "990121101201")
        .saying("公开 " + mark);
  }

  private long plant(Planted row) throws SQLException, InterruptedException {
    long id = plot.plant(List.of(row)).getFirst();
    plot.awaitIndex();
    return id;
  }

  private long found() {
    var query =
        new SearchQuery(
            mark,
            Set.of(RecordKind.DISCLOSURE),
            List.of(),
            Order.RELEVANCE,
            Set.of(),
            new Slice(100, null),
            new Wants(true, true, false));
    SearchPage page = search.search(query, Viewer.anonymous(clock.instant()));
    assertEquals(page.hits().size(), page.total());
    return page.hits().size();
  }

  private Map<String, JsonData> document(Tier tier, long id) {
    return clusters
        .writing(tier)
        .call(client -> {
          client.indices().refresh(r -> r.index(catalog.alias(RecordKind.DISCLOSURE, tier)));
          var hits =
              client
                  .search(
                      s ->
                          s.index(catalog.alias(RecordKind.DISCLOSURE, tier))
                              .query(q -> q.ids(i -> i.values(Long.toString(id)))),
                      JsonData.class)
                  .hits()
                  .hits();
          if (hits.isEmpty()) {
            return Map.<String, JsonData>of();
          }
          JsonData content = hits.getFirst().source();
          return content == null
              ? Map.<String, JsonData>of()
              : content.toJson().asJsonObject().entrySet().stream()
                  .collect(
                      java.util.stream.Collectors.toMap(
                          Map.Entry::getKey, entry -> JsonData.of(entry.getValue())));
        });
  }

  @Test
  void the_public_tier_holds_open_fields_of_what_anonymous_may_see() throws Exception {
    long id = plant(row());
    plot.run("update disclosure set remark = '内部备注' where id = " + id);
    plot.run(
        "insert into outbox(kind, record_ids) values ('DISCLOSURE', array[" + id + "]::bigint[])");
    plot.awaitIndex();
    assertFalse(document(Tier.PUBLIC, id).containsKey("remark"));
    assertTrue(document(Tier.INTERNAL, id).containsKey("remark"));
    assertTrue(document(Tier.PUBLIC, id).containsKey("content"));
  }

  @Test
  void a_late_write_does_not_bring_back_what_was_withdrawn() throws Exception {
    long id = plant(row());
    Disclosure before = source.forIndex(type, List.of(id)).getFirst();
    plot.run(
        "update disclosure set stage = 'WITHDRAWN', withdrawn_at = now(), withdrawal_kind = 'GONE' where id = "
            + id);
    plot.run(
        "insert into outbox(kind, record_ids, narrowing) values ('DISCLOSURE', array["
            + id
            + "]::bigint[], true)");
    plot.awaitIndex();
    assertEquals(Set.of("recordId", "rowVersion"), document(Tier.PUBLIC, id).keySet());

    var late = new Placement<>(type, clock.instant(), titles);
    late.place(before, false);
    assertEquals(
        Map.of(), writer.write(late.writes(), registry.entries(RecordKind.DISCLOSURE), true));
    assertEquals(Set.of("recordId", "rowVersion"), document(Tier.PUBLIC, id).keySet());
    assertEquals(0, found());
  }

  @Test
  void at_a_windows_edge_the_clock_orders_what_the_row_version_does_not() throws Exception {
    Instant edge = clock.instant().plusMillis(1_500);
    Planted row = row();
    long id = plot.plant(List.of(row.between(edge, row.visibleUntil()))).getFirst();
    plot.awaitIndex();
    Disclosure unopened = source.forIndex(type, List.of(id)).getFirst();
    var early = new Placement<>(type, clock.instant(), titles);
    early.place(unopened, false);
    Thread.sleep(1_600);
    indexer.follow(new Follower.Order(RecordKind.DISCLOSURE, List.of(id), true, false));
    assertEquals(1, found());
    writer.write(early.writes(), registry.entries(RecordKind.DISCLOSURE), true);
    assertEquals(1, found());
  }

  @Test
  void tombstones_are_swept_when_their_time_has_come() throws Exception {
    long id = plant(row());
    plot.run(
        "update disclosure set stage = 'WITHDRAWN', withdrawn_at = now(), withdrawal_kind = 'GONE' where id = "
            + id);
    plot.run(
        "insert into outbox(kind, record_ids, narrowing) values ('DISCLOSURE', array["
            + id
            + "]::bigint[], true)");
    plot.awaitIndex();
    assertNotEquals(
        0, plot.number("select count(*) from outbox where sweep and " + id + " = any(record_ids)"));
    plot.run("update outbox set due_at = now() where sweep and " + id + " = any(record_ids)");
    plot.run("select pg_notify('heliograph_outbox', '')");
    plot.awaitIndex();
    assertEquals(Map.of(), document(Tier.PUBLIC, id));
    assertEquals(0, plot.number("select count(*) from outbox where " + id + " = any(record_ids)"));
    assertTrue(document(Tier.INTERNAL, id).containsKey("content"));
  }

  @Test
  void a_row_that_cannot_be_indexed_is_kept_and_the_others_go_on() throws Exception {
    Planted broken = row();
    Planted sound = row();
    List<Long> ids = plot.plant(List.of(broken, sound));
    plot.awaitIndex();
    // a period without a year: no document can be made of it
    plot.run("update disclosure set period = 'x' where id = " + ids.getFirst());
    plot.run(
        "insert into outbox(kind, record_ids) values ('DISCLOSURE', array["
            + ids.getFirst()
            + ","
            + ids.getLast()
            + "]::bigint[])");
    plot.run("select pg_notify('heliograph_outbox', '')");
    Planted later = row();
    plot.plant(List.of(later));
    long end = System.nanoTime() + 20_000_000_000L;
    while (plot.number(
                "select count(*) from outbox where error is not null and record_ids = array["
                    + ids.getFirst()
                    + "]::bigint[]")
            == 0
        || found() < 3) {
      assertTrue(
          System.nanoTime() < end, "the failing row was not kept, or the others did not go on");
      Thread.sleep(50);
    }
    plot.run("update disclosure set period = '2026-Q1' where id = " + ids.getFirst());
    plot.run("update outbox set due_at = now() where error is not null");
    plot.awaitIndex();
  }

  @Test
  void a_row_that_keeps_failing_is_parked_with_its_error() throws Exception {
    long id = plant(row());
    plot.run("update disclosure set period = 'x' where id = " + id);
    plot.run(
        "insert into outbox(kind, record_ids, attempts) values ('DISCLOSURE', array["
            + id
            + "]::bigint[], 99)");
    plot.run("select pg_notify('heliograph_outbox', '')");
    long end = System.nanoTime() + 20_000_000_000L;
    while (plot.number(
            "select count(*) from outbox where parked and error is not null and record_ids = array["
                + id
                + "]::bigint[]")
        == 0) {
      assertTrue(System.nanoTime() < end, "the row was not parked");
      Thread.sleep(50);
    }
    plot.run("delete from outbox where parked");
    plot.run("update disclosure set period = '2026-Q1' where id = " + id);
  }

  @Test
  void a_rebuild_leaves_no_gap_for_readers_and_misses_no_write() throws Exception {
    var rows = new ArrayList<Planted>();
    for (int i = 0; i < 20; i++) {
      rows.add(row());
    }
    plot.plant(rows);
    plot.awaitIndex();
    String before = serving();
    var stop = new AtomicBoolean();
    var read = new AtomicInteger();
    var problems = new ConcurrentLinkedQueue<String>();
    var reader =
        Thread.ofPlatform()
            .start(() -> {
              while (!stop.get()) {
                try {
                  long found = found();
                  if (found < 20) {
                    problems.add("found " + found);
                  }
                  read.incrementAndGet();
                } catch (RuntimeException | AssertionError e) {
                  problems.add(e.toString());
                }
              }
            });
    var more = new ArrayList<Planted>();
    var writerThread =
        Thread.ofPlatform()
            .start(() -> {
              try (var other = new Plot()) {
                for (int i = 0; i < 30; i++) {
                  Planted each = row(Desk.fresh("IY"));
                  more.add(each);
                  other.plant(List.of(each));
                  Thread.sleep(50);
                }
              } catch (SQLException | InterruptedException e) {
                problems.add(e.toString());
              }
            });
    while (catalog.reindex(RecordKind.DISCLOSURE).isEmpty()) {
      // the service may still be preparing its indices
      Thread.sleep(100);
    }
    writerThread.join();
    stop.set(true);
    reader.join();
    plot.awaitIndex();
    assertEquals(List.of(), List.copyOf(problems));
    assertTrue(read.get() > 0);
    assertNotEquals(before, serving());
    assertEquals(50, found());
    assertEquals(2, registry.entries(RecordKind.DISCLOSURE).size());
  }

  private String serving() {
    return clusters
        .writing(Tier.PUBLIC)
        .call(client ->
            client
                .indices()
                .getAlias(get -> get.name(catalog.alias(RecordKind.DISCLOSURE, Tier.PUBLIC)))
                .aliases()
                .keySet()
                .iterator()
                .next());
  }

  @Test
  void a_write_after_its_index_was_deleted_creates_no_index() {
    var known =
        registry.entries(RecordKind.DISCLOSURE).stream()
            .filter(entry -> entry.tier() == Tier.PUBLIC)
            .findFirst()
            .orElseThrow();
    var gone =
        new IndexRegistry.Entry(
            catalog.alias(RecordKind.DISCLOSURE, Tier.PUBLIC) + "-999999",
            known.kind(),
            known.tier(),
            known.state(),
            known.digest());
    var write = new IndexWriter.Write(Tier.PUBLIC, "1", 1, 1, Documents.tombstone(1, 1));
    assertThrows(Follower.NotNow.class, () -> writer.write(List.of(write), List.of(gone), false));
    boolean created =
        clusters
            .writing(Tier.PUBLIC)
            .call(client -> client.indices().exists(e -> e.index(gone.writeAlias())).value());
    assertFalse(created);
  }
}
