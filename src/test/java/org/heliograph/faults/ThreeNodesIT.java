package org.heliograph.faults;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.PackagedService;
import org.heliograph.support.SampleService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same mappings and queries on a cluster of three nodes: its elected master is killed with -9
 * in the middle of searches and publications, and nobody who asks or publishes sees an error. Takes
 * two gigabytes and some minutes: {@code ./heliograph test -Dcluster -Dit.test=ThreeNodesIT}.
 */
@QuarkusTest
@Tag("cluster")
class ThreeNodesIT {
  private static final int READERS = 3;
  private static final int BEFORE = 150;
  private static final int AFTER = 300;
  private static final int PUBLICATIONS = 8;

  private static final List<String> QUESTIONS =
      List.of(
          "{search(text:\"低保怎么申请\" facets:[KIND,REGION] first:5){totalCount facets{buckets{value count}} edges{highlights{field} node{code}}}}",
          "{search(text:\"民法典第五十四条\" first:5){totalCount shortcut{record{code}} nodes{code}}}",
          "{search(text:\"清住建罚〔2026〕4号\" first:1){nodes{code}}}",
          "{search(text:\"补贴\" groupAlike:true histograms:[AMOUNT]){totalCount histograms{columns{from count}} edges{alike}}}",
          "{suggestions(text:\"dibao\"){text}}");

  @TempDir Path directory;

  private final String run = Desk.fresh("TN");
  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger pages = new AtomicInteger();
  private final AtomicInteger published = new AtomicInteger();
  private final AtomicBoolean running = new AtomicBoolean(true);

  @Test
  void a_killed_master_costs_nobody_an_answer() throws Exception {
    try (var nodes = SearchNodes.start(3, directory);
        var service =
            SampleService.start(
                "threenodes",
                directory,
                Map.of(
                    "HELIOGRAPH_SEARCH_PUBLIC_URL",
                    nodes.addresses(),
                    "HELIOGRAPH_SEARCH_INTERNAL_URL",
                    nodes.addresses(),
                    "HELIOGRAPH_SEARCH_REPLICAS",
                    "1",
                    "HELIOGRAPH_OUTBOX_LEASE",
                    "3s"))) {
      nodes.awaitCopies();
      List<Object> first = answers(service);
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < READERS; i++) {
        threads.add(Thread.ofPlatform().name("reader-" + i).start(() -> read(service)));
      }
      threads.add(Thread.ofPlatform().name("walker").start(() -> walk(service)));
      threads.add(Thread.ofPlatform().name("publisher").start(() -> publish(service)));
      await(() -> answers.get() >= BEFORE && published.get() >= PUBLICATIONS, "before");
      int master = nodes.master();
      nodes.kill(master);
      int asked = answers.get();
      int written = published.get();
      await(
          () -> answers.get() >= asked + AFTER && published.get() >= written + PUBLICATIONS,
          "after the master was killed");
      running.set(false);
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals(List.of(), List.copyOf(errors), "what clients were told, of " + answers);
      assertEquals(2, nodes.counted((master + 1) % 3), "the killed node is gone");
      assertTrue(pages.get() > 0, "somebody turned pages meanwhile");
      await(() -> found(service) == published.get(), "all that was published is found");
      for (int i = 0; i < 6; i++) {
        assertEquals(first, answers(service), "the same answers from each node that is left");
      }
    }
  }

  /** What the publications of this test do not move: they say other words. */
  private static List<Object> answers(PackagedService service) {
    JsonPath relief = service.ask(QUESTIONS.getFirst());
    return List.of(
        relief.getInt("data.search.totalCount"),
        relief.get("data.search.facets"),
        service.ask(QUESTIONS.get(1)).getString("data.search.shortcut.record.code"),
        service.ask(QUESTIONS.get(2)).getString("data.search.nodes[0].code"),
        service.ask(QUESTIONS.getLast()).getList("data.suggestions.text"));
  }

  private void read(PackagedService service) {
    for (int i = 0; running.get() && errors.isEmpty(); i++) {
      ask(service, Accounts.ANONYMOUS, QUESTIONS.get(i % QUESTIONS.size()));
    }
  }

  /** From the first page to the last, again and again. */
  private void walk(PackagedService service) {
    while (running.get() && errors.isEmpty()) {
      String after = null;
      do {
        JsonPath page =
            ask(
                service,
                Accounts.STAFF,
                "{search(text:\"公示\" first:3"
                    + (after == null ? "" : " after:\"" + after + "\"")
                    + "){pageInfo{hasNextPage endCursor}}}");
        boolean more =
            Boolean.TRUE.equals(page.get("data.search.pageInfo.hasNextPage")) && running.get();
        after = more ? page.getString("data.search.pageInfo.endCursor") : null;
        pages.incrementAndGet();
      } while (after != null);
    }
  }

  private void publish(PackagedService service) {
    for (int i = 0; running.get() && errors.isEmpty(); i++) {
      String code = run + "-" + i;
      JsonPath draft =
          ask(
              service,
              Accounts.EDITOR,
              "mutation{it: draftDisclosure(input:{code:\""
                  + code
                  + "\" title:\"三节点试验"
                  + code
                  + "\" category:POLICY content:\"三节点试验\"}){record{... on Record{id}} version refusals{message}}}");
      String id = draft.getString("data.it.record.id");
      String version = draft.getString("data.it.version");
      version = move(service, Accounts.EDITOR, "submit", id, version);
      version = move(service, Accounts.REVIEWER, "approve", id, version);
      move(service, Accounts.REVIEWER, "publish", id, version);
      if (errors.isEmpty()) {
        published.incrementAndGet();
      }
    }
  }

  private String move(
      PackagedService service, Accounts as, String mutation, String id, String version) {
    return ask(
            service,
            as,
            "mutation{it: "
                + mutation
                + "(id:\""
                + id
                + "\" version:\""
                + version
                + "\"){version refusals{message}}}")
        .getString("data.it.version");
  }

  private JsonPath ask(PackagedService service, Accounts account, String query) {
    var request =
        given().port(service.port()).contentType("application/json").accept("application/json");
    if (account != Accounts.ANONYMOUS) {
      request.header("Authorization", "Bearer " + account.token());
    }
    JsonPath answer = request.body(Map.of("query", query)).post("/graphql").jsonPath();
    if (answer.get("errors") != null) {
      errors.add(query + " → " + answer.prettify());
    }
    answers.incrementAndGet();
    return answer;
  }

  private int found(PackagedService service) {
    return service
        .ask("{search(text:\"三节点试验\" kinds:[DISCLOSURE]){totalCount}}")
        .getInt("data.search.totalCount");
  }

  private void await(BooleanSupplier condition, String what) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!condition.getAsBoolean() && errors.isEmpty()) {
      assertTrue(System.nanoTime() < end, what + ", within two minutes: " + answers);
      // other threads ask; there is nothing to wait on
      Thread.sleep(50);
    }
  }
}
