package org.heliograph.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.heliograph.record.Criterion;
import org.heliograph.search.SearchQuery.Order;
import org.heliograph.search.SearchQuery.Slice;
import org.heliograph.search.SearchQuery.Wants;
import org.heliograph.shared.Audience;
import org.heliograph.shared.OpenEnd;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.Stage;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.heliograph.visibility.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searching the real index over the real database. Each test has words that no other row has. */
@QuarkusTest
class SearchIT {
  private static final String COUNTY = "990121000000";
  private static final String VILLAGE = "990121101201";
  private static final Wants ALL = new Wants(true, true, true);

  @Inject RecordSearch search;
  @Inject Clock clock;

  private Plot plot;
  private String mark = "";

  @BeforeEach
  void open() throws SQLException, InterruptedException {
    plot = new Plot();
    plot.prepare();
    Portal.awaitSearch();
    // Latin letters and digits are one token: nothing else contains it
    mark = "zz" + Long.toString(System.nanoTime(), 36);
  }

  private Planted row(RecordKind kind, String words) {
    return Planted.published(kind, Desk.fresh("SI"), "QY-MZJ", VILLAGE).saying(words + " " + mark);
  }

  private void planted(Planted... rows) throws SQLException, InterruptedException {
    plot.plant(List.of(rows));
    plot.awaitIndex();
  }

  private Viewer anonymous() {
    return Viewer.anonymous(clock.instant());
  }

  private SearchPage find(String text, Viewer viewer) {
    return search.search(query(text, new Slice(50, null)), viewer);
  }

  private static SearchQuery query(String text, Slice slice) {
    return new SearchQuery(
        text,
        Set.of(),
        List.of(),
        Order.RELEVANCE,
        Set.of("kind", "organisation", "region", "year"),
        slice,
        ALL);
  }

  private static Set<String> codes(SearchPage page) {
    var codes = new TreeSet<String>();
    page.hits().forEach(hit -> codes.add(hit.found().row().code));
    return codes;
  }

  private static void assertAgrees(SearchPage page) {
    assertNotNull(page.total());
    assertEquals(page.hits().size(), page.total());
    assertEquals(
        page.total(),
        page.facets().getOrDefault("kind", List.of()).stream()
            .mapToLong(SearchPage.Bucket::count)
            .sum());
  }

  @Test
  void a_question_that_nothing_answers_whole_finds_what_answers_part_of_it() throws Exception {
    var rows = new ArrayList<Planted>();
    for (int i = 0; i < 3; i++) {
      rows.add(
          Planted.published(RecordKind.DISCLOSURE, Desk.fresh("SI"), "QY-MZJ", VILLAGE)
              .saying("鸬鹚渔猎鹈鹕"));
    }
    planted(rows.toArray(Planted[]::new));
    assertEquals(0, find("鹈鹕 貔貅", anonymous()).hits().size(), "of two words each counts");
    SearchPage whole = find("鹈鹕在貔貅山上筑巢", anonymous());
    assertEquals(3, whole.hits().size());
    assertAgrees(whole);
    var paged = new TreeSet<String>();
    String after = null;
    do {
      SearchPage page = search.search(query("鹈鹕在貔貅山上筑巢", new Slice(1, after)), anonymous());
      paged.addAll(codes(page));
      after = page.hasNext() ? page.hits().getLast().cursor() : null;
    } while (after != null);
    assertEquals(codes(whole), paged, "page by page as well");
  }

  @Test
  void all_kinds_are_found_in_one_list_with_totals_facets_and_marks() throws Exception {
    var rows = new ArrayList<Planted>();
    for (RecordKind kind : RecordKind.values()) {
      rows.add(row(kind, "困难群众生活救助"));
    }
    planted(rows.toArray(Planted[]::new));
    SearchPage page = find(mark, anonymous());
    assertEquals(RecordKind.values().length, page.hits().size());
    assertAgrees(page);
    assertEquals(
        EnumSet.allOf(RecordKind.class),
        EnumSet.copyOf(page.hits().stream().map(hit -> hit.found().row().kind()).toList()));
    assertTrue(
        page.facets().getOrDefault("region", List.of()).stream()
            .anyMatch(bucket -> bucket.value().equals(COUNTY) && bucket.count() == 5));
    assertTrue(
        page.facets().getOrDefault("region", List.of()).stream()
            .noneMatch(b -> b.value().equals("000000000000")));
    for (SearchHit hit : page.hits()) {
      assertTrue(
          hit.highlights().values().stream()
              .flatMap(List::stream)
              .anyMatch(p -> p.contains("<em>" + mark + "</em>")),
          hit.found().row().kind().name());
    }
  }

