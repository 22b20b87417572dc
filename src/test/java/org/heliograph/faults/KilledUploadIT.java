package org.heliograph.faults;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heliograph.audit.AuditVerification;
import org.heliograph.importing.job.ImportWorker;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.Stage;
import org.heliograph.store.ClusterLock;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.PackagedService;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service is killed with -9 while it checks and while it imports an uploaded list: another goes
 * on, each row comes in once, each reason is told once, and no file stays behind.
 */
@QuarkusTest
@TestProfile(KilledServersIT.WriterOnly.class)
class KilledUploadIT {
  private static final int ROWS = 8_000;

  /**
   * Rows that cannot be read, and rows whose records stand in review and are nobody's to change.
   */
  private static final List<Integer> UNREADABLE = List.of(700, 6_000);

  private static final List<Integer> IN_REVIEW = List.of(0, 900, 7_000);

  @Inject AuditVerification verification;
  @Inject ImportWorker worker;
  @Inject ClusterLock lock;
  @TempDir Path directory;
  private final String run = Desk.fresh("KU");
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

  private PackagedService serve(String name) throws Exception {
    return PackagedService.serve(
        directory.resolve(name),
        Map.of(
            "HELIOGRAPH_SCRATCH_DIRECTORY",
            directory.resolve("scratch").toString(),
            "HELIOGRAPH_IMPORT_POLL",
            "100ms",
            "HELIOGRAPH_SEARCH_INDEX",
            "false"));
  }

  private byte[] list() {
    var lines = new StringBuilder("编号,行政区划,项目编码,年度,姓名,补贴金额,发放日期\n");
    for (int i = 0; i < ROWS; i++) {
      lines.append(
          "%s-%d,990121101201,TW-DB,2026,测试甲,10.00,%s\n"
              .formatted(run, i, UNREADABLE.contains(i) ? "上月" : "2026-09-01"));
    }
    return lines.toString().getBytes(UTF_8);
  }

  private static RequestSpecification editor(PackagedService at) {
    return given().port(at.port()).header("Authorization", "Bearer " + Accounts.EDITOR.token());
  }

  private static String upload(PackagedService to, byte[] list) {
    return editor(to)
        .multiPart("file", "list.csv", list, "text/csv")
        .post("/imports/subsidy-beneficiaries")
        .then()
        .statusCode(202)
        .extract()
        .path("importJob.id");
  }

  private static JsonPath ask(PackagedService at, String query) {
    return editor(at)
        .contentType("application/json")
        .body(Map.of("query", query))
        .post("/graphql")
        .jsonPath();
  }

  private static void change(PackagedService at, String mutation, String job) {
    JsonPath answer =
        ask(at, "mutation { it: %s(id: \"%s\") { refusals { code } } }".formatted(mutation, job));
    assertEquals(List.of(), answer.getList("data.it.refusals"), answer::prettify);
  }

  /** Watches another process's progress in the database; there is nothing to wait on. */
  private void await(String job, String condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (plot.number(
            "select count(*) from import_job where id = " + job + " and (" + condition + ")")
        == 0) {
      assertTrue(
          System.nanoTime() < end,
          condition
              + plot.texts(
                  "select id::text, concat_ws(' ', state, rows_read, attempts, failure, failure_message) from import_job where id = "
                      + job));
      // another process works on the job: the kill has to meet it in the middle
      Thread.sleep(5);
    }
  }

  private long stored() throws Exception {
    return plot.number(
        "select count(*) from subsidy_beneficiary where stage = 'DRAFT' and code like '"
            + run
            + "-%'");
  }

  private void assertEachReasonOnce(String job) throws Exception {
    Map<String, String> told =
        plot.texts(
            "select row_number::text, count(*)::text from import_problem where source <> 'PRIVACY' and job_id = "
                + job
                + " group by row_number");
    List<String> rows =
        Stream.concat(UNREADABLE.stream(), IN_REVIEW.stream())
            .map(i -> Integer.toString(i + 2))
            .sorted()
            .toList();
    assertEquals(rows, told.keySet().stream().sorted().toList());
    assertTrue(told.values().stream().allMatch("1"::equals), told::toString);
  }

  private List<Path> jobFiles() throws IOException {
    try (var all = Files.walk(directory.resolve("scratch"))) {
      return all.filter(each -> String.valueOf(each.getFileName()).startsWith("job-")).toList();
    }
  }

