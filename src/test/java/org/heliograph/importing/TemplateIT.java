package org.heliograph.importing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.heliograph.audit.Authority;
import org.heliograph.importing.job.ImportWorker;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A downloaded template, filled in, is imported as it is. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplateIT {
  private static final String RUN = Desk.fresh("TP");
  @Inject Importer importer;
  @Inject ImportWorker worker;
  @Inject Clock clock;
  @TempDir Path directory;
  private final List<String> said = new ArrayList<>();

  @BeforeAll
  void plant() throws Exception {
    try (var plot = new Plot()) {
      plot.prepare();
    }
  }

  private record Filled(String word, Map<String, String> row) {
    @Override
    public String toString() {
      return word;
    }
  }

  private static List<Filled> filled() {
    return List.of(
        new Filled(
            "subsidy-beneficiaries",
            Map.of(
                "编号",
                RUN + "-1",
                "公开单位",
                "QY-MZJ",
                "行政区划",
                "990121101000",
                "项目编码",
                "TW-DB",
                "年度",
                "2026",
                "姓名",
                "欧阳测试",
                "补贴金额",
                "720.00",
                "发放日期",
                "2026-03-31",
                "发放状态",
                "PAID",
                "公开范围",
                "PUBLIC")),
        new Filled(
            "disclosures",
            Map.of(
                "编号",
                RUN + "-2",
                "标题",
                "测试公开",
                "公开单位",
                "QY-MZJ",
                "公开目录类别",
                "VILLAGE_AFFAIRS",
                "内容公开",
                "内容",
                "公示开始日期",
                "2026-03-01",
                "公示截止日期",
                "2026-03-10")),
        new Filled(
            "power-items",
            Map.of(
                "编号",
                RUN + "-3",
                "标题",
                "测试事项",
                "公开单位",
                "QY-MZJ",
                "权力类型",
                "PAYMENT",
                "行使层级",
                "COUNTY",
                "权力来源",
                "STATUTORY")),
        new Filled(
            "case-outcomes",
            Map.of(
                    "编号",
                    RUN + "-4",
                    "标题",
                    "测试案件",
                    "公开单位",
                    "QY-MZJ",
                    "案件类型",
                    "ADMINISTRATIVE_PENALTY",
                    "当事人类别",
                    "ORGANISATION",
                    "当事人（公示）",
                    "某公司",
                    "违法违纪类型",
                    "套取补贴",
                    "主要事实",
                    "事实",
                    "文号",
                    "清处〔2026〕1号",
                    "通报曝光",
                    "是")
                .entrySet()
                .stream()
                .collect(
                    () -> new java.util.HashMap<>(Map.of("决定日期", "2026-03-02")),
                    (all, each) -> all.put(each.getKey(), each.getValue()),
                    Map::putAll)),
        new Filled(
            "statutes", Map.of("编号", RUN + "-5", "法律法规", "测试法" + RUN, "条号", "第一条", "条文", "条文")),
        new Filled(
            "programmes",
            Map.of(
                "项目编码",
                RUN + "-6",
                "项目名称",
                "测试项目",
                "项目类别",
                "民生救助",
                "主管单位",
                "QY-MZJ",
                "行政区划",
                "990121000000",
                "公示规则",
                "MASKED",
                "涉及敏感信息",
                "否")),
        new Filled(
            "organisations",
            Map.of(
                "单位编码", RUN + "-7", "单位名称", "测试单位", "单位类别", "GOVERNMENT", "行政区划", "990121000000")));
  }

  private static byte[] template(String word, String ending) {
    Response answer = given().get("/templates/" + word + "." + ending);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.header("Content-Disposition").contains("filename*=UTF-8''"));
    return answer.asByteArray();
  }

  @SuppressWarnings("StringSplitter") // headings have no comma
  private Path fillCsv(Filled filled) throws IOException {
    String table = new String(template(filled.word(), "csv"), StandardCharsets.UTF_8);
    String header = table.substring(1, table.indexOf("\r\n"));
    var cells = new ArrayList<String>();
    for (String heading : header.split(",")) {
      cells.add(filled.row().getOrDefault(heading, ""));
    }
    assertTrue(cells.containsAll(filled.row().values()), header);
    Path file = directory.resolve(filled.word() + ".csv");
    return Files.writeString(file, table + String.join(",", cells) + "\r\n");
  }

  /** As a spreadsheet program saves it: all that stood in the template, and a row below. */
  private Path fillWorkbook(Filled filled) throws IOException {
    Path file = directory.resolve(filled.word() + ".xlsx");
    try (var read =
            new ReadableWorkbook(new ByteArrayInputStream(template(filled.word(), "xlsx")));
        var out = Files.newOutputStream(file)) {
      var rows = read.getFirstSheet().read();
      assertEquals(2, rows.size());
      var workbook = new Workbook(out, "test", "1.0");
      var sheet = workbook.newWorksheet("填好");
      for (int i = 0; i < rows.getFirst().getCellCount(); i++) {
        String heading = rows.getFirst().getCellText(i);
        sheet.value(0, i, heading);
        sheet.value(1, i, rows.get(1).getCellText(i));
        String value = filled.row().get(heading);
        if (value != null) {
          sheet.value(2, i, value);
        }
      }
      workbook.finish();
    }
    return file;
  }

  private void assertImports(Filled filled, Path file) throws IOException {
    said.clear();
    try (var report = new ErrorReport(null, said::add)) {
      ImportResult result =
          importer.run(
              filled.word(),
              file,
              new ImportOptions(
                  new Authority("tester", "OPERATOR", null, "templates"),
                  false,
                  false,
                  clock.instant()),
              report,
              said::add);
      assertEquals(1, result.rows(), said::toString);
      assertEquals(0, result.rejected(), said::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("filled")
  void a_template_with_one_row_filled_in_is_imported(Filled filled) throws IOException {
    assertImports(filled, fillCsv(filled));
    assertImports(filled, fillWorkbook(filled));
  }

  @ParameterizedTest
  @MethodSource("filled")
  void an_editor_uploads_it_as_it_is(Filled filled) throws IOException {
    if (importer.ownWords().containsKey(filled.word())) {
      for (Path file : List.of(fillCsv(filled), fillWorkbook(filled))) {
        Response taken =
            given()
                .header("Authorization", "Bearer " + Accounts.EDITOR.token())
                .multiPart("file", file.toFile())
                .post("/imports/" + filled.word());
        assertEquals(202, taken.statusCode(), taken::asString);
        worker.look();
        JsonPath job =
            Portal.json(
                Accounts.EDITOR,
                "{ it: importJob(id: \"%s\") { state rowsRead refused preview { row } problems { field reason } failureMessage } }"
                    .formatted(taken.<String>path("importJob.id")));
        assertEquals("READY", job.getString("data.it.state"), job::prettify);
        assertEquals(1, job.getInt("data.it.rowsRead"), job::prettify);
        assertEquals(0, job.getInt("data.it.refused"), job::prettify);
        assertEquals(1, job.getList("data.it.preview").size(), job::prettify);
        Portal.ask(
            Accounts.EDITOR,
            "mutation { cancelImport(id: \"%s\") { job { id } } }"
                .formatted(taken.<String>path("importJob.id")));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("filled")
  void an_empty_template_is_imported_as_no_row(Filled filled) throws IOException {
    Path csv = Files.write(directory.resolve("empty.csv"), template(filled.word(), "csv"));
    try (var rows = RowSource.open(csv, List.of())) {
      assertEquals(null, rows.next());
    }
    Path xlsx = Files.write(directory.resolve("empty.xlsx"), template(filled.word(), "xlsx"));
    try (var rows = RowSource.open(xlsx, List.of())) {
      assertEquals(null, rows.next());
    }
  }

  @Test
  void a_workbook_offers_words_and_checks_dates() throws IOException {
    String sheet = part(template("subsidy-beneficiaries", "xlsx"), "xl/worksheets/sheet1.xml");
    assertTrue(sheet.contains("type=\"list\""), "drop-down lists");
    assertTrue(sheet.contains("DATEVALUE"), "dates are checked");
    String words = part(template("subsidy-beneficiaries", "xlsx"), "xl/worksheets/sheet2.xml");
    assertTrue(words.contains("PAID"));
  }

  private String part(byte[] workbook, String name) throws IOException {
    Path file = Files.write(directory.resolve("parts.xlsx"), workbook);
    try (var zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void an_unknown_template_is_not_found() {
    for (String path : List.of("nonsense.csv", "disclosures.pdf")) {
      Response answer = given().get("/templates/" + path);
      assertEquals(404, answer.statusCode());
      assertEquals("NOT_FOUND", answer.path("errors[0].extensions.code"));
    }
  }
}
