package org.heliograph.caseoutcome;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.heliograph.statute.StatuteArticle;
import org.heliograph.statute.StatuteArticleType;
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
class CaseOutcomeIT {
  private static final String RUN = Desk.fresh("CO");
  private static final String COUNTY = "990121000000";
  private static final String VILLAGE = "990121102201";
  private static final String MZJ = "QY-MZJ";
  private static final String NYJ = "QY-NYJ";
  private static final String OPEN_ITEM = RUN + "-ITEM";
  private static final String SECRET_ITEM = RUN + "-SECRET";
  private static final String SHARED_ITEM = RUN + "-SHARED";

  @Inject Desk desk;
  @Inject Directory directory;
  @Inject CaseOutcomeType outcomes;
  @Inject PowerItemType items;
  @Inject StatuteArticleType articles;

  private final List<String> codes =
      IntStream.range(0, 20).mapToObj(i -> String.format("%s-%02d", RUN, i)).toList();

  private static CaseOutcome outcome(String code, String organisation, String rest) {
    return CaseOutcome.draft(
        Desk.draft(
            CaseOutcomeDraft.class,
            """
            {"respondent": "苏某", "respondentName": "苏有福", "facts": "截留低保金",
             "reporter": "举报人王五", "remark": "案卷第3册", "legalBases": [{"law": "中华人民共和国示范处分法", "article": "第三十三条"}, {"law": "村规"}],
             "outcomes": [{"measure": "党内严重警告"}, {"measure": "责令退缴", "amount": "21460.00", "detail": "已发还"}]
            """
                + rest
                + "}"),
        Desk.origin(code, organisation, VILLAGE, Audience.PUBLIC));
  }

  private static String particulars(
      String type, String violation, String number, String decidedOn) {
    String about = type.equals("ADMINISTRATIVE_PENALTY") ? "ORGANISATION" : "PERSON";
    return ", \"respondentKind\": \"%s\", \"type\": \"%s\", \"violationCategory\": \"%s\", \"documentNumber\": \"%s\", \"decidedOn\": \"%s\""
        .formatted(about, type, violation, number, decidedOn);
  }

  private static String leadsTo(String item, String risk) {
    return ", \"powerItem\": \"" + item + "\", \"riskPoint\": \"" + risk + "\"";
  }

  @BeforeAll
  void put_outcomes_on_record() throws Exception {
    try (var plot = new Plot()) {
      plot.prepare();
    }
    desk.publish(
        articles,
        List.of(
            StatuteArticle.draft(
                new StatuteArticle.Draft("示范处分法", "第三十三条", "不得侵占。", null, null),
                Desk.origin(RUN + "-S", "NATIONAL", "000000000000", Audience.PUBLIC))));
    desk.publish(
        items,
        List.of(
            PowerItemDrafts.full(OPEN_ITEM, NYJ, COUNTY, Audience.PUBLIC),
            PowerItemDrafts.full(SECRET_ITEM, NYJ, COUNTY, Audience.RESTRICTED),
            PowerItemDrafts.full(SHARED_ITEM, NYJ, COUNTY, Audience.PUBLIC),
            PowerItemDrafts.full(SHARED_ITEM, MZJ, COUNTY, Audience.PUBLIC)));
    var rows = new ArrayList<CaseOutcome>();
    for (int i = 0; i < codes.size(); i++) {
      // two outcomes a day: the row's id has to break ties
      String day = String.format("2026-02-%02d", 1 + i / 2);
      rows.add(
          outcome(
              codes.get(i),
              i % 2 == 0 ? MZJ : NYJ,
              particulars("DISCIPLINE", "侵占挪用", "清纪〔2026〕" + i + "号", day)
                  + leadsTo(OPEN_ITEM, "F01")));
    }
    rows.add(
        outcome(
            RUN + "-HIDDEN",
            MZJ,
            particulars("DISCIPLINE", "滥用职权", "清纪〔2026〕51号", "2026-03-01")
                + leadsTo(SECRET_ITEM, "F01")));
    rows.add(
        outcome(
            RUN + "-SAME",
            MZJ,
            particulars("JUDICIAL", "受贿", "清刑〔2026〕3号", "2026-03-02")
                + leadsTo(SHARED_ITEM, "F99")));
    rows.add(
        outcome(
            RUN + "-PENALTY",
            MZJ,
            particulars("ADMINISTRATIVE_PENALTY", "无照经营", "清罚〔2026〕9号", "2026-03-03")
                + ", \"exposure\": true"));
    desk.publish(outcomes, rows);
    try (var plot = new Plot()) {
      // its statements must not be taken for those of a request
      plot.awaitIndex();
    }
  }

