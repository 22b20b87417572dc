package org.heliograph.export;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.Stage;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Walk;
import org.heliograph.visibility.FieldClass;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportIT {
  private static final String RUN = Desk.fresh("EX");
  private static final String TOWN = "990121101000";
  private static final String OTHER = "990121102201";
  private static final Map<String, RecordKind> KINDS =
      Map.of(
          "power-items", RecordKind.POWER_ITEM,
          "disclosures", RecordKind.DISCLOSURE,
          "subsidy-beneficiaries", RecordKind.SUBSIDY_BENEFICIARY,
          "case-outcomes", RecordKind.CASE_OUTCOME,
          "statutes", RecordKind.STATUTE_ARTICLE);

  private static String code(RecordKind kind, String what) {
    return RUN + "-" + kind.ordinal() + "-" + what;
  }

  @BeforeAll
  void plant() throws Exception {
    try (var plot = new Plot()) {
      plot.prepare();
      for (RecordKind kind : KINDS.values()) {
        var open = Planted.published(kind, code(kind, "OPEN"), "QY-MZJ", TOWN).saying("=公式,\"引号\"");
        var ids =
            plot.plant(
                List.of(
                    open,
                    Planted.published(kind, code(kind, "OTHER"), "QY-NYJ", OTHER),
                    Planted.published(kind, code(kind, "INSIDE"), "QY-MZJ", TOWN)
                        .to(Audience.INTERNAL),
                    Planted.published(kind, code(kind, "DRAFT"), "QY-MZJ", TOWN).in(Stage.DRAFT),
                    Planted.published(kind, code(kind, "GONE"), "QY-MZJ", TOWN)
                        .in(Stage.WITHDRAWN)));
        for (int i = 0; i < 2; i++) {
          for (FieldClass hidden : List.of(FieldClass.INTERNAL, FieldClass.PERSONAL)) {
            plot.changeHidden(kind, ids.get(i), hidden, "秘" + i);
          }
        }
      }
    }
  }

  private static Response get(Accounts account, String file, Object... parameters) {
    var request = given();
    for (int i = 0; i < parameters.length; i += 2) {
      String name = (String) parameters[i];
      if (parameters[i + 1] instanceof List<?> several) {
        request.queryParam(name, several);
      } else {
        request.queryParam(name, parameters[i + 1]);
      }
    }
    if (account != Accounts.ANONYMOUS) {
      request.header("Authorization", "Bearer " + account.token());
    }
    return request.get("/export/" + file);
  }

  private static List<NamedCsvRecord> rows(Accounts account, String word, Object... parameters) {
    var all = new ArrayList<>(List.of(parameters));
    all.addAll(List.of("lang", "en", "bom", "false"));
    Response answer = get(account, word + ".csv", all.toArray());
    assertEquals(200, answer.statusCode(), answer.asString());
    return CsvReader.builder().ofNamedCsvRecord(answer.asString()).stream()
        .filter(row -> row.getField("code").startsWith(RUN))
        .toList();
  }

  private static List<String> codes(List<NamedCsvRecord> rows) {
    return rows.stream().map(row -> row.getField("code").replaceFirst(".*-", "")).sorted().toList();
  }

  @ParameterizedTest
  @CsvSource({"power-items", "disclosures", "subsidy-beneficiaries", "case-outcomes"})
  void each_viewer_takes_away_the_rows_that_they_may_see(String word) {
    assertEquals(List.of("OPEN", "OTHER"), codes(rows(Accounts.ANONYMOUS, word)));
    assertEquals(List.of("INSIDE", "OPEN", "OTHER"), codes(rows(Accounts.STAFF, word)));
    assertEquals(List.of("DRAFT", "INSIDE", "OPEN", "OTHER"), codes(rows(Accounts.EDITOR, word)));
    // a supervisor reads what is withdrawn, but takes it away in no file
    assertEquals(
        List.of("DRAFT", "INSIDE", "OPEN", "OTHER"), codes(rows(Accounts.SUPERVISOR, word)));
  }

  @Test
  void a_field_is_empty_on_the_rows_on_which_it_may_not_be_read() {
    var editor = rows(Accounts.EDITOR, "subsidy-beneficiaries", "sort", "CODE");
    assertEquals("秘0", field(editor, "OPEN", "fullName"));
    assertEquals("", field(editor, "OTHER", "fullName"));
    for (NamedCsvRecord row : rows(Accounts.ANONYMOUS, "subsidy-beneficiaries")) {
      assertEquals("", row.getField("fullName") + row.getField("bankTail"));
    }
    var staff = rows(Accounts.STAFF_EAST, "power-items");
    assertEquals("秘0", field(staff, "OPEN", "contactPhone"));
    assertEquals("", field(staff, "OTHER", "contactPhone"));
    for (NamedCsvRecord row : rows(Accounts.SUPERVISOR, "case-outcomes")) {
      assertFalse(String.join("", row.getFields()).contains("reporter"));
    }
  }

  private static String field(List<NamedCsvRecord> rows, String what, String column) {
    return rows.stream()
        .filter(row -> row.getField("code").endsWith("-" + what))
        .findFirst()
        .orElseThrow()
        .getField(column);
  }

  @Test
  void phones_of_handlers_are_in_the_steps_of_those_rows_alone_on_which_they_may_be_read() {
    String own = line(get(Accounts.STAFF_EAST, "power-items.jsonl").asString(), "OPEN");
    assertEquals("秘0", JsonPath.from(own).getString("steps[0].handlerPhone"));
    String other = line(get(Accounts.STAFF_EAST, "power-items.jsonl").asString(), "OTHER");
    assertEquals("受理", JsonPath.from(other).getString("steps[0].name"));
    assertFalse(other.contains("秘"), other);
    assertFalse(get(Accounts.ANONYMOUS, "power-items.jsonl").asString().contains("秘"));
  }

  private static String line(String file, String what) {
    String start = ",\"code\":\"" + code(RecordKind.POWER_ITEM, what) + "\",\"title\"";
    return file.lines().filter(line -> line.contains(start)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "powerItems, power-items, organisations, QY-MZJ, 'organisations:[\"QY-MZJ\"]', CODE",
    "disclosures, disclosures, categories, SOCIAL_RELIEF, 'categories:[SOCIAL_RELIEF]', CODE",
    "subsidyBeneficiaries, subsidy-beneficiaries, amountFrom, 1000, 'amountFrom:\"1000\"', AMOUNT",
    "caseOutcomes, case-outcomes, regions, 990121101000, 'regions:[\"990121101000\"]', DECIDED_ON",
  })
  void a_file_holds_the_rows_of_the_list_in_its_order(
      String list, String word, String parameter, String value, String filter, String sort) {
    var exported =
        rows(Accounts.EDITOR, word, parameter, value, "sort", sort, "direction", "ASCENDING")
            .stream()
            .map(row -> row.getField("code"))
            .toList();
    var listed =
        Walk.forward(
                Accounts.EDITOR,
                list,
                "filter:{"
                    + filter
                    + ", stages:[PUBLISHED, DRAFT]} sort:{by:"
                    + sort
                    + ",direction:ASCENDING}",
                100)
            .stream()
            .filter(code -> code.startsWith(RUN))
            .toList();
    assertFalse(listed.isEmpty());
    assertEquals(listed, exported);
  }

  @Test
  void a_repeated_parameter_is_a_list() {
    var both =
        rows(
            Accounts.ANONYMOUS,
            "power-items",
            "codes",
            List.of(code(RecordKind.POWER_ITEM, "OPEN"), code(RecordKind.POWER_ITEM, "OTHER")));
    assertEquals(List.of("OPEN", "OTHER"), codes(both));
  }

  @ParameterizedTest
  @CsvSource({
    "power-items.csv, yaers, 2026, yaers",
    "power-items.csv, categories, NONSENSE, categories",
    "power-items.csv, regions, 99, regions",
    "subsidy-beneficiaries.csv, years, twenty, years",
    "subsidy-beneficiaries.csv, amountFrom, 1e9, amountFrom",
    "subsidy-beneficiaries.csv, paidFrom, 2026-13-01, paidFrom",
    "statutes.jsonl, repealed, maybe, repealed",
    "statutes.jsonl, direction, ASCENDING, direction",
    "disclosures.xlsx, sort, AMOUNT, sort",
    "case-outcomes.csv, stages, WITHDRAWN, stages",
    "case-outcomes.csv, lang, fr, lang",
  })
  void a_wrong_parameter_is_refused_before_anything_is_written(
      String file, String name, String value, String argument) {
    Response answer = get(Accounts.ANONYMOUS, file, name, value);
    assertEquals(400, answer.statusCode(), answer.asString());
    assertTrue(answer.contentType().startsWith("application/json"));
    assertEquals("BAD_INPUT", answer.path("errors[0].extensions.code"));
    assertEquals(argument, answer.path("errors[0].extensions.argument"));
  }

  @Test
  void unknown_exports_and_wrong_tokens_are_refused_like_everything_else() {
    for (String path : List.of("nonsense.csv", "power-items.pdf", "nonsense/dictionary.csv")) {
      Response answer = get(Accounts.ANONYMOUS, path);
      assertEquals(404, answer.statusCode(), path);
      assertEquals("NOT_FOUND", answer.path("errors[0].extensions.code"), path);
    }
    Response forged =
        given().header("Authorization", "Bearer nonsense").get("/export/power-items.csv");
    assertEquals(401, forged.statusCode());
    assertEquals("UNAUTHENTICATED", forged.path("errors[0].extensions.code"));
    Response basic = given().header("Authorization", "Basic YTpi").get("/export/power-items.csv");
    assertEquals(401, basic.statusCode());
    Response post = given().post("/export/power-items.csv");
    assertEquals(405, post.statusCode());
    assertEquals("GET, HEAD, OPTIONS", post.header("Allow"));
  }

  @Test
  void csv_begins_with_a_byte_order_mark_unless_told_otherwise() {
    byte[] usual = get(Accounts.ANONYMOUS, "power-items.csv").asByteArray();
    assertEquals((byte) 0xEF, usual[0]);
    String bare = get(Accounts.ANONYMOUS, "power-items.csv", "bom", "false").asString();
    assertTrue(bare.startsWith("标识,编号,标题,"), bare.substring(0, 20));
    assertTrue(bare.endsWith("\r\n"));
  }

  @Test
  void a_formula_is_neutralised_in_csv_and_left_alone_in_json_lines() {
    String raw = "=公式,\"引号\"";
    var row = rows(Accounts.ANONYMOUS, "power-items", "codes", code(RecordKind.POWER_ITEM, "OPEN"));
    assertEquals("'" + raw, row.getFirst().getField("conditions"));
    String json = line(get(Accounts.ANONYMOUS, "power-items.jsonl").asString(), "OPEN");
    assertEquals(raw, JsonPath.from(json).getString("conditions"));
  }

  @ParameterizedTest
  @CsvSource({"csv", "xlsx", "jsonl"})
  void head_says_what_a_get_would_bring_without_reading_a_row(String ending) {
    Response head = given().head("/export/subsidy-beneficiaries." + ending);
    assertEquals(200, head.statusCode());
    Response got = get(Accounts.ANONYMOUS, "subsidy-beneficiaries." + ending);
    assertEquals(got.contentType(), head.contentType());
    assertEquals(got.header("Content-Disposition"), head.header("Content-Disposition"));
    assertTrue(head.header("Content-Disposition").contains("filename*=UTF-8''%E8%A1%A5"));
    assertNotEquals(0, got.asByteArray().length);
    assertEquals(0, head.asByteArray().length);
  }

  @ParameterizedTest
  @CsvSource({"power-items", "disclosures", "subsidy-beneficiaries", "case-outcomes", "statutes"})
  void a_dictionary_describes_each_column_of_its_file(String word) {
    String header = get(Accounts.ANONYMOUS, word + ".csv", "bom", "false", "lang", "en").asString();
    var columns = List.of(header.substring(0, header.indexOf("\r\n")).split(","));
    var dictionary =
        CsvReader.builder()
            .ofNamedCsvRecord(
                get(Accounts.ANONYMOUS, word + "/dictionary.csv", "bom", "false", "lang", "en")
                    .asString())
            .stream()
            .toList();
    assertEquals(columns, dictionary.stream().map(row -> row.getField("column")).toList());
    for (NamedCsvRecord row : dictionary) {
      for (String told : List.of("heading", "type", "class", "description")) {
        assertFalse(row.getField(told).isBlank(), row.getField("column") + " has no " + told);
      }
    }
    assertEquals(
        columns, get(Accounts.ANONYMOUS, word + "/dictionary.json").path("columns.column"));
  }

  @Test
  void all_hits_of_a_search_are_taken_away_in_their_order_and_none_that_is_hidden()
      throws Exception {
    try (var plot = new Plot()) {
      plot.awaitIndex();
    }
    assertEquals(
        List.of("OPEN", "OTHER"),
        codes(
            rows(
                Accounts.ANONYMOUS, "search", "text", RUN, "kinds", "POWER_ITEM", "sort", "CODE")));
    var supervised =
        rows(Accounts.SUPERVISOR, "search", "text", RUN, "sort", "CODE", "kinds", "DISCLOSURE");
    assertEquals(List.of("DRAFT", "INSIDE", "OPEN", "OTHER"), codes(supervised));
    assertEquals("DISCLOSURE", supervised.getFirst().getField("kind"));
  }

  @Test
  void a_search_longer_than_a_page_is_taken_away_whole() throws Exception {
    String run = Desk.fresh("EXMANY");
    try (var plot = new Plot()) {
      var many = new ArrayList<Planted>();
      for (int i = 0; i < 450; i++) {
        many.add(
            Planted.published(RecordKind.DISCLOSURE, run + "-" + i, "QY-MZJ", TOWN).saying(run));
      }
      plot.plant(many);
      plot.awaitIndex();
    }
    String file = get(Accounts.ANONYMOUS, "search.jsonl", "text", run, "sort", "CODE").asString();
    assertEquals(
        450, file.lines().map(line -> JsonPath.from(line).getString("code")).distinct().count());
  }

  @Test
  void a_search_that_is_no_question_is_refused() {
    Response answer = get(Accounts.ANONYMOUS, "search.csv", "text", "x".repeat(301));
    assertEquals(400, answer.statusCode());
    assertEquals("text", answer.path("errors[0].extensions.argument"));
  }

  @Test
  void sums_are_a_row_for_each_group() {
    var groups =
        CsvReader.builder()
            .ofNamedCsvRecord(
                get(
                        Accounts.ANONYMOUS,
                        "subsidy-summary.csv",
                        "groupBy",
                        List.of("PROGRAMME", "TOWNSHIP"),
                        "codes",
                        List.of(
                            code(RecordKind.SUBSIDY_BENEFICIARY, "OPEN"),
                            code(RecordKind.SUBSIDY_BENEFICIARY, "DRAFT"),
                            code(RecordKind.SUBSIDY_BENEFICIARY, "GONE")),
                        "lang",
                        "en",
                        "bom",
                        "false")
                    .asString())
            .stream()
            .toList();
    assertEquals(1, groups.size());
    var group = groups.getFirst();
    assertEquals("TW-DB", group.getField("programme"));
    assertEquals(TOWN, group.getField("township"));
    assertEquals("东溪镇", group.getField("townshipName"));
    assertEquals("1", group.getField("count"));
    assertEquals("1234.50", group.getField("sum"));
    assertEquals("", group.getField("year"));
  }
}