  @Test
  void a_synonym_finds_what_the_record_calls_otherwise() throws Exception {
    Planted wanted = row(RecordKind.DISCLOSURE, "城乡居民最低生活保障对象审核确认" + mark);
    planted(wanted);
    SearchPage page =
        search.search(
            new SearchQuery(
                "怎么申请低保",
                Set.of(RecordKind.DISCLOSURE),
                List.of(new Criterion.AnyOf("code", Set.of(wanted.code()))),
                Order.RELEVANCE,
                Set.of(),
                new Slice(5, null),
                ALL),
            anonymous());
    assertEquals(Set.of(wanted.code()), codes(page));
    assertTrue(page.hits().getFirst().highlights().toString().contains("<em>"));
  }

  @Test
  void a_code_and_a_document_number_come_first() throws Exception {
    Planted named = row(RecordKind.CASE_OUTCOME, "使用未经检定的计量器具");
    Planted other = row(RecordKind.CASE_OUTCOME, "清处〔2026〕号 使用未经检定的计量器具 " + named.code());
    planted(named, other);
    assertEquals(
        named.code(), find(named.code(), anonymous()).hits().getFirst().found().row().code);
    SearchPage byNumber = find("清处(2026)" + named.code() + "号", anonymous());
    assertEquals(named.code(), byNumber.hits().getFirst().found().row().code);
  }

  @Test
  void markup_in_a_record_stays_text() throws Exception {
    planted(row(RecordKind.DISCLOSURE, "<script>alert(1)</script><em>公示</em>"));
    String passages = find(mark, anonymous()).hits().getFirst().highlights().toString();
    assertFalse(passages.contains("<script"), passages);
    assertTrue(passages.contains("&lt;"), passages);
  }

  @Test
  void what_a_viewer_may_not_see_is_neither_found_nor_counted() throws Exception {
    Planted open = row(RecordKind.POWER_ITEM, "公开");
    Planted internal = row(RecordKind.POWER_ITEM, "内部").to(Audience.INTERNAL);
    Planted draft = row(RecordKind.POWER_ITEM, "草稿").in(Stage.DRAFT);
    planted(open, internal, draft);
    Instant now = clock.instant();
    assertEquals(Set.of(open.code()), codes(find(mark, anonymous())));
    assertAgrees(find(mark, anonymous()));
    assertEquals(
        Set.of(open.code(), internal.code()), codes(find(mark, Accounts.STAFF.viewer(now))));
    assertAgrees(find(mark, Accounts.STAFF.viewer(now)));
    assertEquals(
        Set.of(open.code(), internal.code(), draft.code()),
        codes(find(mark, Accounts.SUPERVISOR.viewer(now))));
    assertEquals(Set.of(open.code()), codes(find(mark, Accounts.EDITOR_NYJ.viewer(now))));
  }

  @Test
  void a_personal_field_matches_only_for_those_in_charge() throws Exception {
    Planted row = row(RecordKind.SUBSIDY_BENEFICIARY, "低保金发放");
    planted(row);
    // the whole name ends in the code, which is also public: search by the hidden part of it
    plot.changeHidden(
        RecordKind.SUBSIDY_BENEFICIARY,
        plot.number("select id from subsidy_beneficiary where code = '" + row.code() + "'"),
        org.heliograph.visibility.FieldClass.PERSONAL,
        "司徒" + mark + "x");
    plot.awaitIndex();
    String hidden = mark + "x";
    assertEquals(Set.of(), codes(find(hidden, anonymous())));
    assertEquals(Set.of(), codes(find(hidden, Accounts.STAFF.viewer(clock.instant()))));
    SearchPage seen = find(hidden, Accounts.SUPERVISOR.viewer(clock.instant()));
    assertEquals(Set.of(row.code()), codes(seen));
    assertTrue(seen.hits().getFirst().highlights().containsKey("fullName"));
  }

