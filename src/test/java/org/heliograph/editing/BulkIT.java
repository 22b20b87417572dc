package org.heliograph.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.heliograph.audit.AuditVerification;
import org.heliograph.audit.Authority;
import org.heliograph.importing.ErrorReport;
import org.heliograph.importing.ImportOptions;
import org.heliograph.importing.Importer;
import org.heliograph.store.BulkStore;
import org.heliograph.store.BulkWriter;
import org.heliograph.subsidy.SubsidyBeneficiaryType;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.heliograph.timetable.Timetable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An imported list of beneficiaries is submitted, approved, published and withdrawn as one. */
@QuarkusTest
class BulkIT {
  private static final int ROWS = 450;

  @Inject Importer importer;
  @Inject Clock clock;
  @Inject Timetable timetable;
  @Inject BulkStore store;
  @Inject BulkWriter writer;
  @Inject SubsidyBeneficiaryType type;
  @Inject AuditVerification verification;
  @TempDir Path directory;
  private Plot plot;
  private String run;
  private long list;

  @BeforeEach
  void bring_a_list() throws Exception {
    plot = new Plot();
    plot.prepare();
    run = Desk.fresh("BULK");
    var lines = new ArrayList<String>();
    for (int i = 0; i < ROWS; i++) {
      String evidence = i == 7 ? ", \"evidence\": \"联系电话13900139000\"" : "";
      lines.add(
          """
          {"code": "%s-%03d", "organisation": "QY-MZJ", "region": "990121101201", "programme": "TW-DB", "year": 2026, "name": "测试人%d", "amount": "10.00", "paidOn": "2026-09-01"%s}\
          """
              .formatted(run, i, i, evidence));
    }
    Path file = Files.write(directory.resolve(run + ".jsonl"), lines);
    try (var report = new ErrorReport(null, said -> {})) {
      var result =
          importer.run(
              "subsidy-beneficiaries",
              file,
              new ImportOptions(
                  new Authority("desk", "OPERATOR", null, "list"), false, false, clock.instant()),
              report,
              said -> {});
      assertEquals(ROWS, result.accepted());
    }
    list =
        plot.number(
            "select distinct import_id from subsidy_beneficiary where code like '" + run + "-%'");
  }

  @AfterEach
  void close() throws Exception {
    plot.close();
  }

  private JsonPath order(Accounts as, String transition, String more, String key) {
    return JsonPath.from(
        Portal.ask(
            as,
            "mutation { it: transitionImport(import: \"%d\", transition: %s, key: \"%s\"%s) { job { id total done refused finishedAt } refusals { code } } }"
                .formatted(list, transition, key, more)));
  }

  private JsonPath finished(Accounts as, String job) {
    timetable.look();
    return JsonPath.from(
        Portal.ask(
            as,
            "{ it: bulkJob(id: \""
                + job
                + "\") { total done refused finishedAt cancelled refusals { code refusal { code path message } } } }"));
  }

  private String through(Accounts as, String transition, String more, int done) {
    JsonPath begun = order(as, transition, more, run + transition);
    String job = begun.getString("data.it.job.id");
    assertTrue(job != null, begun.prettify());
    JsonPath ended = finished(as, job);
    assertEquals(done, ended.getInt("data.it.done"), ended.prettify());
    assertTrue(ended.getString("data.it.finishedAt") != null);
    return ended.prettify();
  }

  private long in(String stage) throws Exception {
    return plot.number(
        "select count(*) from subsidy_beneficiary where stage = '"
            + stage
            + "' and code like '"
            + run
            + "-%'");
  }

  private static int open(String code) {
    return Portal.json(
            Accounts.ANONYMOUS,
            "{ subsidyBeneficiaries(filter: { codes: [\"" + code + "\"] }) { totalCount } }")
        .getInt("data.subsidyBeneficiaries.totalCount");
  }

