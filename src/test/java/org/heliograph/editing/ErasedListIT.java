package org.heliograph.editing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.heliograph.editing.Clerk.id;
import static org.heliograph.editing.Clerk.text;
import static org.heliograph.editing.Clerk.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.heliograph.audit.AuditVerification;
import org.heliograph.editing.Clerk.Typed;
import org.heliograph.importing.job.ImportWorker;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.heliograph.timetable.Timetable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an uploaded list held of a record goes when the record is erased: name of the file, preview,
 * reasons, findings, kept file, error sheet, of the list that it came with and of those that wait.
 */
@QuarkusTest
class ErasedListIT {
  private static final String FIELDS =
      "{ id state failure fileName errorSheet preview { cells { text } } problems { value reason } findings { reason } }";

  @Inject ImportWorker worker;
  @Inject Timetable timetable;
  @Inject AuditVerification verification;
  private Plot plot;
  private final String code = Desk.fresh("EL");
  private final String canary = "canary" + Long.toString(System.nanoTime(), 36);

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
  }

  @AfterEach
  void close() throws Exception {
    plot.close();
  }

  private String row(String suffix, String paidOn, String word, String more) {
    return "{\"code\": \"%s\", \"region\": \"990121101201\", \"programme\": \"TW-DB\", \"year\": 2026, \"name\": \"测试%s\", \"amount\": \"1.00\", \"paidOn\": \"%s\", \"standard\": \"%s\", \"evidence\": \"%s%s\"}\n"
        .formatted(code + suffix, word, paidOn, word, word, more);
  }

  /**
   * A good row and one that cannot be taken, the canary in both, and one with a telephone number.
   */
  private String checked(String suffix) {
    String list =
        row(suffix, "2026-01-01", canary, "")
            + row(suffix + "-B", canary, canary, "")
            + row(suffix + "-C", "2026-01-01", "", "电话13900139000");
    Response taken =
        Courier.as(Accounts.EDITOR)
            .multiPart("file", canary + ".jsonl", list.getBytes(UTF_8), "application/octet-stream")
            .post("/imports/subsidy-beneficiaries");
    assertEquals(202, taken.statusCode(), taken::asString);
    worker.look();
    return taken.path("importJob.id");
  }

  private static JsonPath job(String id) {
    return Portal.json(Accounts.EDITOR, "{ it: importJob(id: \"" + id + "\") " + FIELDS + " }");
  }

  private static Response sheet(String id) {
    return Courier.as(Accounts.EDITOR).get("/imports/" + id + "/errors");
  }

  private static JsonPath move(
      Accounts as, String mutation, JsonPath before, Map<String, Typed> more) {
    return move(
        as,
        mutation,
        before.getString("data.it.record.id"),
        before.getString("data.it.version"),
        more);
  }

  private static JsonPath move(
      Accounts as, String mutation, String record, String version, Map<String, Typed> more) {
    var arguments = new HashMap<>(more);
    arguments.put("id", id(record));
    arguments.put("version", version(version));
    JsonPath answer = Clerk.run(as, mutation, arguments);
    assertEquals("DONE", Clerk.outcome(answer), answer::prettify);
    return answer;
  }

  @Test
  void a_row_of_an_uploaded_list_is_nowhere_after_its_erasure() throws Exception {
    String brought = checked("");
    Portal.ask(
        Accounts.EDITOR, "mutation { confirmImport(id: \"" + brought + "\") { job { id } } }");
    worker.look();
    assertEquals("DONE", job(brought).getString("data.it.state"));
    String waiting = checked("-W");
    JsonPath before = job(waiting);
    assertEquals("READY", before.getString("data.it.state"), before::prettify);
    assertTrue(before.getString("data.it.preview").contains(canary), "it sings in the preview");
    for (String each : List.of(brought, waiting)) {
      assertTrue(sheet(each).asString().contains(canary), "and in the error sheet");
    }
    assertTrue(plot.holding(canary).containsKey("import_job"), plot.holding(canary)::toString);

    long record =
        plot.number("select record_id from subsidy_beneficiary where code = '" + code + "'");
    String global = RecordRef.of(RecordKind.SUBSIDY_BENEFICIARY, record).globalId();
    JsonPath review = move(Accounts.EDITOR, "submit", global, "1.1", Map.of());
    JsonPath approved = move(Accounts.REVIEWER, "approve", review, Map.of());
    JsonPath published = move(Accounts.REVIEWER, "publish", approved, Map.of());
    move(
        Accounts.EDITOR,
        "withdraw",
        published,
        Map.of("kind", new Typed("WithdrawalKind!", "ERASED"), "reason", text("误公开个人信息")));

    assertEquals(Map.of(), plot.holding(canary), "no row holds it");
    for (String each : List.of(brought, waiting)) {
      JsonPath after = job(each);
      assertFalse(after.prettify().contains(canary), after::prettify);
      assertNull(after.getString("data.it.fileName"));
      assertEquals(List.of(), after.getList("data.it.preview"));
      assertEquals(List.of(), after.getList("data.it.problems"));
      assertEquals(List.of(), after.getList("data.it.findings"));
      assertNull(after.getString("data.it.errorSheet"));
      assertEquals(404, sheet(each).statusCode());
    }
    assertEquals("ERASED", job(waiting).getString("data.it.failure"));
    String theirs = "(" + brought + ", " + waiting + ")";
    assertEquals(
        0,
        plot.number(
            "select (select count(*) from import_chunk where job_id in "
                + theirs
                + ") + (select count(*) from import_job where salt is not null and id in "
                + theirs
                + ")"),
        "nor an enciphered piece, nor what would open one");
    worker.look();
    assertNoFileHolds();
    awaitDone();
    assertEquals(Map.of(), plot.holding(canary));
    assertEquals(List.of(), verification.verify(Map.of()).findings());
  }

  private void assertNoFileHolds() throws Exception {
    Path scratch = ConfigProvider.getConfig().getValue("heliograph.scratch.directory", Path.class);
    try (var all = Files.walk(scratch)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        assertFalse(new String(Files.readAllBytes(each), UTF_8).contains(canary), each::toString);
      }
    }
  }

  private void awaitDone() throws Exception {
    String done =
        "select count(*) from audit_entry where transition = 'ERASE_DONE' and code = '"
            + code
            + "'";
    for (int i = 0; i < 300 && plot.number(done) == 0; i++) {
      // the index follows in its own time
      Thread.sleep(100);
      timetable.look();
    }
    assertEquals(1, plot.number(done));
  }
}
