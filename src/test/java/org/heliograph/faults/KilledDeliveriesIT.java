package org.heliograph.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Inbox;
import org.heliograph.support.Keeper;
import org.heliograph.support.PackagedService;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pod that tells webhooks is killed with -9 in the middle of a call: another one tells the same
 * again under the same id, and everything else as well.
 */
@QuarkusTest
@TestProfile(KilledDeliveriesIT.TellingNobody.class)
class KilledDeliveriesIT {
  private static final int RECORDS = 12;
  private static final Map<String, String> TELLING =
      Map.of(
          "HELIOGRAPH_SAVED_LEASE",
          "2s",
          "HELIOGRAPH_WEBHOOK_TRUSTED_HOSTS",
          "localhost",
          "HELIOGRAPH_SEARCH_INDEX",
          "false");

  @TempDir Path directory;

  /** The service of the test only takes the search. */
  public static class TellingNobody implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "heliograph.saved.telling", "false", "heliograph.webhooks.trusted-hosts", "localhost");
    }
  }

  private static List<String> plant(Plot plot, String word) throws Exception {
    var records = new ArrayList<Planted>();
    for (int i = 0; i < RECORDS; i++) {
      records.add(
          Planted.published(RecordKind.DISCLOSURE, Desk.fresh("KD"), "QY-MZJ", "990121000000")
              .saying(word));
    }
    var ids = new ArrayList<String>();
    for (long id : plot.plant(records)) {
      plot.tell(RecordKind.DISCLOSURE, ChangeKind.PUBLISHED, id);
      ids.add(RecordRef.of(RecordKind.DISCLOSURE, id).globalId());
    }
    return ids;
  }

  @Test
  void what_a_killed_pod_was_telling_is_told_again_under_its_id_and_nothing_is_lost()
      throws Exception {
    String word = Desk.fresh("zk").replace("-", "").toLowerCase(java.util.Locale.ROOT);
    try (var plot = new Plot();
        var inbox = new Inbox()) {
      plot.prepare();
      Portal.awaitSearch();
      Keeper.clear(Accounts.CITIZEN);
      Keeper.save(Accounts.CITIZEN, Map.of("name", "x", "text", word, "webhook", inbox.address()));
      PackagedService first = PackagedService.serve(directory.resolve("first"), TELLING);
      inbox.expectHandshake();
      // the fifth call is taken and not answered: the pod dies while it waits
      for (int i = 0; i < 4; i++) {
        inbox.answering(200);
      }
      inbox.silent();
      List<String> planted = plant(plot, word);
      plot.awaitIndex();
      var told = new HashSet<String>();
      var deliveries = new ArrayList<String>();
      for (int i = 0; i < 5; i++) {
        take(inbox.expectChanges(), told, deliveries);
      }
      first.kill();
      String unknown = deliveries.getLast();
      assertEquals(5, new HashSet<>(deliveries).size(), "none twice while all is well");
      assertTrue(
          plot.number("select count(*) from delivery where id = '" + unknown + "'") == 1,
          "what was not answered is kept");

      try (var second = PackagedService.serve(directory.resolve("second"), TELLING)) {
        Inbox.Letter again = inbox.expectChanges();
        assertEquals(unknown, again.id(), second::said);
        while (told.size() < RECORDS) {
          take(inbox.expectChanges(), told, deliveries);
        }
        assertEquals(new HashSet<>(planted), told);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (plot.number("select count(*) from delivery") > 0) {
          assertTrue(System.nanoTime() < end, "deliveries that were taken are still kept");
          // polls what another process does
          Thread.sleep(50);
        }
        assertEquals(List.of(), inbox.rest(), "nothing else is told twice");
      }
    } finally {
      Keeper.clear(Accounts.CITIZEN);
    }
  }

  private static void take(Inbox.Letter letter, HashSet<String> told, List<String> deliveries) {
    deliveries.add(letter.id());
    told.addAll(letter.json().getList("changes.recordId", String.class));
  }
}