  @Test
  void a_list_goes_through_as_one_and_what_looks_personal_stays_behind() throws Exception {
    String submitted = through(Accounts.EDITOR, "SUBMIT", "", ROWS - 1);
    assertTrue(submitted.contains(run + "-007") && submitted.contains("PRIVACY"), submitted);
    assertFalse(submitted.contains("13900139000"), submitted);
    assertEquals(1, in("DRAFT"));
    assertEquals(
        "FORBIDDEN",
        order(Accounts.EDITOR, "APPROVE", "", run + "x").getString("data.it.refusals[0].code"));
    through(Accounts.REVIEWER, "APPROVE", "", ROWS - 1);
    assertEquals(0, open(run + "-001"));
    through(Accounts.REVIEWER, "PUBLISH", "", ROWS - 1);
    assertEquals(1, open(run + "-001"));
    assertEquals(ROWS - 1, in("PUBLISHED"));
    assertEquals(
        3,
        plot.number(
            "select count(*) from audit_entry e where transition = 'PUBLISH' and id in (select entry_id from audit_row r join subsidy_beneficiary t on t.record_id = r.record_id where t.code like '"
                + run
                + "-%')"),
        "an entry a batch");
    String again = "withdrawal: GONE, reason: \"发放对象有误\"";
    through(Accounts.EDITOR, "WITHDRAW", ", " + again, ROWS - 1);
    assertEquals(0, open(run + "-001"));
    assertEquals(ROWS - 1, in("WITHDRAWN"));
    assertEquals(List.of(), verification.verify(java.util.Map.of()).findings());
  }

  @Test
  void a_repeated_key_finds_the_same_job_and_others_see_none() {
    String one = order(Accounts.EDITOR, "SUBMIT", "", run).getString("data.it.job.id");
    assertEquals(one, order(Accounts.EDITOR, "SUBMIT", "", run).getString("data.it.job.id"));
    for (Accounts account : List.of(Accounts.EDITOR_NYJ, Accounts.EDITOR_BARE)) {
      assertEquals(
          "NOT_FOUND", order(account, "SUBMIT", "", run).getString("data.it.refusals[0].code"));
      assertEquals("NOT_FOUND", finished(account, one).getString("errors[0].extensions.code"));
    }
    assertEquals(
        "REASON_MISSING",
        order(Accounts.REVIEWER, "RETURN", "", run + "r").getString("data.it.refusals[0].code"));
    assertEquals(
        "INVALID",
        order(Accounts.EDITOR, "WITHDRAW", ", withdrawal: ERASED, reason: \"r\"", run + "e")
            .getString("data.it.refusals[0].code"));
  }

  @Test
  void a_job_that_was_left_behind_is_gone_on_with_and_many_pods_do_it_once() throws Exception {
    String job = order(Accounts.EDITOR, "SUBMIT", "", run).getString("data.it.job.id");
    assertTrue(writer.step(type, Long.parseLong(job)), "a first batch, then the pod dies");
    assertEquals(200 - 1, in("IN_REVIEW"));
    try (var pods = Executors.newFixedThreadPool(4)) {
      var all =
          IntStream.range(0, 12)
              .<Callable<Boolean>>mapToObj(i -> () -> writer.step(type, Long.parseLong(job)))
              .toList();
      for (var each : pods.invokeAll(all)) {
        each.get();
      }
    }
    JsonPath ended = finished(Accounts.EDITOR, job);
    assertEquals(ROWS - 1, ended.getInt("data.it.done"), ended.prettify());
    assertEquals(1, ended.getInt("data.it.refused"));
    assertEquals(ROWS - 1, in("IN_REVIEW"));
  }

  @Test
  void a_cancelled_job_keeps_what_was_done_and_does_no_more() throws Exception {
    String job = order(Accounts.EDITOR, "SUBMIT", "", run).getString("data.it.job.id");
    writer.step(type, Long.parseLong(job));
    JsonPath cancelled =
        JsonPath.from(
            Portal.ask(
                Accounts.EDITOR,
                "mutation { it: cancelBulkJob(id: \"" + job + "\") { cancelled finishedAt } }"));
    assertTrue(cancelled.getBoolean("data.it.cancelled"), cancelled.prettify());
    timetable.look();
    assertEquals(199, in("IN_REVIEW"));
    assertNull(cancelled.getString("errors"));
  }
}