  private void assertPrivate() throws IOException {
    try (var all = Files.walk(directory.resolve("scratch"))) {
      for (Path each : all.skip(1).filter(Files::isDirectory).toList()) {
        assertEquals(
            "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
      }
    }
  }

  private void kill(PackagedService service) throws Exception {
    service.kill();
    assertFalse(jobFiles().isEmpty(), "killed over its file");
    assertPrivate();
  }

  @Test
  void a_killed_check_and_a_killed_import_go_on_elsewhere_and_no_row_comes_twice()
      throws Exception {
    plot.plant(
        IN_REVIEW.stream()
            .map(i ->
                Planted.published(
                        RecordKind.SUBSIDY_BENEFICIARY, run + "-" + i, "QY-MZJ", "990121101201")
                    .in(Stage.IN_REVIEW))
            .toList());
    int good = ROWS - UNREADABLE.size() - IN_REVIEW.size();
    PackagedService first = serve("first");
    String job = upload(first, list());
    await(job, "state = 'CHECKING' and rows_read > 1000");
    kill(first);
    assertEquals(
        0,
        plot.number("select count(*) from import_job where state <> 'CHECKING' and id = " + job));

    PackagedService second = serve("second");
    await(job, "state = 'READY'");
    assertEquals(List.of(), jobFiles(), "what the killed one left is gone");
    assertEachReasonOnce(job);
    assertEquals(good, plot.number("select accepted from import_job where id = " + job));
    assertEquals(0, stored(), "a check writes nothing");
    change(second, "confirmImport", job);
    await(job, "state = 'RUNNING' and rows_read > 1000");
    kill(second);
    long before = stored();
    assertTrue(before > 0 && before < good, "killed in the middle, after " + before);

    try (PackagedService third = serve("third");
        PackagedService fourth = serve("fourth")) {
      await(job, "state = 'DONE'");
      assertEquals(good, stored());
      assertEquals(
          good,
          plot.number(
              "select count(distinct code) from subsidy_beneficiary where stage = 'DRAFT' and code like '"
                  + run
                  + "-%'"));
      assertEquals(good, plot.number("select accepted from import_job where id = " + job));
      assertEachReasonOnce(job);
      assertEquals(List.of(), jobFiles());
      for (PackagedService each : List.of(third, fourth)) {
        assertEquals(
            UNREADABLE.size() + IN_REVIEW.size(),
            ask(each, "{ it: importJob(id: \"" + job + "\") { refused } }")
                .getInt("data.it.refused"));
        assertFalse(each.said().contains("Exception"), each::said);
      }
    }
    assertEquals(
        good,
        plot.number(
            "select count(*) from audit_row r join audit_entry e on e.id = r.entry_id where e.transition = 'IMPORT' and r.record_id in (select record_id from subsidy_beneficiary where stage = 'DRAFT' and code like '"
                + run
                + "-%')"),
        "each row stands on the trail once");
    assertEquals(List.of(), verification.verify(Map.of()).findings());
  }

  @Test
  void an_import_that_is_cancelled_on_its_way_stops_there() throws Exception {
    try (PackagedService service = serve("cancelled")) {
      String job = upload(service, list());
      await(job, "state = 'READY'");
      change(service, "confirmImport", job);
      await(job, "state = 'RUNNING' and rows_read > 1000");
      change(service, "cancelImport", job);
      String next = upload(service, "编号\nx\n".getBytes(UTF_8));
      await(next, "state in ('READY', 'FAILED')");
      long kept = stored();
      assertTrue(kept > 0 && kept < ROWS, "stopped in the middle, after " + kept);
      assertEquals(
          kept,
          plot.number("select accepted from import_job where state = 'CANCELLED' and id = " + job));
      assertEquals(0, plot.number("select count(*) from import_chunk where job_id = " + job));
      assertEquals(List.of(), jobFiles());
      assertNull(
          ask(service, "{ it: importJob(id: \"" + job + "\") { errorSheet } }")
              .getString("data.it.errorSheet"));
    }
  }

  @Test
  void a_job_that_another_pod_works_on_is_left_to_it() throws Exception {
    String job =
        given()
            .header("Authorization", "Bearer " + Accounts.EDITOR.token())
            .multiPart(
                "file",
                "list.csv",
                ("编号,行政区划,项目编码,年度,姓名,补贴金额,发放日期\n" + run + ",,TW-DB,2026,测试甲,1.00,2026-01-01\n")
                    .getBytes(UTF_8),
                "text/csv")
            .post("/imports/subsidy-beneficiaries")
            .path("importJob.id");
    String untouched =
        "select count(*) from import_job where state = 'QUEUED' and attempts = 0 and id = " + job;
    assertTrue(
        lock.alone("import-job-" + job, () -> IntStream.range(0, 3).forEach(i -> worker.look())),
        "the test is the other pod");
    assertEquals(1, plot.number(untouched));
    worker.look();
    await(job, "state = 'READY'");
    Portal.ask(Accounts.EDITOR, "mutation { cancelImport(id: \"" + job + "\") { job { id } } }");
  }
}