  private static String ask(String code, String fields) {
    return "{caseOutcome(code: \"" + code + "\") {" + fields + "}}";
  }

  @Test
  void an_outcome_is_told_with_its_measures_and_articles() {
    String query =
        ask(
            codes.getFirst(),
            """
            type respondentKind respondent violationCategory facts documentNumber decidedOn exposure
            outcomes {measure amount detail} legalBases {law article statuteArticle {text}}
            powerItem {code riskPoints {code}} riskPoint {code description measures {description}}
            """);
    assertThat(Portal.ask(Accounts.ANONYMOUS, query), containsString("21460.00"));
    var answer = Portal.json(Accounts.ANONYMOUS, query);
    assertNull(answer.get("errors"));
    assertEquals("苏某", answer.getString("data.caseOutcome.respondent"));
    assertEquals("2026-02-01", answer.getString("data.caseOutcome.decidedOn"));
    assertEquals("党内严重警告", answer.getString("data.caseOutcome.outcomes[0].measure"));
    assertNull(answer.get("data.caseOutcome.outcomes[0].amount"));
    assertEquals("不得侵占。", answer.getString("data.caseOutcome.legalBases[0].statuteArticle.text"));
    assertNull(answer.get("data.caseOutcome.legalBases[1].statuteArticle"));
    assertEquals(OPEN_ITEM, answer.getString("data.caseOutcome.powerItem.code"));
    assertEquals("优亲厚友", answer.getString("data.caseOutcome.riskPoint.description"));
    assertEquals(
        List.of("公示", "抽查"), answer.getList("data.caseOutcome.riskPoint.measures.description"));
  }

  @Test
  void the_whole_name_and_the_remark_follow_their_classes() {
    for (Accounts account : Accounts.values()) {
      var answer = Portal.json(account, ask(codes.getFirst(), "respondent respondentName remark"));
      boolean personal =
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
      boolean internal =
          switch (account) {
            case STAFF, EDITOR, REVIEWER, DEPUTY, SERVICE, SUPERVISOR, AUDITOR, ADMIN -> true;
            case ANONYMOUS, CITIZEN, STAFF_EAST, EDITOR_NYJ, EDITOR_BARE, SUPERVISOR_TOWN -> false;
          };
      assertEquals("苏某", answer.getString("data.caseOutcome.respondent"), account.name());
      assertEquals(
          personal ? "苏有福" : null,
          answer.getString("data.caseOutcome.respondentName"),
          account.name());
      assertEquals(
          internal ? "案卷第3册" : null, answer.getString("data.caseOutcome.remark"), account.name());
      assertNull(answer.get("errors"), account.name());
    }
  }

  @Test
  void who_reported_is_in_no_schema_and_no_index() {
    var fields =
        Portal.json(Accounts.ADMIN, "{__type(name: \"CaseOutcome\") {fields {name}}}")
            .getList("data.__type.fields.name", String.class);
    assertFalse(fields.contains("reporter"));
    var row = outcome("X", MZJ, particulars("JUDICIAL", "受贿", "1号", "2026-03-01"));
    for (var field : outcomes.fields()) {
      Object value =
          switch (field.name()) {
            // set by the store alone
            case "stage", "audience", "publishedAt" -> null;
            default -> field.value().apply(row);
          };
      assertFalse(String.valueOf(value).contains("王五"), field.name());
    }
  }

  @Test
  void a_power_item_that_does_not_exist_for_the_viewer_leaves_no_trace() {
    String query = ask(RUN + "-HIDDEN", "powerItem {code title} riskPoint {code}");
    String body = Portal.ask(Accounts.ANONYMOUS, query);
    assertThat(body, not(containsString("SECRET")));
    assertThat(body, not(containsString("F01")));
    assertThat(body, not(containsString("errors")));
    var supervisor = Portal.json(Accounts.SUPERVISOR, query);
    assertEquals(SECRET_ITEM, supervisor.getString("data.caseOutcome.powerItem.code"));
    assertEquals("F01", supervisor.getString("data.caseOutcome.riskPoint.code"));
  }

