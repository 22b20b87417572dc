package org.heliograph.visibility;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.importing.job.ImportWorker;
import org.heliograph.shared.Audience;
import org.heliograph.shared.OpenEnd;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two worlds that differ in what a viewer may not see, asked about uploaded lists and about legal
 * clocks: lists of jobs, what a check says of a file, error sheets, previews, annulled penalties,
 * rules of expiry and what they would change.
 */
@QuarkusTest
class ImportWorldsIT {
  private static final String VILLAGE = "990121102201";
  private static final String JOB =
      "{ kind organisation state rowsRead accepted unchanged refused findingCount failure failureMessage"
          + " preview { row publicly cells { name heading text } } problems { row field value reason } findings { row field value reason } }";
  private static final List<String> QUESTIONS =
      List.of(
          "{ importJobs(first: 50) { id state fileName rowsRead } }",
          "{ annulledPenalties(first: 100) { nodes { code } pageInfo { hasNextPage endCursor } } }",
          "{ annulledPenalties(first: 1, overdue: true) { nodes { code } pageInfo { hasNextPage endCursor } } }",
          "{ expiryRules(first: 100) { nodes { code } pageInfo { hasNextPage } } }",
          "{ expiryDifferences(kind: CASE_OUTCOME, first: 100) { nodes { code } pageInfo { hasNextPage endCursor } } }",
          "{ expiryDifferences(kind: CASE_OUTCOME, first: 1) { nodes { code } pageInfo { hasNextPage endCursor } } }");

