package org.heliograph.oversight;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
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

/** Who reads what of the trail. */
@QuarkusTest
class AuditApiIT {
  private static final String FIELDS =
      "{ nodes { transition actor role code version reason requestId addressClass records erased changes { field fieldClass before after } } pageInfo { hasNextPage endCursor } }";
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

  private long plant(RecordKind kind, String region, Stage stage) throws Exception {
    return plot.plant(
            List.of(
                Planted.published(kind, Desk.fresh("AUD"), "QY-MZJ", region)
                    .in(stage)
                    .to(Audience.RESTRICTED)))
        .getFirst();
  }

  @Test
  void the_trail_is_taken_away_by_those_who_may_read_it() throws Exception {
    long record = plant(RecordKind.DISCLOSURE, "990121000000", Stage.DRAFT);
    String id = id(RecordKind.DISCLOSURE, record);
    Portal.ask(
        Accounts.EDITOR,
        "mutation { submit(id: \"" + id + "\", version: \"1.1\") { refusals { code } } }");
    String address = "audit-entries.jsonl?record=" + id;
    for (Accounts account : List.of(Accounts.AUDITOR, Accounts.ADMIN, Accounts.SUPERVISOR)) {
      String file = Portal.download(account, address);
      assertEquals(1, file.lines().count(), account + file);
      assertTrue(file.contains("\"transition\":\"SUBMIT\""), file);
    }
    assertEquals("", Portal.download(Accounts.SUPERVISOR_TOWN, address));
    for (Accounts account : List.of(Accounts.ANONYMOUS, Accounts.EDITOR, Accounts.STAFF)) {
      var request = given();
      if (account != Accounts.ANONYMOUS) {
        request.header("Authorization", "Bearer " + account.token());
      }
      assertEquals(403, request.get("/export/" + address).statusCode(), account.name());
    }
    String table = Portal.download(Accounts.AUDITOR, "audit-entries.csv?transition=SUBMIT&lang=zh");
    assertTrue(table.startsWith("\uFEFF链,序号,哈希,时间"), table.substring(0, 40));
  }

  private static String id(RecordKind kind, long record) {
    return RecordRef.of(kind, record).globalId();
  }

  private static JsonPath trail(Accounts as, String id) {
    return Portal.json(
        as, "{ auditEntries(filter: { record: \"" + id + "\" }, first: 100) " + FIELDS + " }");
  }

  private long submitted(String region) throws Exception {
    long record = plant(RecordKind.DISCLOSURE, region, Stage.DRAFT);
    String answer =
        Portal.ask(
            Accounts.EDITOR,
            "mutation($id: ID!) { submit(id: $id, version: \"1.1\") { version refusals { code message } } }",
            Map.of("id", id(RecordKind.DISCLOSURE, record)));
    assertTrue(answer.contains("\"version\":\"1.2\""), answer);
    return record;
  }

  @ParameterizedTest
  @EnumSource(Accounts.class)
  void auditors_read_everything_supervisors_their_region_others_nothing(Accounts account)
      throws Exception {
    long east = submitted("990121101201");
    long west = submitted("990121102201");
    for (long record : new long[] {east, west}) {
      JsonPath answer = trail(account, id(RecordKind.DISCLOSURE, record));
      String error = answer.getString("errors[0].extensions.code");
      boolean seen =
          switch (account) {
            case AUDITOR, ADMIN, SUPERVISOR -> true;
            case SUPERVISOR_TOWN -> record == east;
            case ANONYMOUS,
                CITIZEN,
                STAFF,
                STAFF_EAST,
                EDITOR,
                EDITOR_NYJ,
                EDITOR_BARE,
                REVIEWER,
                DEPUTY,
                SERVICE ->
                false;
          };
      switch (account) {
        case ANONYMOUS -> assertEquals("UNAUTHENTICATED", error);
        case AUDITOR, ADMIN, SUPERVISOR, SUPERVISOR_TOWN -> {
          assertNull(error, answer.prettify());
          assertEquals(
              seen ? List.of("SUBMIT") : List.of(),
              answer.getList("data.auditEntries.nodes.transition"));
        }
        default -> assertEquals("FORBIDDEN", error);
      }
    }
  }

  @Test
  void an_entry_says_who_in_which_role_from_where() throws Exception {
    long record = submitted("990121101201");
    JsonPath entry = trail(Accounts.AUDITOR, id(RecordKind.DISCLOSURE, record));
    assertEquals("EDITOR", entry.getString("data.auditEntries.nodes[0].role"));
    assertEquals("LOOPBACK", entry.getString("data.auditEntries.nodes[0].addressClass"));
    assertEquals("1.2", entry.getString("data.auditEntries.nodes[0].version"));
    assertEquals(36, entry.getString("data.auditEntries.nodes[0].requestId").length());
  }

