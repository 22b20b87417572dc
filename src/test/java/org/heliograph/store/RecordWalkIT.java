package org.heliograph.store;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.heliograph.disclosure.Disclosure;
import org.heliograph.disclosure.DisclosureType;
import org.heliograph.record.Criterion;
import org.heliograph.record.WholeList;
import org.heliograph.shared.RecordKind;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.Visibility;
import org.heliograph.visibility.VisibilityPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecordWalkIT {
  private static final int ROWS = 7;
  @Inject RecordWalk walk;
  @Inject RecordStore store;
  @Inject ClusterLock lock;
  @Inject DisclosureType type;

  private final Visibility visibility =
      VisibilityPolicy.of(RecordKind.DISCLOSURE, Viewer.anonymous(Instant.now()));
  private String run = "";
  private Plot plot;

  @BeforeEach
  void plant() throws SQLException {
    plot = new Plot();
    plot.prepare();
    run = Desk.fresh("RW");
    var rows = new ArrayList<Planted>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(row(i));
    }
    plot.plant(rows);
  }

  @AfterEach
  void close() throws SQLException {
    plot.close();
  }

  private Planted row(int number) {
    return Planted.published(RecordKind.DISCLOSURE, run + "-" + number, "QY-MZJ", "990121101000");
  }

  private WholeList ofThisRun() {
    var codes = new ArrayList<String>();
    for (int i = 0; i <= ROWS; i++) {
      codes.add(run + "-" + i);
    }
    return new WholeList(Criterion.collect().anyOf("code", codes).criteria(), "code", false);
  }

  @Test
  void all_batches_and_all_that_is_read_beside_them_are_of_one_snapshot() {
    var seen = new ArrayList<String>();
    walk.walk(
        type,
        ofThisRun(),
        visibility,
        2,
        new ReadStop(),
        rows -> {
          if (seen.isEmpty()) {
            changeEverything();
          }
          var again = store.byRowIds(type, rows.stream().map(row -> row.id).toList(), visibility);
          for (Disclosure row : rows) {
            seen.add(row.code);
            assertTrue(row.title.startsWith("低保"), row.title);
            assertEquals(row.title, requireNonNull(again.get(row.id)).title);
          }
        });
    assertEquals(ROWS, seen.size());
    assertEquals(seen.stream().sorted().toList(), seen);
  }

  private void changeEverything() {
    try {
      plot.plant(List.of(row(ROWS)));
      plot.run("update disclosure set title = '改过' where code like '" + run + "-%'");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_walk_that_waits_for_the_database_ends_when_it_is_stopped() throws Exception {
    var stop = new ReadStop();
    plot.run("begin");
    plot.run("lock table disclosure in access exclusive mode");
    try (var watch = new Plot()) {
      var walking =
          CompletableFuture.runAsync(
              () -> walk.walk(type, ofThisRun(), visibility, 2, stop, rows -> {}));
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (watch.number(
              "select count(*) from pg_locks where not granted and relation = 'disclosure'::regclass")
          == 0) {
        assertTrue(System.nanoTime() < end, "the walk waits for the table");
        // watches another session; there is nothing to wait on
        Thread.sleep(20);
      }
      stop.stop();
      var failed = assertThrows(ExecutionException.class, () -> walking.get(10, TimeUnit.SECONDS));
      assertInstanceOf(ReadStop.Stopped.class, failed.getCause());
    } finally {
      stop.stop();
      plot.run("rollback");
    }
  }

  @Test
  void a_walk_that_was_stopped_before_it_began_reads_nothing() {
    var stop = new ReadStop();
    stop.stop();
    assertThrows(
        ReadStop.Stopped.class,
        () ->
            walk.walk(
                type,
                ofThisRun(),
                visibility,
                2,
                stop,
                rows -> {
                  throw new AssertionError("rows were read");
                }));
  }

  @Test
  void a_connection_comes_back_as_it_was_also_after_a_failure() {
    // more often than the pool has connections
    for (int i = 0; i < 40; i++) {
      assertThrows(
          UncheckedIOException.class,
          () ->
              walk.walk(
                  type,
                  ofThisRun(),
                  visibility,
                  2,
                  new ReadStop(),
                  rows -> {
                    throw new UncheckedIOException(new IOException("the client is gone"));
                  }));
    }
    var codes = Set.of(run + "-0");
    for (int i = 0; i < 40; i++) {
      assertEquals(1, store.byCodes(type, codes, visibility).size());
      assertTrue(lock.alone("record-walk-it-" + run, () -> {}));
    }
  }
}
