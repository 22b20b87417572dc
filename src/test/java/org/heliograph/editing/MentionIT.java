package org.heliograph.editing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.heliograph.editing.Clerk.id;
import static org.heliograph.editing.Clerk.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.heliograph.importing.job.ImportWorker;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.Stage;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A draft may name a record that is yet to come; what goes to review names records that are there
 * for whoever submits it, and a hidden one answers like one that never was.
 */
@QuarkusTest
class MentionIT {
  private static final String OTHERS = "990122000000";

  @Inject ImportWorker worker;
  private Plot plot;
  private final String run = Desk.fresh("MEN");

  @BeforeEach
  void plant() throws Exception {
    plot = new Plot();
    plot.prepare();
    plot.plant(
        List.of(
            item("OPEN", "QY-NYJ"),
            item("OWN-DRAFT", "QY-MZJ").in(Stage.DRAFT),
            item("GONE", "QY-NYJ").in(Stage.WITHDRAWN),
            item("HIDDEN", "QY-NYJ").to(Audience.RESTRICTED),
            item("THEIR-DRAFT", "QY-NYJ").in(Stage.DRAFT)));
  }

  private Planted item(String code, String organisation) {
    return Planted.published(RecordKind.POWER_ITEM, run + "-" + code, organisation, OTHERS);
  }

  @AfterEach
  void close() throws Exception {
    plot.close();
  }

  private JsonPath drafted(LifeIT.Kind kind, String code, Map<String, ?> more) {
    JsonPath draft =
        Clerk.run(
            Accounts.EDITOR,
            "draft" + kind.type,
            Map.of("input", kind.input(run + "-" + code, "相关记录", more)));
    assertEquals("DONE", Clerk.outcome(draft), "a draft names what it likes: " + draft.prettify());
    return draft;
  }

  private static JsonPath submit(JsonPath draft) {
    return Clerk.run(
        Accounts.EDITOR,
        "submit",
        Map.of(
            "id",
            id(draft.getString("data.it.record.id")),
            "version",
            version(draft.getString("data.it.version"))));
  }

  private String submitted(LifeIT.Kind kind, String code, Map<String, ?> more) {
    JsonPath answer = submit(drafted(kind, code, more));
    return Clerk.outcome(answer)
        + " "
        + answer.getString("data.it.refusals[0].path")
        + " "
        + answer.getString("data.it.refusals[0].message");
  }

  @Test
  void what_is_submitted_names_records_that_are_there() {
    for (String there : List.of("OPEN", "OWN-DRAFT", "GONE")) {
      assertTrue(
          submitted(LifeIT.Kind.CASE_OUTCOME, "C-" + there, Map.of("powerItem", run + "-" + there))
              .startsWith("DONE"),
          there);
    }
    String nobody =
        submitted(LifeIT.Kind.CASE_OUTCOME, "C-NOBODY", Map.of("powerItem", run + "-NOBODY"));
    assertTrue(nobody.startsWith("UNKNOWN_REFERENCE powerItem "), nobody);
    for (String hidden : List.of("HIDDEN", "THEIR-DRAFT")) {
      assertEquals(
          nobody,
          submitted(
              LifeIT.Kind.CASE_OUTCOME, "C-" + hidden, Map.of("powerItem", run + "-" + hidden)),
          "a hidden one answers like one that never was");
    }
  }

  @Test
  void each_related_record_is_told_by_its_place() {
    List<Map<String, String>> related =
        List.of(
            Map.of("kind", "POWER_ITEM", "code", run + "-OPEN"),
            Map.of("kind", "POWER_ITEM", "code", run + "-HIDDEN"),
            Map.of("kind", "DISCLOSURE", "code", run + "-OPEN"));
    JsonPath answer = submit(drafted(LifeIT.Kind.DISCLOSURE, "D", Map.of("related", related)));
    assertEquals(
        List.of("related[1].code", "related[2].code"),
        answer.getList("data.it.refusals.path"),
        answer::prettify);
    assertEquals(
        List.of("UNKNOWN_REFERENCE", "UNKNOWN_REFERENCE"), answer.getList("data.it.refusals.code"));
  }

  @Test
  void a_list_is_told_row_by_row_and_its_own_records_may_name_each_other() {
    String lines =
        row("1", "OPEN") + row("2", "NOBODY") + row("3", "HIDDEN") + row("4", "THEIR-DRAFT");
    JsonPath job = checked("case-outcomes", lines);
    assertEquals(List.of(2, 3, 4), job.getList("data.it.problems.row"), job::prettify);
    List<String> reasons = job.getList("data.it.problems.reason");
    assertTrue(reasons.getFirst().startsWith("UNKNOWN_REFERENCE: "), job::prettify);
    assertEquals(1, reasons.stream().distinct().count(), job::prettify);
    assertEquals(
        List.of("powerItem"), job.getList("data.it.problems.field").stream().distinct().toList());

    String disclosures =
        disclosure("5", "DISCLOSURE", run + "-6") + disclosure("6", "POWER_ITEM", run + "-NOBODY");
    JsonPath second = checked("disclosures", disclosures);
    assertEquals(List.of(2), second.getList("data.it.problems.row"), second::prettify);
    assertEquals(List.of("related[0].code"), second.getList("data.it.problems.field"));
  }

  private String row(String number, String item) {
    return "{\"code\": \"%1$s-%2$s\", \"title\": \"案件\", \"type\": \"ADMINISTRATIVE_PENALTY\", \"respondentKind\": \"ORGANISATION\", \"respondent\": \"某店\", \"violationCategory\": \"无证经营\", \"facts\": \"事实\", \"documentNumber\": \"清罚〔2026〕%2$s号\", \"decidedOn\": \"2026-08-01\", \"powerItem\": \"%1$s-%3$s\"}\n"
        .formatted(run, number, item);
  }

  private String disclosure(String number, String kind, String code) {
    return "{\"code\": \"%s-%s\", \"title\": \"公示\", \"category\": \"POLICY\", \"content\": \"内容\", \"related\": [{\"kind\": \"%s\", \"code\": \"%s\"}]}\n"
        .formatted(run, number, kind, code);
  }

  private JsonPath checked(String word, String lines) {
    String job =
        Courier.as(Accounts.EDITOR)
            .multiPart("file", "list.jsonl", lines.getBytes(UTF_8), "application/octet-stream")
            .post("/imports/" + word)
            .path("importJob.id");
    worker.look();
    JsonPath told =
        Portal.json(
            Accounts.EDITOR,
            "{ it: importJob(id: \"" + job + "\") { state problems { row field reason } } }");
    Portal.ask(Accounts.EDITOR, "mutation { cancelImport(id: \"" + job + "\") { job { id } } }");
    return told;
  }
}