  @Test
  void reading_a_personal_field_is_on_the_trail_and_asking_for_others_is_not() throws Exception {
    long record = plant(RecordKind.SUBSIDY_BENEFICIARY, "990121101201", Stage.PUBLISHED);
    String id = id(RecordKind.SUBSIDY_BENEFICIARY, record);
    Portal.ask(
        Accounts.SUPERVISOR,
        "{ node(id: \"" + id + "\") { ... on SubsidyBeneficiary { shownName amount } } }");
    assertEquals(List.of(), trail(Accounts.AUDITOR, id).getList("data.auditEntries.nodes"));
    String answer =
        Portal.ask(
            Accounts.SUPERVISOR,
            "{ node(id: \""
                + id
                + "\") { ... on SubsidyBeneficiary { a: fullName b: fullName bankTail } } }");
    assertFalse(answer.contains("\"a\":null"), answer);
    JsonPath entries = trail(Accounts.AUDITOR, id);
    assertEquals(List.of("READ_PERSONAL"), entries.getList("data.auditEntries.nodes.transition"));
    assertEquals("SUPERVISOR", entries.getString("data.auditEntries.nodes[0].role"));
    String name =
        plot.texts("select '', full_name from subsidy_beneficiary where record_id = " + record)
            .get("");
    assertFalse(entries.prettify().contains(String.valueOf(name)), "the trail names nobody");
  }

  @Test
  void a_highlighted_name_is_a_name_that_is_read() throws Exception {
    long record = plant(RecordKind.SUBSIDY_BENEFICIARY, "990121101201", Stage.PUBLISHED);
    String id = id(RecordKind.SUBSIDY_BENEFICIARY, record);
    String name = "呼延" + Long.toString(System.nanoTime(), 36);
    plot.run(
        "update subsidy_beneficiary set full_name = '" + name + "' where record_id = " + record);
    plot.run(
        "insert into outbox(kind, record_ids) values ('SUBSIDY_BENEFICIARY', array["
            + record
            + "]::bigint[])");
    plot.awaitIndex();
    String answer =
        Portal.ask(
            Accounts.SUPERVISOR,
            "{ search(text: \""
                + name
                + "\", first: 1) { edges { highlights { field fragments } } } }");
    assertTrue(answer.contains("fullName"), answer);
    assertEquals(
        List.of("READ_PERSONAL"),
        trail(Accounts.AUDITOR, id).getList("data.auditEntries.nodes.transition"));
  }

  @Test
  void taking_personal_fields_away_as_a_file_is_on_the_trail() throws Exception {
    long record = plant(RecordKind.SUBSIDY_BENEFICIARY, "990121101201", Stage.PUBLISHED);
    String id = id(RecordKind.SUBSIDY_BENEFICIARY, record);
    String code =
        plot.texts("select '', code from subsidy_beneficiary where record_id = " + record).get("");
    for (Accounts account : List.of(Accounts.STAFF, Accounts.SUPERVISOR)) {
      given()
          .header("Authorization", "Bearer " + account.token())
          .queryParam("codes", code)
          .get("/export/subsidy-beneficiaries.csv")
          .then()
          .statusCode(200);
    }
    JsonPath entries = trail(Accounts.AUDITOR, id);
    assertEquals(
        List.of("SUPERVISOR"), entries.getList("data.auditEntries.nodes.role"), entries.prettify());
    assertEquals(List.of("READ_PERSONAL"), entries.getList("data.auditEntries.nodes.transition"));
  }

  @Test
  void changes_tell_values_of_open_and_internal_fields_alone() throws Exception {
    long record = plant(RecordKind.SUBSIDY_BENEFICIARY, "990121101201", Stage.DRAFT);
    String id = id(RecordKind.SUBSIDY_BENEFICIARY, record);
    String code =
        plot.texts("select '', code from subsidy_beneficiary where record_id = " + record).get("");
    String answer =
        Portal.ask(
            Accounts.EDITOR,
            "mutation($id: ID!, $in: SubsidyBeneficiaryInput!) { updateSubsidyBeneficiary(id: $id, version: \"1.1\", input: $in) { version refusals { code path message } } }",
            Map.of(
                "id",
                id,
                "in",
                Map.of(
                    "code",
                    String.valueOf(code),
                    "programme",
                    "TW-DB",
                    "year",
                    2025,
                    "name",
                    "司马清风",
                    "bankTail",
                    "9988",
                    "amount",
                    "77.70",
                    "paidOn",
                    "2025-12-01",
                    "region",
                    "990121101201")));
    assertTrue(answer.contains("\"version\":\"1.2\""), answer);
    JsonPath entries = trail(Accounts.AUDITOR, id);
    String all = entries.prettify();
    assertFalse(all.contains("司马清风") || all.contains("9988"), all);
    assertEquals(
        "77.70",
        entries.getString(
            "data.auditEntries.nodes[0].changes.find { it.field == 'amount' }.after"));
    assertEquals(
        "PERSONAL",
        entries.getString(
            "data.auditEntries.nodes[0].changes.find { it.field == 'fullName' }.fieldClass"));
  }

  @Test
  void the_trail_is_walked_page_by_page() throws Exception {
    long record = submitted("990121101201");
    String id = id(RecordKind.DISCLOSURE, record);
    Portal.ask(
        Accounts.REVIEWER,
        "mutation($id: ID!) { approve(id: $id, version: \"1.2\") { version } }",
        Map.of("id", id));
    String first =
        "{ auditEntries(filter: { record: \"" + id + "\" }, first: 1, after: %s) " + FIELDS + " }";
    JsonPath one = Portal.json(Accounts.AUDITOR, first.formatted("null"));
    assertEquals(List.of("APPROVE"), one.getList("data.auditEntries.nodes.transition"));
    String cursor = one.getString("data.auditEntries.pageInfo.endCursor");
    JsonPath two = Portal.json(Accounts.AUDITOR, first.formatted("\"" + cursor + "\""));
    assertEquals(List.of("SUBMIT"), two.getList("data.auditEntries.nodes.transition"));
    assertFalse(two.getBoolean("data.auditEntries.pageInfo.hasNextPage"));
  }
}