  @Test
  void a_code_that_two_organisations_use_means_the_one_of_the_same_organisation() {
    var answer =
        Portal.json(
            Accounts.ANONYMOUS,
            ask(RUN + "-SAME", "powerItem {organisation {code}} riskPoint {code}"));
    assertEquals(MZJ, answer.getString("data.caseOutcome.powerItem.organisation.code"));
    // the item has no such risk point
    assertNull(answer.get("data.caseOutcome.riskPoint"));
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
              "{caseOutcomes("
                  + among(codes.subList(0, size))
                  + """
                   first: 100) {totalCount nodes {title organisation {name} region {pathName}
                    legalBases {law statuteArticle {text}} powerItem {title steps {key}}
                    riskPoint {code measures {description}}}}}
                  """);
      assertEquals(size, answer.getInt("data.caseOutcomes.totalCount"));
      String last = "data.caseOutcomes.nodes[" + (size - 1) + "]";
      assertEquals("F01", answer.getString(last + ".riskPoint.code"));
      assertEquals(2, answer.getList(last + ".powerItem.steps").size());
      return statements.heard();
    }
  }

  @Test
  void a_page_with_all_links_costs_the_same_statements_whatever_its_size() {
    var five = statementsForAPageOf(5);
    var twenty = statementsForAPageOf(20);
    assertEquals(five.size(), twenty.size(), () -> String.join("\n", twenty));
    // rows with total, organisations, regions, articles, items, their steps, their risk points with
    // measures
    assertEquals(7, twenty.size(), () -> String.join("\n", twenty));
  }

  @Test
  void a_list_reads_the_same_from_either_end_in_every_order() {
    String byCode = among(codes) + " sort: {by: CODE, direction: ASCENDING}";
    assertEquals(codes, Walk.forward(Accounts.ANONYMOUS, "caseOutcomes", byCode, 7));
    assertEquals(codes.reversed(), Walk.backward(Accounts.ANONYMOUS, "caseOutcomes", byCode, 7));
    // latest decision first unless asked otherwise; the same day: latest row first
    assertEquals(
        codes.reversed(), Walk.forward(Accounts.ANONYMOUS, "caseOutcomes", among(codes), 3));
    assertEquals(codes, Walk.backward(Accounts.ANONYMOUS, "caseOutcomes", among(codes), 3));
    String byDay = among(codes) + " sort: {by: DECIDED_ON, direction: ASCENDING}";
    assertEquals(codes, Walk.forward(Accounts.ANONYMOUS, "caseOutcomes", byDay, 3));
  }

  @Test
  void filters_narrow_by_what_was_decided_when_and_about_whom() {
    String hidden = RUN + "-HIDDEN";
    String same = RUN + "-SAME";
    String penalty = RUN + "-PENALTY";
    assertEquals(List.of(hidden), narrowed("types: [DISCIPLINE]"));
    assertEquals(List.of(hidden, same), narrowed("violationCategories: [\"受贿\", \"滥用职权\"]"));
    assertEquals(List.of(penalty), narrowed("exposure: true"));
    assertEquals(List.of(hidden, same), narrowed("exposure: false"));
    assertEquals(List.of(penalty), narrowed("respondentKinds: [ORGANISATION]"));
    assertEquals(List.of(same), narrowed("documentNumbers: [\"清刑〔2026〕3号\"]"));
    assertEquals(
        List.of(same), narrowed("decidedFrom: \"2026-03-02\" decidedUntil: \"2026-03-02\""));
  }

  private static List<String> narrowed(String more) {
    return Walk.forward(
        Accounts.ANONYMOUS,
        "caseOutcomes",
        "filter: {codes: [\"%s-HIDDEN\", \"%s-SAME\", \"%s-PENALTY\"] %s} sort: {by: DECIDED_ON, direction: ASCENDING}"
            .formatted(RUN, RUN, RUN, more),
        2);
  }
}