  @Test
  void a_narrowing_change_counts_at_once_while_the_index_lags() throws Exception {
    Planted stays = row(RecordKind.DISCLOSURE, "季度公开");
    Planted goes = row(RecordKind.DISCLOSURE, "季度公开");
    planted(stays, goes);
    // another relay seems to hold the row: the index does not follow
    plot.run(
        "with gone as (update disclosure set stage = 'WITHDRAWN', withdrawn_at = now(), withdrawal_kind = 'GONE' where code = ? returning record_id)"
            + " insert into outbox(kind, record_ids, narrowing, locked_until) select 'DISCLOSURE', array[record_id], true, now() + interval '1 hour' from gone",
        goes.code());
    SearchPage page = find(mark, anonymous());
    assertEquals(Set.of(stays.code()), codes(page));
    assertAgrees(page);
    plot.run("update outbox set locked_until = null where narrowing and kind = 'DISCLOSURE'");
    plot.run("select pg_notify('heliograph_outbox', '')");
    plot.awaitIndex();
    page = find(mark, anonymous());
    assertEquals(Set.of(stays.code()), codes(page));
    assertAgrees(page);
  }

  @Test
  void what_the_database_does_not_confirm_is_not_counted_either() throws Exception {
    Planted stays = row(RecordKind.DISCLOSURE, "月度公开");
    Planted goes = row(RecordKind.DISCLOSURE, "月度公开");
    planted(stays, goes);
    // no outbox row at all: only reading again from the database notices
    plot.run("update disclosure set audience = 'RESTRICTED' where code = ?", goes.code());
    SearchPage page = find(mark, anonymous());
    assertEquals(Set.of(stays.code()), codes(page));
    assertAgrees(page);
  }

  @Test
  void a_passage_of_an_older_version_is_not_shown() throws Exception {
    Planted row = row(RecordKind.DISCLOSURE, "旧的说法");
    planted(row);
    plot.run("update disclosure set content = '新的说法' where code = ?", row.code());
    SearchPage page = find(mark, anonymous());
    assertEquals(Set.of(row.code()), codes(page));
    assertEquals(0, page.hits().getFirst().highlights().size());
  }

  @Test
  void a_record_comes_and_goes_at_the_edges_of_its_window() throws Exception {
    Instant from = clock.instant().plusMillis(2_500);
    Instant until = from.plusMillis(3_000);
    Planted row = row(RecordKind.DISCLOSURE, "限时公示").between(from, until);
    List<Long> ids = plot.plant(List.of(row));
    for (Instant edge : List.of(from, until)) {
      plot.run(
          "insert into outbox(kind, record_ids, due_at) values ('DISCLOSURE', array["
              + ids.getFirst()
              + "]::bigint[], ?)",
          edge);
    }
    plot.awaitIndex();
    assertEquals(Set.of(), codes(find(mark, anonymous())));
    sleepUntil(from.plusMillis(2_000));
    assertEquals(Set.of(row.code()), codes(find(mark, anonymous())));
    sleepUntil(until);
    assertEquals(Set.of(), codes(find(mark, anonymous())));
  }

  private void sleepUntil(Instant instant) throws InterruptedException {
    long millis = java.time.Duration.between(clock.instant(), instant).toMillis() + 1;
    if (millis > 0) {
      Thread.sleep(millis);
    }
  }

