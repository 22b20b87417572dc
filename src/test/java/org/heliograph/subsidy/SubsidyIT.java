package org.heliograph.subsidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.heliograph.directory.Directory;
import org.heliograph.shared.Audience;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.heliograph.support.Statements;
import org.heliograph.support.Walk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubsidyIT {
  private static final String RUN = Desk.fresh("SB");
  private static final String FULL = RUN + "-FULL";
  private static final String MASKED = RUN + "-MASKED";
  private static final String HIDDEN = RUN + "-HIDDEN";
  private static final String WIDE = RUN + "-WIDE";
  private static final String COUNTY = "990121000000";
  private static final String TOWN = "990121101000";
  private static final String VILLAGE = "990121101201";
  private static final String OTHER_VILLAGE = "990121102201";
  private static final String NAME = "欧阳淑芬";

  @Inject Desk desk;
  @Inject Directory directory;
  @Inject ProgrammeWriter programmes;
  @Inject SubsidyBeneficiaryType type;
  @Inject PersonKey keys;

  private final List<String> codes =
      IntStream.range(0, 20).mapToObj(i -> String.format("%s-%02d", RUN, i)).toList();

  private static SubsidyProgramme programme(String code, PublicityRule rule, boolean sensitive) {
    return SubsidyProgramme.of(
        new SubsidyProgramme.Draft(
            code,
            "项目" + code,
            "民生救助",
            code.equals(FULL) ? "QY-NYJ" : "QY-MZJ",
            COUNTY,
            "《社会救助暂行办法》",
            "按月发放",
            rule,
            sensitive,
            LocalDate.parse("2024-07-01"),
            null));
  }

  private SubsidyBeneficiary row(
      String code, SubsidyProgramme programme, String region, Audience audience, String amount) {
    return SubsidyBeneficiary.draft(
        new SubsidyBeneficiaryDraft(
            2026,
            "2026-09",
            NAME,
            IdentityNumber.parse("990121198004107300"),
            "1447",
            3,
            "A类",
            new BigDecimal(amount),
            LocalDate.parse("2026-09-10"),
            null,
            CadreRelation.NONE,
            null,
            null),
        programme,
        keys,
        Desk.origin(code, "QY-MZJ", region, audience));
  }

  @BeforeAll
  void put_receipts_on_record() throws Exception {
    var full = programme(FULL, PublicityRule.FULL, false);
    var masked = programme(MASKED, PublicityRule.MASKED, false);
    var hidden = programme(HIDDEN, PublicityRule.HIDDEN, true);
    var wide = programme(WIDE, PublicityRule.MASKED, false);
    try (var plot = new Plot()) {
      plot.prepare();
      var outcome = programmes.save(List.of(full, masked, hidden, wide), (session, saved) -> {});
      assertEquals(4, outcome.saved().written());
      // a year and a status each: more groups than a summary answers
      plot.run(
          """
          insert into subsidy_beneficiary(id, record_id, revision, stage, audience, code, title, organisation,
            visible_from, published_at, created_at, created_by, changed_at, changed_by,
            programme, year, shown_name, full_name, amount, paid_on, status)
          select n, n, 1, 'PUBLISHED', 'PUBLIC', ? || n, 't', 'QY-MZJ', '2026-01-01Z', '2026-01-01Z', now(), 't', now(), 't',
            ?, year, '某', '某', 1.01, '2026-01-01', status
          from (select nextval('record_id_seq') as n, year, status from generate_series(1949, 2200) year,
            unnest(array['PAID', 'SUSPENDED', 'STOPPED', 'RETURNED']) status) all_of_them
          """,
          WIDE,
          WIDE);
    }
    var rows = new ArrayList<SubsidyBeneficiary>();
    for (int i = 0; i < codes.size(); i++) {
      // five rows to an amount: the row's id breaks the tie
      rows.add(
          row(
              codes.get(i),
              i % 2 == 0 ? full : masked,
              i % 4 < 2 ? VILLAGE : OTHER_VILLAGE,
              Audience.PUBLIC,
              (i % 4 + 1) + "00.1"));
    }
    rows.add(row(RUN + "-H", hidden, VILLAGE, Audience.PUBLIC, "88"));
    rows.add(row(RUN + "-I", masked, VILLAGE, Audience.INTERNAL, "5000"));
    rows.add(row(RUN + "-R", masked, VILLAGE, Audience.RESTRICTED, "9000"));
    desk.publish(type, rows);
    desk.keepAsDraft(type, List.of(row(RUN + "-D", masked, VILLAGE, Audience.PUBLIC, "70000")));
    // a correction in work beside a public receipt
    var correction = row(codes.getFirst(), full, VILLAGE, Audience.PUBLIC, "99999.99");
    correction.contentHash = "corrected";
    desk.keepAsDraft(type, List.of(correction));
  }

  private static String quoted(List<String> codes) {
    return "[\"" + String.join("\", \"", codes) + "\"]";
  }

  private static String filter(String more) {
    return "filter: {programmes: " + quoted(List.of(FULL, MASKED, HIDDEN)) + " " + more + "}";
  }

  private static JsonPath one(Accounts account, String code, String fields) {
    return Portal.json(account, "{subsidyBeneficiary(code: \"" + code + "\") {" + fields + "}}");
  }

  @Test
  void a_receipt_names_its_person_as_the_rule_says() {
    var full = one(Accounts.ANONYMOUS, codes.get(2), "shownName programme {code publicityRule}");
    assertEquals(NAME, full.getString("data.subsidyBeneficiary.shownName"));
    assertEquals("FULL", full.getString("data.subsidyBeneficiary.programme.publicityRule"));
    var masked = one(Accounts.ANONYMOUS, codes.get(1), "shownName title");
    assertEquals("欧阳某某", masked.getString("data.subsidyBeneficiary.shownName"));
    var hidden = one(Accounts.ANONYMOUS, RUN + "-H", "shownName programme {sensitive}");
    assertEquals("不公开", hidden.getString("data.subsidyBeneficiary.shownName"));
    assertTrue(hidden.getBoolean("data.subsidyBeneficiary.programme.sensitive"));
  }

  @Test
  void only_who_is_in_charge_reads_whole_names_and_accounts() {
    for (Accounts account : Accounts.values()) {
      boolean inCharge =
          switch (account) {
            case EDITOR, REVIEWER, DEPUTY, SERVICE, SUPERVISOR, SUPERVISOR_TOWN -> true;
            case ANONYMOUS, CITIZEN, STAFF, STAFF_EAST, EDITOR_NYJ, EDITOR_BARE, AUDITOR, ADMIN ->
                false;
          };
      var answer = one(account, codes.get(1), "fullName bankTail");
      assertNull(answer.get("errors"), account.name());
      assertEquals(
          inCharge ? NAME : null,
          answer.getString("data.subsidyBeneficiary.fullName"),
          account.name());
      assertEquals(
          inCharge ? "1447" : null,
          answer.getString("data.subsidyBeneficiary.bankTail"),
          account.name());
    }
  }

  @Test
  void the_key_of_a_person_is_not_in_the_schema() {
    String schema = Portal.ask(Accounts.ANONYMOUS, "{__schema {types {fields {name}}}}");
    assertFalse(schema.contains("personKey"));
    assertTrue(schema.contains("bankTail"));
  }

  @Test
  void an_amount_is_a_string_with_two_places() {
    assertEquals(
        "{\"data\":{\"subsidyBeneficiary\":{\"amount\":\"200.10\"}}}",
        Portal.ask(
            Accounts.ANONYMOUS, "{subsidyBeneficiary(code: \"" + codes.get(1) + "\") {amount}}"));
  }

  private static int total(Accounts account, String more) {
    return Portal.json(account, "{subsidyBeneficiaries(" + filter(more) + ") {totalCount}}")
        .getInt("data.subsidyBeneficiaries.totalCount");
  }

  @Test
  void an_amount_is_read_from_a_string_or_a_number() {
    for (String amount : List.of("\"300.10\"", "300.10", "300.1", "\"300.1\"", "3001E-1")) {
      assertEquals(10, total(Accounts.ANONYMOUS, "amountFrom: " + amount), amount);
    }
    assertEquals(11, total(Accounts.ANONYMOUS, "amountUntil: 200.10"));
    String query =
        "query($from: Decimal) {subsidyBeneficiaries("
            + filter("amountFrom: $from")
            + ") {totalCount}}";
    for (Object amount : new Object[] {"300.10", 300.1, new BigDecimal("300.10")}) {
      assertEquals(
          10,
          JsonPath.from(Portal.ask(Accounts.ANONYMOUS, query, Map.of("from", amount)))
              .getInt("data.subsidyBeneficiaries.totalCount"));
    }
    assertEquals(
        20,
        JsonPath.from(Portal.ask(Accounts.ANONYMOUS, query, Map.of("from", 100)))
            .getInt("data.subsidyBeneficiaries.totalCount"));
  }

  @Test
  void what_is_no_amount_is_refused_without_being_repeated() {
    for (String amount : List.of("\"987.654\"", "987.654", "\"987654x\"", "9.87654e300", "true")) {
      String body =
          Portal.ask(
              Accounts.ANONYMOUS,
              "{subsidyBeneficiaries(filter: {amountFrom: " + amount + "}) {totalCount}}");
      assertTrue(body.contains("\"errors\""), body);
      assertFalse(body.contains("987"), body);
      assertFalse(body.contains("xception"), body);
    }
  }

  @Test
  void each_filter_narrows() {
    assertEquals(21, total(Accounts.ANONYMOUS, ""));
    assertEquals(21, total(Accounts.ANONYMOUS, "years: [2026]"));
    assertEquals(0, total(Accounts.ANONYMOUS, "years: [2025]"));
    assertEquals(21, total(Accounts.ANONYMOUS, "periods: [\"2026-09\", \"2026-10\"]"));
    assertEquals(0, total(Accounts.ANONYMOUS, "periods: []"));
    assertEquals(
        21, total(Accounts.ANONYMOUS, "paidFrom: \"2026-09-10\" paidUntil: \"2026-09-10\""));
    assertEquals(0, total(Accounts.ANONYMOUS, "paidFrom: \"2026-09-11\""));
    assertEquals(21, total(Accounts.ANONYMOUS, "statuses: [PAID]"));
    assertEquals(0, total(Accounts.ANONYMOUS, "statuses: [STOPPED, RETURNED]"));
    assertEquals(21, total(Accounts.ANONYMOUS, "cadreRelations: [NONE]"));
    assertEquals(0, total(Accounts.ANONYMOUS, "cadreRelations: [CADRE, RELATIVE]"));
    assertEquals(11, total(Accounts.ANONYMOUS, "regions: [\"" + TOWN + "\"]"));
    assertEquals(10, total(Accounts.ANONYMOUS, "regions: [\"" + OTHER_VILLAGE + "\"]"));
    assertEquals(
        1, total(Accounts.ANONYMOUS, "regions: [\"" + TOWN + "\"] codes: [\"" + RUN + "-H\"]"));
  }

  @Test
  void lists_and_totals_follow_the_viewer() {
    assertEquals(21, total(Accounts.ANONYMOUS, ""));
    assertEquals(22, total(Accounts.STAFF, ""));
    assertEquals(21, total(Accounts.EDITOR_NYJ, ""));
    // internal, restricted, draft and correction
    assertEquals(25, total(Accounts.EDITOR, ""));
    assertEquals(25, total(Accounts.SUPERVISOR, ""));
  }

  private List<String> statementsForAPageOf(int size, String connection) {
    directory.refresh();
    try (var statements = new Statements()) {
      var answer =
          Portal.json(
              Accounts.ANONYMOUS,
              "{subsidyBeneficiaries(filter: {codes: "
                  + quoted(codes.subList(0, size))
                  + "} first: 100) {"
                  + connection
                  + " nodes {code title organisation {name} region {pathName}"
                  + " programme {name organisation {name} region {name}}}}}");
      assertNull(answer.get("errors"));
      assertEquals(size, answer.getList("data.subsidyBeneficiaries.nodes").size());
      return statements.heard();
    }
  }

  @Test
  void a_page_costs_the_same_statements_whatever_its_size() {
    var five = statementsForAPageOf(5, "totalCount");
    var twenty = statementsForAPageOf(20, "totalCount");
    assertEquals(five.size(), twenty.size(), () -> String.join("\n", twenty));
    // rows with total, organisations, regions, programmes, the programmes' organisations and region
    assertTrue(twenty.size() <= 6, () -> String.join("\n", twenty));
  }

  @Test
  void a_total_is_counted_only_when_asked_for() {
    assertTrue(
        statementsForAPageOf(5, "totalCount").stream().anyMatch(sql -> sql.contains("count(*)")));
    assertFalse(
        statementsForAPageOf(5, "pageInfo {hasNextPage}").stream()
            .anyMatch(sql -> sql.contains("count(*)")));
  }

  @Test
  void a_list_reads_the_same_from_either_end_also_among_equal_amounts() {
    String byAmount = "filter: {codes: " + quoted(codes) + "} sort: {by: AMOUNT}";
    var highestFirst =
        codes.stream()
            .sorted(
                Comparator.comparing((String code) -> codes.indexOf(code) % 4)
                    .thenComparing(codes::indexOf)
                    .reversed())
            .toList();
    assertEquals(
        highestFirst, Walk.forward(Accounts.ANONYMOUS, "subsidyBeneficiaries", byAmount, 3));
    assertEquals(
        highestFirst.reversed(),
        Walk.backward(Accounts.ANONYMOUS, "subsidyBeneficiaries", byAmount, 3));
    for (String by : List.of("PAID_ON", "PUBLISHED_AT", "CODE")) {
      for (String direction : List.of("ASCENDING", "DESCENDING")) {
        String sorted =
            "filter: {codes: "
                + quoted(codes)
                + "} sort: {by: "
                + by
                + " direction: "
                + direction
                + "}";
        assertEquals(
            direction.equals("ASCENDING") ? codes : codes.reversed(),
            Walk.forward(Accounts.ANONYMOUS, "subsidyBeneficiaries", sorted, 7),
            sorted);
        assertEquals(
            direction.equals("ASCENDING") ? codes.reversed() : codes,
            Walk.backward(Accounts.ANONYMOUS, "subsidyBeneficiaries", sorted, 7),
            sorted);
      }
    }
  }

  private static JsonPath summary(Accounts account, @Nullable String groupBy, String groups) {
    return Portal.json(
        account,
        "{subsidySummary("
            + (groupBy == null ? "" : "groupBy: " + groupBy + " ")
            + filter("")
            + ") {count sum groups {count sum "
            + groups
            + "}}}");
  }

  @Test
  void a_summary_adds_up_exactly_what_the_viewer_may_see() {
    // 5 × (100.10 + 200.10 + 300.10 + 400.10) + 88
    assertSummary(Accounts.ANONYMOUS, 21, "5090.00");
    assertSummary(Accounts.STAFF, 22, "10090.00");
    assertSummary(Accounts.AUDITOR, 22, "10090.00");
    assertSummary(Accounts.EDITOR_NYJ, 21, "5090.00");
    // the draft counts, the correction beside a public receipt does not
    assertSummary(Accounts.EDITOR, 24, "89090.00");
    assertSummary(Accounts.SUPERVISOR, 24, "89090.00");
  }

  private static void assertSummary(Accounts account, int count, String sum) {
    var whole = summary(account, null, "");
    assertNull(whole.get("errors"), () -> whole.prettify());
    assertEquals(count, whole.getInt("data.subsidySummary.count"), account.name());
    assertEquals(sum, whole.getString("data.subsidySummary.sum"), account.name());
    assertEquals(1, whole.getList("data.subsidySummary.groups").size(), account.name());
    var parts = summary(account, "[VILLAGE, PROGRAMME]", "");
    assertEquals(count, parts.getInt("data.subsidySummary.count"), account.name());
    assertEquals(sum, parts.getString("data.subsidySummary.sum"), account.name());
    assertEquals(
        count,
        parts.getList("data.subsidySummary.groups.count", Integer.class).stream()
            .mapToInt(Integer::intValue)
            .sum(),
        account.name());
  }

  @Test
  void groups_bear_the_keys_they_were_made_by() {
    var byProgramme =
        summary(Accounts.ANONYMOUS, "[PROGRAMME, YEAR]", "programme {code name} year");
    assertEquals(
        List.of(FULL, HIDDEN, MASKED),
        byProgramme.getList("data.subsidySummary.groups.programme.code"));
    assertEquals(List.of(10, 1, 10), byProgramme.getList("data.subsidySummary.groups.count"));
    assertEquals(
        List.of("2001.00", "88.00", "3001.00"),
        byProgramme.getList("data.subsidySummary.groups.sum"));
    assertEquals(List.of(2026, 2026, 2026), byProgramme.getList("data.subsidySummary.groups.year"));
    var byPlace =
        summary(
            Accounts.ANONYMOUS,
            "[COUNTY, TOWNSHIP, VILLAGE, STATUS]",
            "county {code} township {code name} village {code name} status programme {code}");
    assertEquals(
        List.of(COUNTY, COUNTY), byPlace.getList("data.subsidySummary.groups.county.code"));
    assertEquals(
        List.of(VILLAGE, OTHER_VILLAGE),
        byPlace.getList("data.subsidySummary.groups.village.code"));
    assertEquals("柳湾村", byPlace.getString("data.subsidySummary.groups[0].village.name"));
    assertEquals("东溪镇", byPlace.getString("data.subsidySummary.groups[0].township.name"));
    assertEquals(List.of("PAID", "PAID"), byPlace.getList("data.subsidySummary.groups.status"));
    assertNull(byPlace.get("data.subsidySummary.groups[0].programme"));
    assertEquals(List.of(11, 10), byPlace.getList("data.subsidySummary.groups.count"));
  }

  @Test
  void nothing_adds_up_to_nothing() {
    var none =
        Portal.json(
            Accounts.ANONYMOUS,
            "{subsidySummary(filter: {programmes: [\"nobody\"]}) {count sum groups {count sum}}}");
    assertNull(none.get("errors"), () -> none.prettify());
    assertEquals(0, none.getInt("data.subsidySummary.count"));
    assertEquals("0.00", none.getString("data.subsidySummary.sum"));
    var noGroups =
        Portal.json(
            Accounts.ANONYMOUS,
            "{subsidySummary(groupBy: [YEAR] filter: {programmes: [\"nobody\"]}) {count groups {count}}}");
    assertEquals(List.of(), noGroups.getList("data.subsidySummary.groups"));
  }

  @Test
  void more_groups_than_anybody_reads_are_refused() {
    String wide = "filter: {programmes: [\"" + WIDE + "\"]}";
    var refused =
        Portal.json(
            Accounts.ANONYMOUS,
            "{subsidySummary(groupBy: [YEAR, STATUS] " + wide + ") {groups {count}}}");
    assertEquals("BAD_INPUT", refused.getString("errors[0].extensions.code"));
    assertTrue(refused.getString("errors[0].message").contains("1000 groups"));
    var answered =
        Portal.json(
            Accounts.ANONYMOUS,
            "{subsidySummary(groupBy: [YEAR] " + wide + ") {count sum groups {count}}}");
    assertEquals(252, answered.getList("data.subsidySummary.groups").size());
    assertEquals(1008, answered.getInt("data.subsidySummary.count"));
    assertEquals("1018.08", answered.getString("data.subsidySummary.sum"));
  }

  @Test
  void programmes_are_listed_by_code_and_found_by_code() {
    String list =
        "filter: {organisations: [\"QY-MZJ\"] codes: "
            + quoted(List.of(FULL, MASKED, HIDDEN, WIDE))
            + "}";
    assertEquals(
        List.of(HIDDEN, MASKED, WIDE),
        Walk.forward(Accounts.ANONYMOUS, "subsidyProgrammes", list, 1));
    assertEquals(
        List.of(WIDE, MASKED, HIDDEN),
        Walk.backward(Accounts.ANONYMOUS, "subsidyProgrammes", list, 2));
    var one =
        Portal.json(
            Accounts.ANONYMOUS,
            "{subsidyProgramme(code: \""
                + HIDDEN
                + "\") {name category organisation {code} region {code} basis standard publicityRule sensitive validFrom validUntil}}");
    assertEquals("HIDDEN", one.getString("data.subsidyProgramme.publicityRule"));
    assertEquals("2024-07-01", one.getString("data.subsidyProgramme.validFrom"));
    assertEquals("QY-MZJ", one.getString("data.subsidyProgramme.organisation.code"));
    var none = Portal.json(Accounts.ANONYMOUS, "{subsidyProgramme(code: \"nobody\") {name}}");
    assertEquals("NOT_FOUND", none.getString("errors[0].extensions.code"));
    assertEquals(
        1,
        Portal.json(
                Accounts.ANONYMOUS,
                "{subsidyProgrammes(filter: {publicityRules: [HIDDEN] regions: [\"990100000000\"] codes: "
                    + quoted(List.of(FULL, HIDDEN))
                    + "}) {totalCount}}")
            .getInt("data.subsidyProgrammes.totalCount"));
  }

  @Test
  void a_rule_does_not_change_under_a_list_that_was_brought_in() {
    var changed = programme(FULL, PublicityRule.MASKED, false);
    var outcome = programmes.save(List.of(changed), (session, saved) -> {});
    assertEquals("publicityRule", outcome.refused().getFirst().field());
    assertEquals(0, outcome.saved().written());
    var same =
        programmes.save(
            List.of(programme(FULL, PublicityRule.FULL, false)), (session, saved) -> {});
    assertEquals(1, same.saved().unchanged());
    String unused = RUN + "-UNUSED";
    programmes.save(List.of(programme(unused, PublicityRule.FULL, false)), (session, saved) -> {});
    var free =
        programmes.save(
            List.of(programme(unused, PublicityRule.HIDDEN, true)), (session, saved) -> {});
    assertEquals(1, free.saved().written());
    assertEquals(List.of(), free.refused());
  }
}
