package org.heliograph.faults;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.heliograph.disclosure.DisclosureType;
import org.heliograph.store.RecordWriter;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.PackagedService;
import org.heliograph.support.Plot;
import org.heliograph.support.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 under a writer loses no acknowledged write, and afterwards search agrees with the
 * database. The writer is this JVM, which only writes; what answers and feeds the index is the
 * packaged jar in a process of its own.
 */
@QuarkusTest
@TestProfile(KilledServersIT.WriterOnly.class)
class KilledServersIT {
  private static final int WRITES = 60;
  private static final Map<String, String> SHORT_LEASES = Map.of("HELIOGRAPH_OUTBOX_LEASE", "3s");

  public static class WriterOnly implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("heliograph.search.index", "false");
    }
  }

  @Inject Desk desk;
  @Inject RecordWriter writer;
  @Inject DisclosureType type;
  @TempDir Path directory;

  private final String run = Desk.fresh("KS");
  private final String mark = "zz" + run.substring(3).toLowerCase(java.util.Locale.ROOT);
  private Scribe scribe;
  private Thread writing;
  private Path output;

  @BeforeEach
  void prepare() throws Exception {
    output = directory.resolve("output");
    try (Plot plot = new Plot()) {
      plot.prepare();
    }
    scribe = new Scribe(run, mark, new Scribe.Tools(desk, writer, type));
    writing = Thread.ofPlatform().name("scribe").unstarted(scribe);
  }

  @AfterEach
  void stop() throws InterruptedException {
    scribe.stop();
    writing.join();
  }

  @Test
  void the_service_is_killed() throws Exception {
    PackagedService killed = PackagedService.serve(output, SHORT_LEASES);
    try {
      write(WRITES);
    } finally {
      killed.kill();
    }
    write(WRITES);
    try (var service = PackagedService.serve(output, SHORT_LEASES)) {
      write(WRITES);
      assertAllIsThere(service);
    }
    assertEquals(0, scribe.refused(), "nobody who writes depends on the pod that died");
  }

  @Test
  void elasticsearch_is_killed() throws Exception {
    try (var service = PackagedService.serve(output, SHORT_LEASES)) {
      write(WRITES);
      try (var hold = Server.ELASTICSEARCH.killAndHold()) {
        write(WRITES);
      }
      write(WRITES);
      assertAllIsThere(service);
    }
    assertEquals(0, scribe.refused(), "writes are accepted while the index is away");
  }

  @Test
  void postgres_is_killed() throws Exception {
    try (var service = PackagedService.serve(output, SHORT_LEASES)) {
      write(WRITES);
      Server.POSTGRES.kill();
      await(() -> scribe.refused() > 0, "the writer is told that the database is away");
      write(WRITES);
      assertAllIsThere(service);
    }
  }

  /** Lets the scribe write so many more. */
  private void write(int more) throws InterruptedException {
    if (writing.getState() == Thread.State.NEW) {
      writing.start();
    }
    int until = scribe.acknowledged() + more;
    await(() -> scribe.acknowledged() >= until, more + " more writes are acknowledged");
  }

  private void await(BooleanSupplier condition, String what) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, what + ", within a minute");
      assertTrue(writing.isAlive(), "the scribe gave up");
      Thread.sleep(10);
    }
  }

  private void assertAllIsThere(PackagedService service) throws Exception {
    stop();
    try (Plot plot = new Plot()) {
      plot.awaitIndex();
      Map<String, String> stored =
          plot.texts(
              "select code, content from disclosure where stage = 'PUBLISHED' and code like '"
                  + run
                  + "-%'");
      scribe
          .known()
          .forEach((code, states) -> {
            Optional<String> found = Optional.ofNullable(stored.get(code));
            assertTrue(states.contains(found), code + " shows " + found + " for " + states);
          });
      for (Accounts account : new Accounts[] {Accounts.ANONYMOUS, Accounts.STAFF}) {
        assertEquals(stored, searched(service, account), account + " finds what is stored");
      }
    }
  }

  /** Everything with the mark that the service finds: content by code. */
  private Map<String, String> searched(PackagedService service, Accounts account) {
    var found = new TreeMap<String, String>();
    String after = null;
    do {
      JsonPath page = page(service, account, after);
      List<String> codes = page.getList("data.search.nodes.code");
      List<String> contents = page.getList("data.search.nodes.fiveDisclosures.content");
      for (int i = 0; i < codes.size(); i++) {
        found.put(codes.get(i), contents.get(i));
      }
      after =
          page.getBoolean("data.search.pageInfo.hasNextPage")
              ? page.getString("data.search.pageInfo.endCursor")
              : null;
      if (after == null) {
        assertEquals(found.size(), page.getInt("data.search.totalCount"));
      }
    } while (after != null);
    return found;
  }

  private JsonPath page(
      PackagedService service, Accounts account, @org.jspecify.annotations.Nullable String after) {
    var request =
        given().port(service.port()).contentType("application/json").accept("application/json");
    if (account != Accounts.ANONYMOUS) {
      request.header("Authorization", "Bearer " + account.token());
    }
    var variables = new HashMap<String, Object>();
    variables.put("mark", mark);
    variables.put("after", after);
    JsonPath answer =
        request
            .body(
                Map.of(
                    "query",
                    "query($mark: String!, $after: String) {search(text: $mark, kinds: [DISCLOSURE], first: 100, after: $after)"
                        + " {totalCount pageInfo {hasNextPage endCursor} nodes {code ... on Disclosure {fiveDisclosures {content}}}}}",
                    "variables",
                    variables))
            .post("/graphql")
            .jsonPath();
    assertNull(answer.get("errors"), answer::prettify);
    return answer;
  }
}
