package org.heliograph.disclosure;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.heliograph.directory.Directory;
import org.heliograph.poweritem.PowerItemDrafts;
import org.heliograph.poweritem.PowerItemType;
import org.heliograph.shared.Audience;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.heliograph.support.Statements;
import org.heliograph.support.Walk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisclosureIT {
  private static final String RUN = Desk.fresh("DI");
  private static final String COUNTY = "990121000000";
  private static final String VILLAGE = "990121102201";
  private static final String MZJ = "QY-MZJ";
  private static final String NYJ = "QY-NYJ";
  private static final String PUBLIC_ITEM = RUN + "-ITEM";
  private static final String HIDDEN_ITEM = RUN + "-SECRET";
  private static final String SHARED_ITEM = RUN + "-SHARED";

  @Inject Desk desk;
  @Inject Directory directory;
  @Inject DisclosureType disclosures;
  @Inject PowerItemType items;

  private final List<String> linked =
      IntStream.range(0, 20).mapToObj(i -> String.format("%s-L%02d", RUN, i)).toList();

  private static Disclosure disclosure(
      String code, String organisation, Audience audience, String rest) {
    return Disclosure.draft(
        Desk.draft(
            DisclosureDraft.class,
            "{\"category\": \"MAJOR_DECISIONS\", \"content\": \"村道硬化\"" + rest + "}"),
        Desk.origin(code, organisation, VILLAGE, audience));
  }

  private static String related(String kind, String code) {
    return "{\"kind\": \"" + kind + "\", \"code\": \"" + code + "\"}";
  }

  @BeforeAll
  void put_disclosures_on_record() throws Exception {
    try (var plot = new Plot()) {
      plot.prepare();
    }
    desk.publish(
        items,
        List.of(
            PowerItemDrafts.full(PUBLIC_ITEM, NYJ, COUNTY, Audience.PUBLIC),
            PowerItemDrafts.full(HIDDEN_ITEM, NYJ, COUNTY, Audience.RESTRICTED),
            PowerItemDrafts.full(SHARED_ITEM, NYJ, COUNTY, Audience.PUBLIC),
            PowerItemDrafts.full(SHARED_ITEM, MZJ, COUNTY, Audience.PUBLIC)));
    var rows = new ArrayList<Disclosure>();
    rows.add(
        disclosure(
            RUN + "-DECISION",
            MZJ,
            Audience.PUBLIC,
            """
            , "period": "2026-Q1", "basis": "村民委员会组织法", "procedure": "四议两公开", "process": "三月二日表决", "result": "通过",
            "remark": "签到表另存", "publicityFrom": "2026-03-03", "publicityUntil": "2026-03-09",
            "attachments": [{"name": "会议记录.pdf", "mediaType": "application/pdf", "size": 20480, "sha256": "ab12", "note": "签字页"}],
            "decision": {"matter": "LARGE_SUM", "proposal": "支委会提议", "attendees": ["赵甲", "钱乙"], "votesFor": 31,
                         "votesAgainst": 2, "votesAbstained": 0, "noticeOn": "2026-03-01", "meetingOn": "2026-03-02"}
            """));
    rows.add(
        disclosure(
            RUN + "-PROJECT",
            MZJ,
            Audience.PUBLIC,
            """
            , "category": "GOVERNMENT_PROJECTS", "period": "2026", "project": {"name": "水渠", "budget": "1234567890.10",
            "changes": [{"on": "2026-02-01", "reason": "核减", "amount": "-500.00"}],
            "payments": [{"on": "2026-02-03", "amount": "300000.30"}]}
            """));
    rows.add(
        disclosure(
            RUN + "-CONTRACT",
            MZJ,
            Audience.PUBLIC,
            ", \"contract\": {\"asset\": \"鱼塘\", \"from\": \"2026-01-01\", \"amount\": \"8800.00\", \"unit\": \"元/年\"}"));
    rows.add(
        disclosure(
            RUN + "-ACCOUNT",
            MZJ,
            Audience.PUBLIC,
            ", \"account\": {\"lines\": [{\"name\": \"办公费\", \"budget\": \"100.00\", \"actual\": \"99.50\"}]}"));
    rows.add(
        disclosure(
            RUN + "-FIGURES",
            MZJ,
            Audience.PUBLIC,
            ", \"statistics\": {\"received\": 83979, \"finishedAtOnce\": 13278}"));
    rows.add(disclosure(RUN + "-INTERNAL", MZJ, Audience.INTERNAL, ""));
    rows.add(disclosure(RUN + "-RESTRICTED", MZJ, Audience.RESTRICTED, ""));
    String links =
        ", \"related\": ["
            + String.join(
                ", ",
                related("POWER_ITEM", HIDDEN_ITEM),
                related("DISCLOSURE", RUN + "-PROJECT"),
                related("CASE_OUTCOME", RUN + "-NONE"),
                related("POWER_ITEM", SHARED_ITEM),
                related("DISCLOSURE", RUN + "-RESTRICTED"),
                related("POWER_ITEM", PUBLIC_ITEM))
            + "]";
    for (int i = 0; i < linked.size(); i++) {
      rows.add(disclosure(linked.get(i), i % 2 == 0 ? MZJ : NYJ, Audience.PUBLIC, links));
    }
    desk.publish(disclosures, rows);
    try (var plot = new Plot()) {
      // its statements must not be taken for those of a request
      plot.awaitIndex();
    }
  }

  private static String ask(String code, String fields) {
    return "{disclosure(code: \"" + RUN + "-" + code + "\") {" + fields + "}}";
  }

  @Test
  void a_decision_is_told_with_its_five_disclosures() {
    var answer =
        Portal.json(
            Accounts.ANONYMOUS,
            ask(
                "DECISION",
                """
                category period form manner publicityFrom publicityUntil
                fiveDisclosures {content basis procedure process result}
                attachments {name mediaType size sha256 note}
                detail {... on Decision {matter proposal attendees votesFor votesAgainst votesAbstained noticeOn meetingOn}}
                """));
    assertNull(answer.get("errors"));
    assertEquals("DECISION", answer.getString("data.disclosure.form"));
    assertEquals("2026-Q1", answer.getString("data.disclosure.period"));
    assertEquals("2026-03-09", answer.getString("data.disclosure.publicityUntil"));
    assertEquals("村道硬化", answer.getString("data.disclosure.fiveDisclosures.content"));
    assertEquals("通过", answer.getString("data.disclosure.fiveDisclosures.result"));
    assertEquals(20480, answer.getInt("data.disclosure.attachments[0].size"));
    assertEquals("LARGE_SUM", answer.getString("data.disclosure.detail.matter"));
    assertEquals(31, answer.getInt("data.disclosure.detail.votesFor"));
    assertEquals("2026-03-01", answer.getString("data.disclosure.detail.noticeOn"));
    assertEquals(List.of("赵甲", "钱乙"), answer.getList("data.disclosure.detail.attendees"));
  }

  @Test
  void amounts_of_a_project_keep_every_digit() {
    String body =
        Portal.ask(
            Accounts.ANONYMOUS,
            ask(
                "PROJECT",
                "detail {... on GovernmentProject {name budget contractSum changes {on reason amount} payments {on amount}}}"));
    assertThat(body, containsString("1234567890.10"));
    assertThat(body, containsString("300000.30"));
    assertThat(body, containsString("-500.00"));
    assertThat(body, not(containsString("errors")));
  }

  @Test
  void each_form_brings_its_own_fields() {
    String fields =
        """
        form detail {... on AssetContract {asset from until unit} ... on Account {lines {name}}
        ... on HandlingStatistics {received finishedAtOnce committed}}
        """;
    var contract = Portal.json(Accounts.ANONYMOUS, ask("CONTRACT", fields));
    assertEquals("元/年", contract.getString("data.disclosure.detail.unit"));
    var account = Portal.json(Accounts.ANONYMOUS, ask("ACCOUNT", fields));
    assertEquals("办公费", account.getString("data.disclosure.detail.lines[0].name"));
    var figures = Portal.json(Accounts.ANONYMOUS, ask("FIGURES", fields));
    assertEquals(83979, figures.getInt("data.disclosure.detail.received"));
    assertEquals("STATISTICS", figures.getString("data.disclosure.form"));
  }

  @Test
  void only_people_in_office_read_the_remark() {
    for (Accounts account : Accounts.values()) {
      var answer = Portal.json(account, ask("DECISION", "remark"));
      String expected =
          switch (account) {
            case STAFF, EDITOR, REVIEWER, DEPUTY, SERVICE, SUPERVISOR, AUDITOR, ADMIN -> "签到表另存";
            case ANONYMOUS, CITIZEN, STAFF_EAST, EDITOR_NYJ, EDITOR_BARE, SUPERVISOR_TOWN -> null;
          };
      assertEquals(expected, answer.getString("data.disclosure.remark"), account.name());
      assertNull(answer.get("errors"), account.name());
    }
  }

  @Test
  void an_audience_decides_for_whom_a_disclosure_exists() {
    for (Accounts account : Accounts.values()) {
      boolean internal =
          switch (account) {
            case STAFF, EDITOR, REVIEWER, DEPUTY, SERVICE, SUPERVISOR, AUDITOR, ADMIN -> true;
            case ANONYMOUS, CITIZEN, STAFF_EAST, EDITOR_NYJ, EDITOR_BARE, SUPERVISOR_TOWN -> false;
          };
      boolean restricted =
          switch (account) {
            case EDITOR, REVIEWER, DEPUTY, SERVICE, SUPERVISOR -> true;
            case ANONYMOUS,
                CITIZEN,
                STAFF,
                STAFF_EAST,
                EDITOR_NYJ,
                EDITOR_BARE,
                SUPERVISOR_TOWN,
                AUDITOR,
                ADMIN ->
                false;
          };
      assertEquals(internal, exists(account, "INTERNAL"), account.name());
      assertEquals(restricted, exists(account, "RESTRICTED"), account.name());
    }
  }

  private static boolean exists(Accounts account, String code) {
    var answer = Portal.json(account, ask(code, "code"));
    if (answer.get("data.disclosure") != null) {
      return true;
    }
    assertEquals("NOT_FOUND", answer.getString("errors[0].extensions.code"));
    return false;
  }

  @Test
  void related_records_that_do_not_exist_for_the_viewer_leave_no_trace() {
    String query =
        ask("L00", "related {code kind organisation {code} ... on PowerItem {riskPoints {code}}}");
    String body = Portal.ask(Accounts.ANONYMOUS, query);
    assertThat(body, not(containsString("SECRET")));
    assertThat(body, not(containsString("RESTRICTED")));
    assertThat(body, not(containsString("null")));
    var anonymous = Portal.json(Accounts.ANONYMOUS, query);
    assertEquals(
        List.of(RUN + "-PROJECT", SHARED_ITEM, PUBLIC_ITEM),
        anonymous.getList("data.disclosure.related.code"));
    assertEquals("F01", anonymous.getString("data.disclosure.related[2].riskPoints[0].code"));
    var supervisor = Portal.json(Accounts.SUPERVISOR, query);
    assertEquals(
        List.of(HIDDEN_ITEM, RUN + "-PROJECT", SHARED_ITEM, RUN + "-RESTRICTED", PUBLIC_ITEM),
        supervisor.getList("data.disclosure.related.code"));
  }

  @Test
  void a_code_that_two_organisations_use_means_the_one_of_the_same_organisation() {
    String fields = "organisation {code} related {organisation {code}}";
    var ofMzj = Portal.json(Accounts.ANONYMOUS, ask("L00", fields));
    assertEquals(MZJ, ofMzj.getString("data.disclosure.related[1].organisation.code"));
    var ofNyj = Portal.json(Accounts.ANONYMOUS, ask("L01", fields));
    assertEquals(NYJ, ofNyj.getString("data.disclosure.related[1].organisation.code"));
  }

  private static String among(List<String> codes) {
    return "filter: {codes: [\"" + String.join("\", \"", codes) + "\"]}";
  }

  private List<String> statementsForAPageOf(int size) {
    directory.refresh();
    try (var statements = new Statements()) {
      var answer =
          Portal.json(
              Accounts.ANONYMOUS,
              "{disclosures("
                  + among(linked.subList(0, size))
                  + """
                   first: 100) {totalCount nodes {title organisation {name} region {pathName}
                    related {code title organisation {name} ... on PowerItem {steps {key} riskPoints {code}}}}}}
                  """);
      assertEquals(size, answer.getInt("data.disclosures.totalCount"));
      assertEquals(3, answer.getList("data.disclosures.nodes[" + (size - 1) + "].related").size());
      return statements.heard();
    }
  }

  @Test
  void a_page_with_related_records_costs_the_same_statements_whatever_its_size() {
    var five = statementsForAPageOf(5);
    var twenty = statementsForAPageOf(20);
    assertEquals(five.size(), twenty.size(), () -> String.join("\n", twenty));
    // rows with total, organisations, regions; of the related: items, their steps with risk points,
    // disclosures, outcomes
    assertEquals(7, twenty.size(), () -> String.join("\n", twenty));
  }

  @Test
  void a_list_reads_the_same_from_either_end() {
    String byCode = among(linked) + " sort: {by: CODE, direction: ASCENDING}";
    assertEquals(linked, Walk.forward(Accounts.ANONYMOUS, "disclosures", byCode, 6));
    assertEquals(linked.reversed(), Walk.backward(Accounts.ANONYMOUS, "disclosures", byCode, 6));
    String byTime = among(linked);
    assertEquals(
        Walk.forward(Accounts.ANONYMOUS, "disclosures", byTime, 6).reversed(),
        Walk.backward(Accounts.ANONYMOUS, "disclosures", byTime, 6));
  }

  @Test
  void filters_narrow_by_category_period_form_and_open_publicity() {
    var all =
        List.of(
            RUN + "-DECISION",
            RUN + "-PROJECT",
            RUN + "-CONTRACT",
            RUN + "-ACCOUNT",
            RUN + "-FIGURES");
    assertEquals(List.of(RUN + "-PROJECT"), narrowed(all, "categories: [GOVERNMENT_PROJECTS]"));
    assertEquals(List.of(RUN + "-DECISION"), narrowed(all, "periods: [\"2026-Q1\"]"));
    assertEquals(
        List.of(RUN + "-ACCOUNT", RUN + "-CONTRACT"), narrowed(all, "forms: [CONTRACT, ACCOUNT]"));
    assertEquals(List.of(RUN + "-DECISION"), narrowed(all, "publicityOn: \"2026-03-09\""));
    assertEquals(List.of(), narrowed(all, "publicityOn: \"2026-03-10\""));
    assertEquals(List.of(), narrowed(all, "manners: [ON_REQUEST]"));
  }

  private static List<String> narrowed(List<String> codes, String more) {
    return Walk.forward(
        Accounts.ANONYMOUS,
        "disclosures",
        "filter: {codes: [\""
            + String.join("\", \"", codes)
            + "\"] "
            + more
            + "} sort: {by: CODE, direction: ASCENDING}",
        50);
  }
}
