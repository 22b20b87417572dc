package org.heliograph.faults;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.heliograph.audit.AuditVerification;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.heliograph.shared.Stage;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.PackagedService;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service is killed with -9 at random moments during 200 publications: each is wholly done (the
 * stage, the entry on the trail, what the index has to follow) or not at all; whoever repeats a
 * lost request under its key publishes nothing twice.
 */
@QuarkusTest
@TestProfile(KilledServersIT.WriterOnly.class)
class KilledPublicationsIT {
  private static final int RECORDS = 200;
  private static final int KILLS = 4;

  @Inject AuditVerification verification;
  @TempDir Path directory;
  private final String run = Desk.fresh("KP");
  private final String mark = "zz" + run.substring(3).toLowerCase(java.util.Locale.ROOT);
  private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();

  private List<Long> plant(Plot plot) throws Exception {
    plot.prepare();
    var records = new ArrayList<Planted>();
    for (int i = 0; i < RECORDS; i++) {
      records.add(
          Planted.published(RecordKind.DISCLOSURE, run + "-" + i, "QY-MZJ", "990121000000")
              .saying(mark)
              .in(Stage.APPROVED));
    }
    return plot.plant(records);
  }

  /** Publishes what is not acknowledged yet, several at once, until all is or the service dies. */
  private void publish(PackagedService service, List<Long> records) throws Exception {
    try (var clerks = Executors.newFixedThreadPool(4)) {
      for (long record : records) {
        if (!acknowledged.contains(record)) {
          clerks.submit(() -> publish(service, record));
        }
      }
      clerks.shutdown();
      clerks.awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  private void publish(PackagedService service, long record) {
    try {
      JsonPath answer =
          given()
              .port(service.port())
              .header("Authorization", "Bearer " + Accounts.REVIEWER.token())
              .contentType("application/json")
              .body(
                  Map.of(
                      "query",
                      "mutation($id: ID!, $key: String) { publish(id: $id, version: \"1.1\", key: $key) { version refusals { code } } }",
                      "variables",
                      Map.of(
                          "id",
                          RecordRef.of(RecordKind.DISCLOSURE, record).globalId(),
                          "key",
                          run + record)))
              .post("/graphql")
              .jsonPath();
      if ("1.2".equals(answer.getString("data.publish.version"))) {
        acknowledged.add(record);
      }
    } catch (Exception e) {
      // Rest Assured throws the undeclared java.net exceptions: the answer is lost
    }
  }

  private void assertWhollyOrNot(Plot plot, List<Long> records) throws Exception {
    Map<String, String> stages =
        plot.texts(
            "select record_id::text, stage || ' ' || edition from disclosure where code like '"
                + run
                + "-%'");
    Map<String, String> entries =
        plot.texts(
            "select record_id::text, string_agg(transition || ' ' || edition, ',') from audit_entry where code like '"
                + run
                + "-%' group by record_id");
    for (long record : records) {
      String name = Long.toString(record);
      boolean published = "PUBLISHED 2".equals(stages.get(name));
      assertTrue(published || "APPROVED 1".equals(stages.get(name)), name + stages.get(name));
      assertEquals(published ? "PUBLISH 2" : null, entries.get(name), name);
      assertTrue(published || !acknowledged.contains(record), "an acknowledged one is lost");
    }
  }

  @Test
  void each_publication_is_wholly_done_or_not_at_all() throws Exception {
    var dice = new Random(20261123);
    try (Plot plot = new Plot()) {
      List<Long> records = plant(plot);
      for (int i = 0; i < KILLS; i++) {
        PackagedService killed =
            PackagedService.serve(
                directory.resolve("service" + i), Map.of("HELIOGRAPH_OUTBOX_LEASE", "3s"));
        int until = acknowledged.size() + 10 + dice.nextInt(25);
        Thread death =
            Thread.ofPlatform()
                .start(() -> {
                  try {
                    while (acknowledged.size() < until) {
                      Thread.sleep(dice.nextInt(4));
                    }
                    killed.kill();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
        publish(killed, records);
        death.join(TimeUnit.MINUTES.toMillis(1));
        killed.kill();
        assertWhollyOrNot(plot, records);
      }
      assertTrue(acknowledged.size() < RECORDS, "something was left when it was killed");
      try (var service =
          PackagedService.serve(
              directory.resolve("last"), Map.of("HELIOGRAPH_OUTBOX_LEASE", "3s"))) {
        publish(service, records);
        assertEquals(RECORDS, acknowledged.size(), service::said);
        assertWhollyOrNot(plot, records);
        plot.awaitIndex();
        service.awaitSearch();
        assertEquals(
            RECORDS,
            service
                .ask("{ search(text: \"" + mark + "\", first: 1) { totalCount } }")
                .getInt("data.search.totalCount"));
      }
    }
    assertEquals(List.of(), verification.verify(Map.of()).findings());
  }
}
