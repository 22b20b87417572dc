package org.heliograph.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.heliograph.disclosure.DisclosureType;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.heliograph.shared.Stage;
import org.heliograph.store.DueWriter;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is due happens by itself, once. */
@QuarkusTest
class TimetableIT {
  @Inject Timetable timetable;
  @Inject DueWriter writer;
  @Inject DisclosureType type;
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

  private long plant(Stage stage, Instant until) throws Exception {
    return plot.plant(
            List.of(
                Planted.published(RecordKind.DISCLOSURE, Desk.fresh("TT"), "QY-MZJ", "990121000000")
                    .in(stage)
                    .between(Instant.parse("2026-01-05T01:00:00Z"), until)))
        .getFirst();
  }

  private void schedule(long record, String when) throws Exception {
    plot.run(
        "update disclosure set stage = 'SCHEDULED', scheduled_for = "
            + when
            + ", visible_from = '9999-12-31T00:00:00Z' where record_id = "
            + record);
  }

  private String stage(long record) throws Exception {
    return String.valueOf(
        plot.texts("select '', stage from disclosure where record_id = " + record).get(""));
  }

  private void awaitStage(long record, String stage) throws Exception {
    for (int i = 0; i < 150 && !stage.equals(stage(record)); i++) {
      // what is waited for is a time of the database's clock
      Thread.sleep(100);
      timetable.look();
    }
    assertEquals(stage, stage(record));
  }

  private long entries(long record, String transition) throws Exception {
    return plot.number(
        "select count(*) from audit_entry where transition = '%s' and record_id = %d"
            .formatted(transition, record));
  }

  private static String node(long record) {
    String id = RecordRef.of(RecordKind.DISCLOSURE, record).globalId();
    return Portal.ask(
        Accounts.ANONYMOUS, "{ node(id: \"" + id + "\") { ... on Record { publishedAt } } }");
  }

  @Test
  void a_scheduled_revision_goes_public_at_its_time() throws Exception {
    long record = plant(Stage.APPROVED, Instant.parse("9999-12-31T00:00:00Z"));
    schedule(record, "date_trunc('second', now()) + interval '3 seconds'");
    String time =
        plot.texts(
                "select '', to_char(scheduled_for at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from disclosure where record_id = "
                    + record)
            .get("");
    assertTrue(node(record).contains("NOT_FOUND"));
    awaitStage(record, "PUBLISHED");
    assertTrue(node(record).contains("\"publishedAt\":\"" + time + "\""), node(record) + time);
    assertEquals(1, entries(record, "PUBLISH"));
  }

  @Test
  void many_pods_at_once_publish_once() throws Exception {
    long record = plant(Stage.APPROVED, Instant.parse("9999-12-31T00:00:00Z"));
    schedule(record, "now() - interval '1 second'");
    manyTimesAtOnce(() -> writer.publish(type, record));
    assertEquals("PUBLISHED", stage(record));
    assertEquals(1, entries(record, "PUBLISH"));
  }

  @Test
  void many_pods_at_once_end_what_is_over_once() throws Exception {
    var records = new ArrayList<Long>();
    for (int i = 0; i < 40; i++) {
      records.add(plant(Stage.PUBLISHED, Instant.parse("2026-02-05T01:00:00Z")));
    }
    manyTimesAtOnce(timetable::look);
    for (long record : records) {
      assertEquals("EXPIRED", stage(record));
      assertEquals(1, entries(record, "EXPIRE"));
    }
  }

  private static void manyTimesAtOnce(Runnable step) throws Exception {
    try (var pods = Executors.newFixedThreadPool(8)) {
      var all =
          IntStream.range(0, 16)
              .<Callable<Boolean>>mapToObj(i ->
                  () -> {
                    step.run();
                    return true;
                  })
              .toList();
      for (var each : pods.invokeAll(all)) {
        each.get();
      }
    }
  }

  @Test
  void a_closed_window_ends_in_expired_and_is_counted_there() throws Exception {
    long record =
        plant(
            Stage.PUBLISHED,
            Instant.now().plusSeconds(2).truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    awaitStage(record, "EXPIRED");
    assertTrue(node(record).contains("NOT_FOUND"));
    assertEquals(1, entries(record, "EXPIRE"));
    String code = plot.texts("select '', code from disclosure where record_id = " + record).get("");
    String asked =
        "{ disclosures(filter: { stages: [EXPIRED], codes: [\"" + code + "\"] }) { totalCount } }";
    assertEquals(1, Portal.json(Accounts.EDITOR, asked).getInt("data.disclosures.totalCount"));
    assertEquals(0, Portal.json(Accounts.ANONYMOUS, asked).getInt("data.disclosures.totalCount"));
  }

  @Test
  void a_correction_of_what_was_withdrawn_meanwhile_goes_back_to_its_editors() throws Exception {
    long record = plant(Stage.APPROVED, Instant.parse("9999-12-31T00:00:00Z"));
    plot.run("update disclosure set revision = 2 where record_id = " + record);
    plot.run(
        "insert into disclosure (id, record_id, revision, stage, audience, code, title, organisation, category, form, manner, content, created_at, created_by, changed_at, changed_by, withdrawn_at, withdrawal_kind)"
            + " select nextval('record_id_seq'), record_id, 1, 'WITHDRAWN', audience, code, title, organisation, category, form, manner, content, created_at, created_by, changed_at, changed_by, now(), 'GONE' from disclosure where record_id = "
            + record);
    plot.run(
        "update disclosure set stage = 'SCHEDULED', scheduled_for = now() where revision = 2 and record_id = "
            + record);
    writer.publish(type, record);
    assertEquals(
        "RETURNED",
        plot.texts("select '', stage from disclosure where revision = 2 and record_id = " + record)
            .get(""));
    assertEquals(1, entries(record, "RETURN"));
  }
}