  @Test
  void pages_fit_together_and_a_withdrawal_between_them_leaves_the_total() throws Exception {
    var rows = new ArrayList<Planted>();
    for (int i = 0; i < 23; i++) {
      rows.add(row(i % 2 == 0 ? RecordKind.DISCLOSURE : RecordKind.POWER_ITEM, "分页"));
    }
    planted(rows.toArray(Planted[]::new));
    var seen = new ArrayList<String>();
    SearchPage page = search.search(query(mark, new Slice(5, null)), anonymous());
    assertEquals(23, page.total());
    while (true) {
      page.hits().forEach(hit -> seen.add(hit.found().row().code));
      if (!page.hasNext()) {
        break;
      }
      page = search.search(query(mark, new Slice(5, page.hits().getLast().cursor())), anonymous());
      assertTrue(page.hasPrevious());
      assertEquals(23, page.total());
    }
    assertEquals(23, seen.size());
    assertEquals(23, new TreeSet<>(seen).size());

    SearchPage first = search.search(query(mark, new Slice(5, null)), anonymous());
    SearchPage second =
        search.search(query(mark, new Slice(5, first.hits().getLast().cursor())), anonymous());
    String last = second.hits().getLast().found().row().code;
    plot.run("update disclosure set audience = 'INTERNAL' where code = ?", last);
    plot.run("update power_item set audience = 'INTERNAL' where code = ?", last);
    plot.run(
        "insert into outbox(kind, record_ids, narrowing) select 'POWER_ITEM', array[record_id], true from power_item where code = '"
            + last
            + "'"
            + " union all select 'DISCLOSURE', array[record_id], true from disclosure where code = '"
            + last
            + "'");
    SearchPage third =
        search.search(query(mark, new Slice(5, first.hits().getLast().cursor())), anonymous());
    assertFalse(codes(third).contains(last));
    assertEquals(5, third.hits().size());
    assertEquals(22, third.total());
  }

  @Test
  void a_cursor_is_good_for_its_own_search_and_viewer_alone() throws Exception {
    planted(
        row(RecordKind.DISCLOSURE, "一"),
        row(RecordKind.DISCLOSURE, "二"),
        row(RecordKind.DISCLOSURE, "三"));
    Instant now = clock.instant();
    String open =
        search.search(query(mark, new Slice(1, null)), anonymous()).hits().getFirst().cursor();
    String staff =
        search
            .search(query(mark, new Slice(1, null)), Accounts.STAFF.viewer(now))
            .hits()
            .getFirst()
            .cursor();
    assertEquals(1, search.search(query(mark, new Slice(1, open)), anonymous()).hits().size());
    // a citizen sees what anonymous sees
    assertEquals(
        1,
        search.search(query(mark, new Slice(1, open)), Accounts.CITIZEN.viewer(now)).hits().size());
    refused(query("别的 " + mark, new Slice(1, open)), anonymous());
    refused(query(mark, new Slice(1, staff)), anonymous());
    refused(query(mark, new Slice(1, open)), Accounts.STAFF.viewer(now));
    refused(query(mark, new Slice(1, staff)), Accounts.SUPERVISOR.viewer(now));
    refused(query(mark, new Slice(1, open.substring(1))), anonymous());
    refused(query(mark, new Slice(1, "QUJD")), anonymous());
  }

  private void refused(SearchQuery query, Viewer viewer) {
    Problem problem = assertThrows(Problem.class, () -> search.search(query, viewer));
    assertEquals(Problem.Code.BAD_INPUT, problem.code());
    assertEquals("after", problem.argument());
  }

  @Test
  void explicit_orders_and_browsing_without_words_work() throws Exception {
    Planted first = row(RecordKind.DISCLOSURE, "甲");
    Planted second = row(RecordKind.DISCLOSURE, "乙");
    planted(first, second);
    var browse =
        new SearchQuery(
            "",
            Set.of(RecordKind.DISCLOSURE),
            List.of(
                new Criterion.AnyOf("code", Set.of(first.code(), second.code())),
                new Criterion.Under(Set.of(COUNTY))),
            new Order("code", false),
            Set.of("category", "law"),
            new Slice(10, null),
            ALL);
    SearchPage page = search.search(browse, anonymous());
    assertEquals(
        new ArrayList<>(new TreeSet<>(Set.of(first.code(), second.code()))),
        page.hits().stream().map(hit -> hit.found().row().code).toList());
    assertEquals(List.of(new SearchPage.Bucket("SOCIAL_RELIEF", 2)), page.facets().get("category"));
    assertFalse(page.facets().containsKey("law"));
    assertEquals(OpenEnd.INSTANT, first.visibleUntil());
  }
}
