package org.heliograph.editing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.heliograph.audit.AuditVerification;
import org.heliograph.importing.job.ImportWorker;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list that an editor uploads: checked, shown, confirmed, imported. */
@QuarkusTest
class ImportJobIT {
  private static final String HEADER = "编号,行政区划,项目编码,年度,姓名,身份证号,补贴金额,发放日期,凭证";
  private static final String FIELDS =
      "{ id state importId rowsRead accepted unchanged refused findingCount failure failureMessage errorSheet fileName"
          + " preview { row publicly cells { name text } } problems { row field value reason } findings { row field reason } }";

  @Inject ImportWorker worker;
  @Inject AuditVerification verification;
  private Plot plot;
  private String run;

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
    run = Desk.fresh("IJ");
  }

  @AfterEach
  void close() throws Exception {
    plot.close();
  }

  private static Response upload(Accounts as, String word, String name, byte[] content) {
    return Courier.as(as)
        .multiPart("file", name, content, "application/octet-stream")
        .post("/imports/" + word);
  }

  private String uploaded(Accounts as, String name, byte[] content) {
    Response answer = upload(as, "subsidy-beneficiaries", name, content);
    assertEquals(202, answer.statusCode(), answer::asString);
    return answer.path("importJob.id");
  }

  private static JsonPath job(Accounts as, String id) {
    return JsonPath.from(Portal.ask(as, "{ it: importJob(id: \"" + id + "\") " + FIELDS + " }"));
  }

  private static JsonPath change(Accounts as, String mutation, String id) {
    return JsonPath.from(
        Portal.ask(
            as,
            "mutation { it: "
                + mutation
                + "(id: \""
                + id
                + "\") { job { id state } refusals { code message } } }"));
  }

  private JsonPath checked(Accounts as, String name, byte[] content) {
    String id = uploaded(as, name, content);
    worker.look();
    return job(as, id);
  }

  private String row(int n, String name, String paidOn, String evidence) {
    return "%s-%03d,990121101201,TW-DB,2026,%s,,10.00,%s,%s"
        .formatted(run, n, name, paidOn, evidence);
  }

  private byte[] csv(List<String> rows) {
    return (HEADER + "\n" + String.join("\n", rows) + "\n").getBytes(UTF_8);
  }

  private long stored() throws Exception {
    return plot.number(
        "select count(*) from subsidy_beneficiary where organisation = 'QY-MZJ' and code like '"
            + run
            + "-%'");
  }

  @Test
  void a_list_is_checked_shown_confirmed_and_imported() throws Exception {
    var rows = new ArrayList<String>();
    rows.add(row(0, "欧阳测试", "2026-09-01", ""));
    rows.add(row(1, "测试乙", "2026-09-01", "联系电话13900139000"));
    rows.add(row(2, "测试丙", "上月", ""));
    rows.add(row(3, "测试丁", "2026-09-02", ""));
    rows.add(row(3, "测试戊", "2026-09-02", ""));
    JsonPath ready = checked(Accounts.EDITOR, run + ".csv", csv(rows));
    assertEquals("READY", ready.getString("data.it.state"), ready.prettify());
    assertEquals(5, ready.getInt("data.it.rowsRead"));
    assertEquals(3, ready.getInt("data.it.accepted"));
    assertEquals(2, ready.getInt("data.it.refused"));
    assertEquals(List.of(4, 6), ready.getList("data.it.problems.row"));
    assertEquals("paidOn", ready.getString("data.it.problems[0].field"));
    assertEquals(3, ready.getInt("data.it.findings[0].row"));
    String said = ready.prettify();
    assertFalse(said.contains("欧阳测试"), said);
    assertFalse(
        (ready.getString("data.it.findings") + ready.getString("data.it.problems"))
            .contains("13900139000"),
        said);
    assertTrue(said.contains("欧阳"), "the name as the rule shows it: " + said);
    assertEquals(0, stored(), "a check writes nothing");
    String id = ready.getString("data.it.id");

    for (Accounts other : List.of(Accounts.EDITOR_NYJ, Accounts.EDITOR_BARE)) {
      assertEquals("NOT_FOUND", job(other, id).getString("errors[0].extensions.code"));
      assertEquals(
          "NOT_FOUND", change(other, "confirmImport", id).getString("data.it.refusals[0].code"));
      assertEquals(
          "NOT_FOUND", change(other, "cancelImport", id).getString("data.it.refusals[0].code"));
      assertEquals(404, Courier.as(other).get("/imports/" + id + "/errors").statusCode());
    }
    assertEquals("READY", job(Accounts.REVIEWER, id).getString("data.it.state"));
    assertEquals("READY", job(Accounts.SUPERVISOR, id).getString("data.it.state"));
    assertEquals(
        "FORBIDDEN",
        change(Accounts.DEPUTY, "confirmImport", id).getString("data.it.refusals[0].code"));

    change(Accounts.EDITOR, "confirmImport", id);
    worker.look();
    JsonPath done = job(Accounts.EDITOR, id);
    assertEquals("DONE", done.getString("data.it.state"), done.prettify());
    assertEquals(3, done.getInt("data.it.accepted"));
    assertEquals(2, done.getInt("data.it.refused"));
    assertEquals(3, stored());
    assertEquals(
        3,
        plot.number(
            "select count(*) from subsidy_beneficiary where stage = 'DRAFT' and import_id = "
                + done.getString("data.it.importId")));
    assertEquals(
        0,
        plot.number("select count(*) from import_chunk where part = 'FILE' and job_id = " + id),
        "the file is gone");
    assertEquals(List.of(), verification.verify(Map.of()).findings());

    JsonPath again = checked(Accounts.EDITOR, run + ".csv", csv(rows.subList(0, 2)));
    assertEquals(2, again.getInt("data.it.unchanged"), again.prettify());
  }

  @Test
  void an_error_sheet_is_mended_and_uploaded_as_it_is() throws Exception {
    byte[] file =
        csv(
            List.of(
                row(0, "测试甲", "2026-09-01", ""),
                row(1, "测试乙", "明天", ""),
                row(2, "\"测试丙", "2026-09-01", ""),
                row(3, "测试丁", "2026-09-01", "")));
    JsonPath ready = checked(Accounts.EDITOR, run + ".csv", file);
    assertEquals(2, ready.getInt("data.it.accepted"), ready.prettify());
    assertTrue(ready.getString("data.it.problems[1].reason").contains("line 4"), ready.prettify());
    Response sheet = Courier.as(Accounts.EDITOR).get(ready.getString("data.it.errorSheet"));
    assertEquals(200, sheet.statusCode());
    String read =
        "select count(*) from audit_entry e join audit_detail d on d.entry_id = e.id where e.transition = 'READ_PERSONAL'"
            + " and e.actor_role = 'EDITOR' and e.organisation = 'QY-MZJ' and d.detail like '%error sheet of import "
            + ready.getString("data.it.id")
            + "\"%'";
    assertEquals(1, plot.number(read), "whoever fetches whole rows stands on the trail");
    for (Accounts reader : List.of(Accounts.REVIEWER, Accounts.SUPERVISOR, Accounts.ADMIN)) {
      assertEquals(
          404,
          Courier.as(reader).get(ready.getString("data.it.errorSheet")).statusCode(),
          "whole rows are for those who bring them: " + reader);
    }
    assertEquals(1, plot.number(read), "and who gets none does not");
    assertEquals(List.of(), verification.verify(Map.of()).findings());
    List<Row> rows;
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet.asByteArray()))) {
      rows = book.getFirstSheet().read();
    }
    assertEquals(3, rows.size());
    assertEquals("※ 问题与改法", rows.getFirst().getCellText(9));
    assertTrue(rows.get(1).getCellText(9).startsWith("paidOn "), rows.get(1).getCellText(9));

    var mended = new ByteArrayOutputStream();
    var book = new Workbook(mended, "t", "1.0");
    var out = book.newWorksheet("s");
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 10; j++) {
        String cell = rows.get(i).getCellText(j);
        out.inlineString(i, j, cell.equals("明天") ? "2026-09-03" : cell);
      }
    }
    book.finish();
    JsonPath second = checked(Accounts.EDITOR, run + ".xlsx", mended.toByteArray());
    assertEquals(1, second.getInt("data.it.accepted"), second.prettify());
    assertEquals(0, second.getInt("data.it.refused"), second.prettify());
    assertNull(second.getString("data.it.errorSheet"));
  }

  @Test
  void those_who_may_not_import_are_refused_before_and_after_the_file() {
    byte[] file = csv(List.of(row(0, "测试甲", "2026-09-01", "")));
    String word = "subsidy-beneficiaries";
    assertEquals(401, upload(Accounts.ANONYMOUS, word, "a.csv", file).statusCode());
    for (Accounts each :
        List.of(Accounts.REVIEWER, Accounts.SUPERVISOR, Accounts.EDITOR_BARE, Accounts.CITIZEN)) {
      assertEquals(403, upload(each, word, "a.csv", file).statusCode(), each.toString());
    }
    assertEquals(404, upload(Accounts.EDITOR, "statutes", "a.csv", file).statusCode());
    assertEquals(400, upload(Accounts.EDITOR, word, "a.doc", file).statusCode());
    Response other =
        Courier.as(Accounts.EDITOR)
            .multiPart("file", "a.csv", file, "text/csv")
            .multiPart("organisation", "QY-NYJ")
            .post("/imports/" + word);
    assertEquals(403, other.statusCode(), other::asString);
    for (Accounts each : List.of(Accounts.SERVICE, Accounts.DEPUTY)) {
      assertNotNull(uploaded(each, "a.csv", file));
    }
    worker.look();
  }

  @Test
  void a_cancelled_import_leaves_no_file_and_does_no_more() throws Exception {
    String id = uploaded(Accounts.EDITOR, "a.csv", csv(List.of(row(0, "测试甲", "2026-09-01", ""))));
    assertEquals(
        "CANCELLED", change(Accounts.DEPUTY, "cancelImport", id).getString("data.it.job.state"));
    worker.look();
    assertEquals("CANCELLED", job(Accounts.EDITOR, id).getString("data.it.state"));
    assertEquals(0, plot.number("select count(*) from import_chunk where job_id = " + id));
    assertEquals(
        "WRONG_STAGE",
        change(Accounts.EDITOR, "confirmImport", id).getString("data.it.refusals[0].code"));
    assertEquals(0, stored());
  }

  private static byte[] zip(String name, byte[] block, int blocks) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      for (int i = 0; i < blocks; i++) {
        zip.write(block);
      }
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  private record Rubbish(String name, byte[] content, String failure) {}

  @Test
  void rubbish_ends_in_a_clear_refusal() throws Exception {
    String wide =
        "<worksheet><sheetData><row r=\"1\">"
            + "<c/>".repeat(1_000_000)
            + "</row></sheetData></worksheet>";
    byte[] locked = new byte[2048];
    System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, locked, 0, 4);
    byte[] name = "EncryptedPackage".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, locked, 1024, name.length);
    for (Rubbish each :
        List.of(
            new Rubbish(
                "bomb.xlsx", zip("xl/sharedStrings.xml", new byte[1 << 20], 80), "EXPANDS_TOO_FAR"),
            new Rubbish(
                "wide.xlsx", zip("xl/worksheets/sheet1.xml", wide.getBytes(UTF_8), 1), "HEADER"),
            new Rubbish("locked.xlsx", locked, "PASSWORD"),
            new Rubbish("text.xlsx", "编号".getBytes(UTF_8), "UNREADABLE"),
            new Rubbish("torn.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}, "UNREADABLE"),
            new Rubbish("zip.csv", zip("a", new byte[10], 1), "UNREADABLE"),
            new Rubbish("gbk.csv", (HEADER + "\n").getBytes(Charset.forName("GBK")), "ENCODING"),
            new Rubbish("header.csv", "编号,颜色\na,b\n".getBytes(UTF_8), "HEADER"),
            new Rubbish("bare.csv", (HEADER + "\n").getBytes(UTF_8), "EMPTY"))) {
      JsonPath failed = checked(Accounts.EDITOR, each.name(), each.content());
      assertEquals("FAILED", failed.getString("data.it.state"), each.name() + failed.prettify());
      assertEquals(each.failure(), failed.getString("data.it.failure"), failed.prettify());
      assertFalse(failed.getString("data.it.failureMessage").isBlank());
      assertEquals(
          0,
          plot.number(
              "select count(*) from import_chunk where job_id = "
                  + failed.getString("data.it.id")));
    }
    assertEquals(
        400,
        upload(Accounts.EDITOR, "subsidy-beneficiaries", "empty.csv", new byte[0]).statusCode());
    JsonPath period =
        checked(
            Accounts.EDITOR,
            "p.csv",
            ("编号,行政区划,项目编码,年度,批次,姓名,补贴金额,发放日期\n"
                    + run
                    + "-1,,TW-DB,2026,2026-13,测试甲,1.00,2026-01-01\n")
                .getBytes(UTF_8));
    assertEquals("period", period.getString("data.it.problems[0].field"), period.prettify());
  }
}
