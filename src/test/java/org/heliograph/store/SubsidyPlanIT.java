package org.heliograph.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.heliograph.record.Criterion;
import org.heliograph.record.RecordQuery;
import org.heliograph.shared.RecordKind;
import org.heliograph.subsidy.SubsidyBeneficiaryType;
import org.heliograph.support.Accounts;
import org.heliograph.support.Plot;
import org.heliograph.visibility.VisibilityPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Lists of receipts stay flat as the table grows: what they are asked for most is a walk along an
 * index, from the first page to the last. The statements are the service's own, over 120,000 rows
 * that no other test ever sees.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubsidyPlanIT {
  private static final String TOWN = "970121105000";
  private static final String VILLAGE = "970121105203";

  /** A page of 20 rows and one more; half of the rows are hidden, and the tree has a few levels. */
  private static final int FEW_BUFFERS = 250;

  private static final Pattern BUFFERS = Pattern.compile("shared hit=(\\d+)(?: read=(\\d+))?");

  private static final Pattern ROWS = Pattern.compile("rows=(\\d+)");

  @Inject SubsidyBeneficiaryType type;
  private Connection connection;

  @BeforeAll
  void load_a_table_that_is_never_committed() throws Exception {
    try (var plot = new Plot()) {
      plot.prepare();
    }
    var config = ConfigProvider.getConfig();
    connection =
        DriverManager.getConnection(
            config.getValue("quarkus.datasource.jdbc.url", String.class),
            config.getValue("quarkus.flyway.username", String.class),
            config.getValue("quarkus.flyway.password", String.class));
    connection.setAutoCommit(false);
    run(
        """
        insert into subsidy_programme(code, name, category, organisation, region, publicity_rule)
        select 'PLAN-' || n, '项目', '民生救助', 'QY-MZJ', '990121000000', 'MASKED' from generate_series(0, 5) n
        """);
    // hashes, so that township, programme, year and amount do not depend on one another
    run(
        """
        insert into subsidy_beneficiary(id, record_id, revision, stage, audience, code, title, organisation,
          province, city, county, township, village, visible_from, published_at, created_at, created_by, changed_at, changed_by,
          programme, year, shown_name, full_name, amount, paid_on)
        select n, n, 1, case when n % 4 = 0 then 'DRAFT' else 'PUBLISHED' end, case when n % 4 = 1 then 'INTERNAL' else 'PUBLIC' end,
          'PLAN-' || n, '低保2026年：张某某', 'QY-MZJ', '970000000000', '970100000000', '970121000000',
          '9701211' || lpad(town::text, 2, '0') || '000', '9701211' || lpad(town::text, 2, '0') || 200 + village,
          '2026-01-01Z', timestamptz '2026-01-01Z' + n * interval '1 second', now(), 't', now(), 't',
          'PLAN-' || programme, 2023 + year, '张某某', '张三', amount / 100.0, date '2023-01-01' + day
        from (select 1000000000000 + n as n, abs(hashint4(n)) % 12 as town, abs(hashint4(n + 1000000)) % 10 as village,
            abs(hashint4(n + 2000000)) % 6 as programme, abs(hashint4(n + 3000000)) % 4 as year,
            abs(hashint4(n + 4000000)) % 300000 as amount, abs(hashint4(n + 5000000)) % 1400 as day
          from generate_series(1, 120000) n) made
        """);
    run("analyze subsidy_beneficiary");
  }

  @AfterAll
  void leave_no_row_behind() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    run("vacuum subsidy_beneficiary");
    connection.close();
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String plan(
      Accounts account,
      Criterion.Collector criteria,
      String sort,
      boolean descending,
      @Nullable Keyset from)
      throws SQLException {
    var query =
        new RecordQuery(
            criteria.criteria(),
            sort,
            descending,
            RecordQuery.Window.of(20, null, null, null),
            false);
    var visibility =
        VisibilityPolicy.of(
            RecordKind.SUBSIDY_BENEFICIARY, account.viewer(Instant.parse("2026-11-01T00:00:00Z")));
    return plan(ListReader.statement(type, query, from, visibility));
  }

  private String plan(SqlText sql) throws SQLException {
    var lines = new ArrayList<String>();
    try (var statement =
        connection.prepareStatement(
            "explain (analyze, buffers, costs off, timing off, summary off) " + sql.positional())) {
      List<Object> values = sql.values();
      for (int i = 0; i < values.size(); i++) {
        Object value = values.get(i);
        statement.setObject(
            i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
      }
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
    }
    return String.join("\n", lines);
  }

  private static void assertWalk(String index, String plan) {
    assertTrue(
        Pattern.compile("Index Scan (Backward )?using " + index + " on").matcher(plan).find(),
        plan);
    assertFalse(plan.contains("Sort"), plan);
    Matcher buffers = BUFFERS.matcher(plan);
    assertTrue(buffers.find(), plan);
    int read = buffers.group(2) == null ? 0 : Integer.parseInt(buffers.group(2));
    int touched = Integer.parseInt(buffers.group(1)) + read;
    assertTrue(touched <= FEW_BUFFERS, plan);
    Matcher rows = ROWS.matcher(plan);
    assertTrue(rows.find() && Integer.parseInt(rows.group(1)) > 10, plan);
  }

  private static Criterion.Collector townshipProgrammeYear() {
    return Criterion.collect().under(List.of(TOWN)).is("programme", "PLAN-3").is("year", 2025);
  }

  @Test
  void a_township_a_programme_and_a_year_by_amount_for_every_viewer() throws SQLException {
    for (Accounts account : Accounts.values()) {
      for (boolean descending : new boolean[] {true, false}) {
        assertWalk(
            "subsidy_beneficiary_township",
            plan(account, townshipProgrammeYear(), "amount", descending, null));
      }
    }
  }

  @Test
  void a_page_deep_in_the_list_costs_what_the_first_costs() throws SQLException {
    var middle = new Keyset(new BigDecimal("1500.00"), 1_000_000_060_000L);
    assertWalk(
        "subsidy_beneficiary_township",
        plan(Accounts.ANONYMOUS, townshipProgrammeYear(), "amount", true, middle));
    assertWalk(
        "subsidy_beneficiary_village_paid",
        plan(
            Accounts.ANONYMOUS,
            Criterion.collect().under(List.of(VILLAGE)),
            "paidOn",
            true,
            new Keyset(LocalDate.parse("2024-12-01"), 1_000_000_060_000L)));
  }

  @Test
  void a_village_by_date_and_by_amount() throws SQLException {
    assertWalk(
        "subsidy_beneficiary_village_paid",
        plan(
            Accounts.ANONYMOUS, Criterion.collect().under(List.of(VILLAGE)), "paidOn", true, null));
    assertWalk(
        "subsidy_beneficiary_village",
        plan(
            Accounts.SUPERVISOR,
            Criterion.collect().under(List.of(VILLAGE)).is("programme", "PLAN-3").is("year", 2025),
            "amount",
            true,
            null));
  }

  @Test
  void a_programme_and_year_by_amount() throws SQLException {
    assertWalk(
        "subsidy_beneficiary_programme",
        plan(
            Accounts.ANONYMOUS,
            Criterion.collect().is("programme", "PLAN-3").is("year", 2025),
            "amount",
            true,
            null));
  }

  @Test
  void the_whole_table_by_amount_by_date_and_by_publication() throws SQLException {
    assertWalk(
        "subsidy_beneficiary_amount",
        plan(Accounts.ANONYMOUS, Criterion.collect(), "amount", true, null));
    assertWalk(
        "subsidy_beneficiary_paid",
        plan(Accounts.ANONYMOUS, Criterion.collect(), "paidOn", true, null));
    assertWalk(
        "subsidy_beneficiary_published",
        plan(Accounts.ANONYMOUS, Criterion.collect(), "publishedAt", true, null));
  }

  @Test
  void the_index_reads_records_without_reading_the_table() throws SQLException {
    var ids = LongStream.range(1_000_000_050_000L, 1_000_000_050_500L).boxed().toList();
    for (SqlText which : List.of(IndexSource.current(ids), IndexSource.past(ids))) {
      String plan =
          plan(new SqlText().add("select * from subsidy_beneficiary t where ").add(which));
      assertFalse(plan.contains("Seq Scan"), plan);
    }
  }
}
