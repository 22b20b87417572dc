package org.heliograph.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heliograph.audit.Authority;
import org.heliograph.store.Database;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImporterIT {
  private static final String RUN = Desk.fresh("IM");

  @Inject Importer importer;
  @Inject RunLedger ledger;
  @Inject Database database;
  @Inject Clock clock;
  @TempDir Path directory;

  private Plot plot;
  private final List<String> said = new ArrayList<>();

  @BeforeAll
  void plant() throws Exception {
    plot = new Plot();
    plot.prepare();
  }

  @AfterAll
  void close() throws Exception {
    plot.close();
  }

  private ImportOptions options(boolean publish, boolean dryRun) {
    return new ImportOptions(
        new Authority("tester", "OPERATOR", null, "importer test"),
        publish,
        dryRun,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private Path file(String name, List<String> lines) throws Exception {
    return Files.write(directory.resolve(name), lines);
  }

  private ImportResult run(String word, Path file, boolean publish, boolean dryRun)
      throws Exception {
    said.clear();
    try (var report = new ErrorReport(directory.resolve("errors.csv"), said::add)) {
      return importer.run(word, file, options(publish, dryRun), report, said::add);
    }
  }

  private String errors() throws Exception {
    return Files.readString(directory.resolve("errors.csv"));
  }

  private static void assertCounts(ImportResult result, int accepted, int unchanged, int rejected) {
    assertEquals(
        List.of((long) accepted, (long) unchanged, (long) rejected),
        List.of(result.accepted(), result.unchanged(), result.rejected()));
  }

  private static String statute(String id, String rest) {
    return "{\"id\": \"%s-%s\", \"law\": \"示范导入法\", \"article\": \"第一条\", %s}"
        .formatted(RUN, id, rest);
  }

  private static String item(String code, String rest) {
    return """
    {"code": "%s-%s", "title": "临时救助金给付", "organisation": "QY-MZJ", "category": "PAYMENT", "level": "COUNTY", "source": "STATUTORY"%s}\
    """
        .formatted(RUN, code, rest);
  }

  private static String receipt(String code, String rest) {
    return """
    {"code": "%s-%s", "organisation": "QY-MZJ", "region": "990121101201", "programme": "TW-DB", "year": 2026, "name": "欧阳淑芬", \
    "idNumber": "990121198004107300", "bankTail": "1447", "amount": "615.00", "paidOn": "2026-09-10"%s}\
    """
        .formatted(RUN, code, rest);
  }

  private long count(String table, String where) throws Exception {
    return plot.number("select count(*) from " + table + " where " + where);
  }

  @Test
  void a_second_import_changes_nothing_and_a_changed_row_only_itself() throws Exception {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 30; i++) {
      lines.add(statute("ID-" + i, "\"text\": \"条文%d\"".formatted(i)));
    }
    assertCounts(run("statutes", file("a.jsonl", lines), false, false), 30, 0, 0);
    long version =
        plot.number(
            "select max(row_version) from statute_article where code like '" + RUN + "-ID-%'");
    assertCounts(run("statutes", file("a.jsonl", lines), false, false), 0, 30, 0);
    assertEquals(
        version,
        plot.number(
            "select max(row_version) from statute_article where code like '" + RUN + "-ID-%'"));
    lines.set(4, statute("ID-4", "\"text\": \"新条文\", \"repealedOn\": \"2026-01-01\""));
    assertCounts(run("statutes", file("a.jsonl", lines), false, false), 1, 29, 0);
    assertEquals(30, count("statute_article", "code like '" + RUN + "-ID-%' and slot = 'PUBLIC'"));
    assertEquals(1, count("statute_article", "code = '" + RUN + "-ID-4' and stage = 'SUPERSEDED'"));
  }

  @Test
  void broken_rows_stop_no_other_and_are_told_with_row_column_and_remedy() throws Exception {
    var lines =
        List.of(
            statute("BR-1", "\"text\": \"好\""),
            "{\"id\": ",
            statute("BR-2", "\"text\": \"好\", \"effectiveFrom\": \"2026/1/1\""),
            statute("BR-3", "\"txt\": \"误\""),
            statute("BR-1", "\"text\": \"重复\""),
            statute("BR-4", "\"text\": \"好\""));
    assertCounts(run("statutes", file("b.jsonl", lines), false, false), 2, 0, 4);
    var rows = errors().lines().toList();
    assertEquals("file,row,column,value,reason", rows.getFirst());
    assertTrue(rows.get(1).startsWith("b.jsonl,2,,,\"the line is not valid JSON"), rows.get(1));
    assertTrue(rows.get(2).startsWith("b.jsonl,3,effectiveFrom,2026/1/1,"), rows.get(2));
    assertTrue(errors().contains("b.jsonl,4,text,,is missing"), errors());
    assertTrue(errors().contains("b.jsonl,4,txt,,"), errors());
    assertTrue(errors().contains("b.jsonl,5,,,an earlier row"), errors());
    assertEquals(2, count("statute_article", "code like '" + RUN + "-BR-%'"));
  }

  @Test
  void a_report_about_people_shows_no_name_and_no_number_wherever_they_stand() throws Exception {
    var lines =
        List.of(
            receipt("PE-1", ""),
            receipt("PE-2", ", \"status\": \"上官婉儿\""),
            receipt("PE-3", "").replace("\"615.00\"", "\"欧阳淑芬\""),
            receipt("PE-4", "").replace("990121198004107300", "990121198004107301"),
            receipt("PE-5", "").replace("\"1447\"", "\"6222021102001234567\""),
            receipt("PE-6", ", \"欧阳淑芬\": \"990121198004107300\""),
            receipt("PE-7", "").replace("2026-09-10", "990121198004107300"),
            receipt("PE-8", ", \"evidence\": \"身份证990121198004107300\""),
            receipt("PE-9", "").replace("\"TW-DB\"", "\"欧阳淑芬\""),
            "{\"code\": \"欧阳淑芬 990121198004107300");
    assertCounts(run("subsidy-beneficiaries", file("p.jsonl", lines), true, false), 1, 0, 9);
    String all = errors() + said;
    for (String secret : List.of("欧阳", "上官", "9901211980", "6222021")) {
      assertFalse(all.contains(secret), all);
    }
    for (int row = 2; row <= 10; row++) {
      assertTrue(all.contains("\np.jsonl," + row + ","), "row " + row + " is reported: " + all);
    }
    assertEquals(
        1, count("subsidy_beneficiary", "code like '" + RUN + "-PE-%' and person_key is not null"));
  }

  @Test
  void a_dry_run_tries_everything_and_keeps_nothing() throws Exception {
    var lines = List.of(item("DR-1", ""), item("DR-2", ", \"grade\": \"D\""), item("DR-3", ""));
    long outbox =
        plot.number("select coalesce(max(id), 0) from audit_entry where actor = 'tester'");
    Path file = file("d.jsonl", lines);
    assertCounts(run("power-items", file, true, true), 2, 0, 1);
    assertEquals(0, count("power_item", "code like '" + RUN + "-DR-%'"));
    assertEquals(
        outbox, plot.number("select coalesce(max(id), 0) from audit_entry where actor = 'tester'"));
    assertCounts(run("power-items", file, true, false), 2, 0, 1);
    assertCounts(run("power-items", file, true, true), 0, 2, 1);
    var nothing = run("power-items", file("d2.jsonl", List.of("{", "[")), true, true);
    assertCounts(nothing, 0, 0, 2);
    assertEquals(2, nothing.rows());
  }

  @Test
  void a_row_stays_a_draft_without_publish_or_when_it_says_so() throws Exception {
    run("power-items", file("s.jsonl", List.of(item("ST-1", ""))), false, false);
    assertEquals(1, count("power_item", "code = '" + RUN + "-ST-1' and stage = 'DRAFT'"));
    run(
        "power-items",
        file(
            "s2.jsonl",
            List.of(
                item("ST-1", ""),
                item("ST-2", ", \"stage\": \"DRAFT\""),
                item(
                    "ST-3",
                    ", \"publishedAt\": \"2026-01-16T02:00:00Z\", \"visibleUntil\": \"2030-01-01T00:00:00Z\""))),
        true,
        false);
    assertEquals(
        1,
        count("power_item", "code = '" + RUN + "-ST-1' and stage = 'PUBLISHED' and revision = 1"));
    assertEquals(1, count("power_item", "code = '" + RUN + "-ST-2' and stage = 'DRAFT'"));
    assertEquals(
        1,
        count(
            "power_item",
            "code = '"
                + RUN
                + "-ST-3' and published_at = '2026-01-16T02:00:00Z'"
                + " and visible_from = published_at and visible_until = '2030-01-01T00:00:00Z'"));
    run(
        "power-items",
        file("s3.jsonl", List.of(item("ST-4", ", \"stage\": \"PUBLISHED\""))),
        false,
        false);
    assertTrue(errors().contains("--publish"), errors());
  }

  @Test
  void a_table_and_json_lines_say_the_same() throws Exception {
    run("subsidy-beneficiaries", file("t.jsonl", List.of(receipt("TA-1", ""))), true, false);
    Path csv =
        file(
            "t.csv",
            List.of(
                "编号,公开单位,行政区划,项目编码,年度,姓名,身份证号,银行卡尾号,补贴金额,发放日期",
                RUN
                    + "-TA-1,QY-MZJ,990121101201,TW-DB,2026,欧阳淑芬,990121198004107300,1447,615,2026-09-10"));
    assertCounts(run("subsidy-beneficiaries", csv, true, false), 0, 1, 0);
  }

  @Test
  void what_the_database_refuses_is_found_by_halving_and_the_rest_is_kept() throws Exception {
    // withdrawn for good: an import does not bring it back under the same code
    run("power-items", file("h0.jsonl", List.of(item("HA-13", ""))), true, false);
    plot.run(
        "update power_item set stage = 'WITHDRAWN', withdrawn_at = now(), withdrawal_kind = 'GONE' where code = '"
            + RUN
            + "-HA-13'");
    var lines =
        IntStream.range(0, 20)
            .mapToObj(i -> item("HA-" + i, ", \"conditions\": \"新\""))
            .collect(Collectors.toList());
    var result = run("power-items", file("h.jsonl", lines), true, false);
    assertCounts(result, 19, 0, 1);
    assertTrue(errors().contains("h.jsonl,14,,,\"a record of this code was withdrawn"), errors());
    assertEquals(19, count("power_item", "code like '" + RUN + "-HA-%' and stage = 'PUBLISHED'"));
  }

  @Test
  void a_rule_of_the_database_alone_costs_its_row_and_shows_no_value() throws Exception {
    plot.run(
        "alter table statute_article add constraint importer_it check (text <> 'refused') not valid");
    try {
      var lines = new ArrayList<String>();
      for (int i = 0; i < 9; i++) {
        lines.add(statute("DB-" + i, "\"text\": \"%s\"".formatted(i == 5 ? "refused" : "好")));
      }
      assertCounts(run("statutes", file("db.jsonl", lines), false, false), 8, 0, 1);
      assertTrue(
          errors().contains("db.jsonl,6,,,the database refuses it by its rule importer_it"),
          errors());
      assertEquals(8, count("statute_article", "code like '" + RUN + "-DB-%'"));
    } finally {
      plot.run("alter table statute_article drop constraint importer_it");
    }
  }

  @Test
  void an_interrupted_import_goes_on_after_its_last_committed_batch() throws Exception {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 10; i++) {
      lines.add(statute("RE-" + i, "\"text\": \"条文\""));
    }
    lines.set(2, "broken");
    Path file = file("r.jsonl", lines);
    var interrupted = ledger.open("statutes", "r.jsonl", digest(file), "draft");
    plot.run(
        "update import_run set rows_done = 4, accepted = 3, rejected = 2 where id = "
            + interrupted.id());
    var result = run("statutes", file, false, false);
    assertEquals(4, result.resumedAt());
    assertEquals(10, result.rows());
    assertCounts(result, 9, 0, 1);
    assertEquals(1, result.recovered(), "one of the two rejected rows would be taken now");
    assertEquals(6, count("statute_article", "code like '" + RUN + "-RE-%'"));
  }

  private static String digest(Path file) throws Exception {
    return java.util.HexFormat.of()
        .formatHex(
            java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  @Test
  void two_imports_of_one_file_at_a_time_save_no_batch_twice() throws Exception {
    Path file = file("c.jsonl", List.of(statute("CO-1", "\"text\": \"一\"")));
    var kind = new ForestallingKind(ledger, database, digest(file));
    try (var report = new ErrorReport(null, said::add)) {
      var run = ledger.open("statutes", "c.jsonl", digest(file), "draft");
      var refused =
          assertThrows(
              ImportRefused.class,
              () ->
                  new ImportRun<>(
                          kind,
                          file,
                          options(false, false),
                          ledger,
                          run,
                          new TerminalWatch(file, report, said::add))
                      .toEnd());
      assertTrue(String.valueOf(refused.getMessage()).contains("another process"));
    }
  }

  @Test
  void a_reason_is_on_the_audit_trail() throws Exception {
    Instant before = clock.instant();
    run("power-items", file("u.jsonl", List.of(item("AU-1", ""))), true, false);
    assertTrue(
        count(
                "audit_entry e join audit_detail d on d.entry_id = e.id",
                "transition = 'IMPORT' and actor = 'tester' and actor_role = 'OPERATOR' and detail like '%\"reason\":\"importer test\"%' and at >= timestamptz '"
                    + before
                    + "'")
            > 0);
  }
}
