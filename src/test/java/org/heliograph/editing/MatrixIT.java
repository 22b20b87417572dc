package org.heliograph.editing;

import static org.heliograph.editing.Clerk.id;
import static org.heliograph.editing.Clerk.outcome;
import static org.heliograph.editing.Clerk.text;
import static org.heliograph.editing.Clerk.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.editing.Clerk.Typed;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.heliograph.shared.Stage;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every account × every transition × every stage, over HTTP: what is allowed happens, and whatever
 * is refused is refused with the right code and changes nothing. The expectations are written here
 * a second time, not read from the workflow's own table.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixIT {
  private static final String ORGANISATION = "QY-MZJ";

  /** mutation | from which stages | to which stage | by which accounts of the organisation */
  private static final String TABLE =
      """
      updateDisclosure  | DRAFT RETURNED               | DRAFT     | EDITOR DEPUTY SERVICE
      correctDisclosure | PUBLISHED                    | DRAFT     | EDITOR DEPUTY SERVICE
      discard           | DRAFT RETURNED               | SUPERSEDED | EDITOR DEPUTY SERVICE
      submit            | DRAFT                        | IN_REVIEW | EDITOR DEPUTY SERVICE
      approve           | IN_REVIEW                    | APPROVED  | REVIEWER DEPUTY
      return            | IN_REVIEW APPROVED SCHEDULED | RETURNED  | REVIEWER DEPUTY
      schedule          | APPROVED SCHEDULED           | SCHEDULED | EDITOR REVIEWER DEPUTY
      publish           | APPROVED SCHEDULED           | PUBLISHED | EDITOR REVIEWER DEPUTY
      withdraw          | PUBLISHED                    | WITHDRAWN | EDITOR REVIEWER DEPUTY
      annul             | PUBLISHED                    | PUBLISHED | EDITOR REVIEWER DEPUTY
      withdrawAttachment | PUBLISHED WITHDRAWN         | -         | EDITOR REVIEWER DEPUTY
      """;

  private static final String FILE = "MMMMMMMMMMMMMMMMMMMMMM";

  private record Row(String mutation, List<String> from, String to, List<String> by) {
    /** Penalties alone are annulled. */
    RecordKind kind() {
      return mutation.equals("annul") ? RecordKind.CASE_OUTCOME : RecordKind.DISCLOSURE;
    }
  }

  private static final List<Row> ROWS =
      TABLE
          .lines()
          .map(line -> line.split("\\|"))
          .map(part ->
              new Row(
                  part[0].strip(),
                  List.of(part[1].strip().split(" ")),
                  part[2].strip(),
                  List.of(part[3].strip().split(" "))))
          .toList();

  /** Accounts that may send mutations at all. */
  private static final List<String> WRITERS =
      List.of("EDITOR", "EDITOR_NYJ", "EDITOR_BARE", "REVIEWER", "DEPUTY", "SERVICE");

  private static final List<Stage> CURRENT =
      List.of(
          Stage.DRAFT,
          Stage.IN_REVIEW,
          Stage.RETURNED,
          Stage.APPROVED,
          Stage.SCHEDULED,
          Stage.PUBLISHED,
          Stage.WITHDRAWN,
          Stage.EXPIRED);

  @BeforeAll
  void prepare() throws Exception {
    try (var plot = new Plot()) {
      plot.prepare();
    }
  }

  private record Cell(Row row, Stage stage, String code, long record) {}

  private static List<Cell> plant(Plot plot) throws Exception {
    var planted = new ArrayList<Planted>();
    var cells = new ArrayList<Cell>();
    String run = Desk.fresh("MX");
    for (Row row : ROWS) {
      for (Stage stage : CURRENT) {
        String code = run + "-" + planted.size();
        // a scheduled one needs its time: it is planted approved and told it after
        Stage first = stage == Stage.SCHEDULED ? Stage.APPROVED : stage;
        planted.add(Planted.published(row.kind(), code, ORGANISATION, "990121000000").in(first));
        cells.add(new Cell(row, stage, code, 0));
      }
    }
    var ids = plot.plant(planted);
    var all = new ArrayList<Cell>();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      all.add(new Cell(cell.row(), cell.stage(), cell.code(), ids.get(i)));
    }
    for (String table : List.of("disclosure", "case_outcome")) {
      plot.run(
          "update "
              + table
              + " set stage = 'SCHEDULED', scheduled_for = '2099-01-01T00:00:00Z' where record_id = any(array["
              + String.join(
                  ",",
                  all.stream()
                      .filter(cell -> cell.stage() == Stage.SCHEDULED)
                      .map(cell -> Long.toString(cell.record()))
                      .toList())
              + "]::bigint[])");
    }
    plot.run(
        "update disclosure set attachments = '[{\"file\": \"%s\", \"name\": \"凭据.txt\", \"mediaType\": \"text/plain\", \"size\": 1, \"sha256\": \"\"}]' where code like '%s-%%'"
            .formatted(FILE, run));
    return all;
  }

  private static Map<String, Typed> arguments(Cell cell) {
    var all = new LinkedHashMap<String, Typed>();
    all.put("id", id(RecordRef.of(cell.row().kind(), cell.record()).globalId()));
    all.put("version", version("1.1"));
    switch (cell.row().mutation()) {
      case "updateDisclosure", "correctDisclosure" -> {
        var input = new HashMap<String, Object>();
        input.put("code", cell.code());
        input.put("title", "改写" + cell.code());
        input.put("organisation", ORGANISATION);
        input.put("category", "POLICY");
        input.put("content", "新的内容");
        input.put("changeNote", "改了内容");
        all.put("input", new Typed("DisclosureInput!", input));
      }
      case "return" -> all.put("reason", text("理由"));
      case "schedule" ->
          all.put(
              "at",
              new Typed(
                  "DateTime!",
                  Instant.now()
                      .plus(java.time.Duration.ofDays(300))
                      .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                      .toString()));
      case "annul" -> {
        all.put("annulledOn", new Typed("Date!", "2026-10-01"));
        all.put("reason", text("复议机关撤销"));
      }
      case "withdrawAttachment" -> {
        all.put("attachment", id(FILE));
        all.put("kind", new Typed("WithdrawalKind!", "GONE"));
        all.put("reason", text("理由"));
      }
      case "withdraw" -> {
        all.put("kind", new Typed("WithdrawalKind!", "GONE"));
        all.put("reason", text("理由"));
      }
      default -> {}
    }
    return all;
  }

  private static String expected(Accounts account, Cell cell) {
    if (account == Accounts.ANONYMOUS) {
      return "UNAUTHENTICATED";
    }
    if (!WRITERS.contains(account.name())) {
      return "FORBIDDEN";
    }
    boolean within = account.viewer(Instant.EPOCH).organisations().contains(ORGANISATION);
    boolean open = cell.stage() == Stage.PUBLISHED;
    if (!within) {
      return open ? "FORBIDDEN" : "NOT_FOUND";
    }
    if (!cell.row().by().contains(account.name())) {
      return "FORBIDDEN";
    }
    return cell.row().from().contains(cell.stage().name()) ? "DONE" : "WRONG_STAGE";
  }

  @ParameterizedTest
  @EnumSource(Accounts.class)
  void each_account_can_do_what_the_table_says_and_nothing_else(Accounts account) throws Exception {
    try (var plot = new Plot()) {
      int done = 0;
      for (Cell cell : plant(plot)) {
        var answer = Clerk.run(account, cell.row().mutation(), arguments(cell));
        String expected = expected(account, cell);
        String name = account + " " + cell.row().mutation() + " " + cell.stage();
        assertEquals(expected, outcome(answer), name + ": " + answer.prettify());
        String stage =
            plot.texts(
                    "select '', string_agg(stage, ' ' order by revision) from "
                        + cell.row().kind().table()
                        + " where record_id = "
                        + cell.record())
                .get("");
        String after =
            !expected.equals("DONE")
                ? cell.stage().name()
                : cell.row().mutation().equals("correctDisclosure")
                    ? "PUBLISHED DRAFT"
                    : cell.row().to().equals("-") ? cell.stage().name() : cell.row().to();
        assertEquals(after, stage, name);
        assertEquals(
            expected.equals("DONE") ? 1 : 0,
            plot.number("select count(*) from audit_entry where record_id = " + cell.record()),
            name + " on the trail");
        done += expected.equals("DONE") ? 1 : 0;
      }
      assertNotEquals(
          List.of("EDITOR", "REVIEWER", "DEPUTY", "SERVICE").contains(account.name()),
          done == 0,
          "somebody may do something");
    }
  }

  /** A mutation that the table forgets would be tested by nobody. */
  @Test
  void the_table_holds_every_transition_that_a_person_can_take() {
    var named =
        ROWS.stream()
            .map(row -> row.mutation().replace("Disclosure", "").toUpperCase(java.util.Locale.ROOT))
            .sorted()
            .toList();
    var taken =
        java.util.Arrays.stream(org.heliograph.workflow.Transition.values())
            .filter(each -> !each.roles().isEmpty())
            .map(Enum::name)
            .filter(name -> !name.equals("DRAFT"))
            .map(name -> name.replace("_", ""))
            .sorted()
            .toList();
    assertEquals(taken, named);
  }
}