  @Inject ImportWorker worker;
  private Plot plot;
  private final String run = Desk.fresh("IW");

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
  }

  @AfterEach
  void close() throws Exception {
    plot.close();
  }

  private static RequestSpecification as(Accounts account) {
    return account == Accounts.ANONYMOUS
        ? given()
        : given().header("Authorization", "Bearer " + account.token());
  }

  private String uploaded(Accounts account, String word, String name, String content) {
    String id =
        as(account)
            .multiPart("file", name, content.getBytes(UTF_8), "application/octet-stream")
            .post("/imports/" + word)
            .then()
            .statusCode(202)
            .extract()
            .path("importJob.id");
    worker.look();
    return id;
  }

  private static Map<String, String> answers(Accounts account) {
    var answers = new LinkedHashMap<String, String>();
    QUESTIONS.forEach(question -> answers.put(question, Portal.ask(account, question)));
    return answers;
  }

  /** Penalties in every stage and audience, annulled and overdue, shown for ever. */
  private List<Planted> penalties(String world) {
    Instant now = Instant.now();
    var all = new ArrayList<Planted>();
    int number = 0;
    for (String organisation : List.of("QY-MZJ", "QY-NYJ")) {
      for (String region : List.of("990121101201", VILLAGE, "990122000000")) {
        for (Audience audience : Audience.values()) {
          for (Stage stage : List.of(Stage.PUBLISHED, Stage.IN_REVIEW, Stage.EXPIRED)) {
            all.add(
                Planted.published(
                        RecordKind.CASE_OUTCOME, run + "-" + world + number++, organisation, region)
                    .to(audience)
                    .in(stage)
                    .between(now.minus(Duration.ofDays(90)), OpenEnd.INSTANT));
          }
        }
      }
    }
    return all;
  }

  private void plantAnnulled(List<Planted> records) throws Exception {
    for (long id : plot.plant(records)) {
      plot.run(
          "update case_outcome set annulled_on = date '2026-01-10', withdrawal_due = date '2026-01-15' where id = "
              + id);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "ANONYMOUS",
        "CITIZEN",
        "STAFF_EAST",
        "EDITOR",
        "REVIEWER",
        "SERVICE",
        "SUPERVISOR_TOWN",
        "AUDITOR",
        "ADMIN"
      })
  void lists_and_clocks_say_nothing_of_what_is_hidden(Accounts account) throws Exception {
    if (account == Accounts.EDITOR) {
      // both worlds have something to be told
      plantAnnulled(penalties("A"));
      uploaded(Accounts.EDITOR, "subsidy-beneficiaries", "a.csv", "颜色\nx\n");
    }
    Map<String, String> before = answers(account);
    Viewer viewer = account.viewer(Instant.now());
    List<Planted> hidden =
        penalties("B-" + account).stream()
            .filter(record -> VisibilityPolicy.of(record.kind(), viewer).fields(record).isEmpty())
            .toList();
    assertFalse(hidden.isEmpty(), "nothing is hidden from " + account);
    plantAnnulled(hidden);
    uploaded(Accounts.EDITOR_NYJ, "case-outcomes", run + account + ".csv", "颜色\nx\n");
    if (account != Accounts.EDITOR && account != Accounts.REVIEWER && account != Accounts.SERVICE) {
      uploaded(Accounts.EDITOR, "case-outcomes", run + account + ".csv", "颜色\nx\n");
    }
    Map<String, String> after = answers(account);
    before.forEach(
        (question, answer) -> assertEquals(answer, after.get(question), question + account));
    if (account == Accounts.EDITOR) {
      assertTrue(
          String.valueOf(before.get(QUESTIONS.getFirst())).contains("a.csv"), before::toString);
      assertTrue(
          String.valueOf(before.get(QUESTIONS.get(1))).contains(run + "-A"), before::toString);
    }
  }

  @Test
  void a_check_says_nothing_of_what_is_hidden() throws Exception {
    String list = row("1", run + "-ITEM") + row("2", "") + row("3", "").replace("2026-08-01", "昨天");
    String before = told(list);
    assertTrue(before.contains("UNKNOWN_REFERENCE"), before);
    assertTrue(before.contains("decidedOn"), before);
    var hidden = new ArrayList<Planted>();
    for (Stage stage : List.of(Stage.DRAFT, Stage.IN_REVIEW, Stage.EXPIRED)) {
      for (int i = 1; i <= 3; i++) {
        // a code is one's organisation's own: theirs tells nothing
        hidden.add(
            Planted.published(
                    RecordKind.CASE_OUTCOME,
                    stage == Stage.DRAFT ? run + "-" + i : run + "-" + i + stage,
                    "QY-NYJ",
                    VILLAGE)
                .in(stage));
      }
    }
    hidden.add(
        Planted.published(RecordKind.POWER_ITEM, run + "-ITEM", "QY-NYJ", VILLAGE)
            .to(Audience.RESTRICTED));
    hidden.add(
        Planted.published(RecordKind.POWER_ITEM, run + "-ITEM", "QY-GAJ", VILLAGE).in(Stage.DRAFT));
    plot.plant(hidden);
    assertEquals(before, told(list));
  }

  private String row(String number, String item) {
    return "{\"code\": \"%s-%s\", \"title\": \"案件\", \"type\": \"ADMINISTRATIVE_PENALTY\", \"respondentKind\": \"ORGANISATION\", \"respondent\": \"某店\", \"violationCategory\": \"无证经营\", \"facts\": \"电话13900139000\", \"documentNumber\": \"清罚〔2026〕%s号\", \"decidedOn\": \"2026-08-01\"%s}\n"
        .formatted(run, number, number, item.isEmpty() ? "" : ", \"powerItem\": \"" + item + "\"");
  }

  /** All that the check of a list says, with its error sheet; the list is cancelled again. */
  private String told(String list) {
    String id = uploaded(Accounts.EDITOR, "case-outcomes", "list.jsonl", list);
    String said =
        Portal.ask(Accounts.EDITOR, "{ importJob(id: \"" + id + "\") " + JOB + " }")
            + as(Accounts.EDITOR).get("/imports/" + id + "/errors").asString();
    for (Accounts other : List.of(Accounts.EDITOR_NYJ, Accounts.SUPERVISOR_TOWN)) {
      String nobody = Portal.ask(other, "{ importJob(id: \"999999999\") " + JOB + " }");
      assertEquals(nobody, Portal.ask(other, "{ importJob(id: \"" + id + "\") " + JOB + " }"));
      assertEquals(
          as(other).get("/imports/999999999/errors").asString(),
          as(other).get("/imports/" + id + "/errors").asString());
    }
    Portal.ask(
        Accounts.EDITOR, "mutation { cancelImport(id: \"" + id + "\") { refusals { code } } }");
    return said;
  }
}
