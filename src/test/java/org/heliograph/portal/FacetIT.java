package org.heliograph.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RecordKind;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts beside what was chosen, trees, histograms, amounts and groups, through the API. */
@QuarkusTest
class FacetIT {
  private static final String VILLAGE = "990121101201";
  private static final String OTHER_VILLAGE = "990121102201";
  private final String mark = "zz" + Long.toString(System.nanoTime(), 36);
  private Plot plot;

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
    Portal.awaitSearch();
  }

  @AfterEach
  void close() throws Exception {
    plot.close();
  }

  private Planted row(RecordKind kind, String organisation, String region) {
    return Planted.published(kind, Desk.fresh("FA"), organisation, region).saying("公示 " + mark);
  }

  private void planted(Planted... rows) throws Exception {
    plot.plant(List.of(rows));
    plot.awaitIndex();
  }

  private JsonPath search(Accounts account, String arguments, String selection) {
    return Portal.json(
        account, "{search(text:\"" + mark + "\" " + arguments + "){totalCount " + selection + "}}");
  }

  private static Map<String, Integer> counts(JsonPath answer, int facet) {
    var counts = new HashMap<String, Integer>();
    List<Map<String, Object>> buckets = answer.getList("data.search.facets[" + facet + "].buckets");
    buckets.forEach(
        each -> counts.put(String.valueOf(each.get("value")), (Integer) each.get("count")));
    return counts;
  }

  @Test
  void a_facet_counts_what_could_be_chosen_instead() throws Exception {
    planted(
        row(RecordKind.DISCLOSURE, "QY-MZJ", VILLAGE),
        row(RecordKind.DISCLOSURE, "QY-MZJ", OTHER_VILLAGE),
        row(RecordKind.DISCLOSURE, "QY-NYJ", VILLAGE),
        row(RecordKind.POWER_ITEM, "QY-NYJ", VILLAGE));
    JsonPath answer =
        search(
            Accounts.ANONYMOUS,
            "kinds:[DISCLOSURE] filter:{organisations:[\"QY-MZJ\"] regions:[\""
                + VILLAGE
                + "\"]}"
                + " facets:[ORGANISATION,REGION,KIND]",
            "facets{buckets{value count}} nodes{code}");
    assertEquals(1, answer.getInt("data.search.totalCount"));
    assertEquals(1, answer.getList("data.search.nodes").size());
    assertEquals(Map.of("QY-MZJ", 1, "QY-NYJ", 1), counts(answer, 0));
    assertEquals(1, counts(answer, 1).get(VILLAGE));
    assertEquals(1, counts(answer, 1).get(OTHER_VILLAGE));
    assertEquals(2, counts(answer, 1).get("990121000000"));
    assertEquals(Map.of("DISCLOSURE", 1), counts(answer, 2));
    JsonPath open =
        search(
            Accounts.ANONYMOUS, "kinds:[DISCLOSURE] facets:[KIND]", "facets{buckets{value count}}");
    assertEquals(3, open.getInt("data.search.totalCount"));
    assertEquals(Map.of("DISCLOSURE", 3, "POWER_ITEM", 1), counts(open, 0));
  }

  @Test
  void categories_are_counted_as_a_tree_beside_what_was_chosen_in_it() throws Exception {
    planted(
        row(RecordKind.DISCLOSURE, "QY-MZJ", VILLAGE),
        row(RecordKind.DISCLOSURE, "QY-MZJ", OTHER_VILLAGE),
        row(RecordKind.POWER_ITEM, "QY-NYJ", VILLAGE),
        row(RecordKind.CASE_OUTCOME, "QY-NYJ", VILLAGE),
        row(RecordKind.CASE_OUTCOME, "QY-NYJ", VILLAGE).to(Audience.INTERNAL));
    var all =
        Map.of(
            "DISCLOSURE", 2,
            "DISCLOSURE/WELFARE", 2,
            "DISCLOSURE/WELFARE/SOCIAL_RELIEF", 2,
            "POWER_ITEM", 1,
            "POWER_ITEM/POWER", 1,
            "POWER_ITEM/POWER/PAYMENT", 1,
            "CASE_OUTCOME", 1,
            "CASE_OUTCOME/ADMINISTRATIVE_PENALTY", 1,
            "CASE_OUTCOME/ADMINISTRATIVE_PENALTY/套取补贴", 1);
    String tree = "facets{buckets{value label parent count}}";
    JsonPath open = search(Accounts.ANONYMOUS, "facets:[CATEGORY_TREE]", tree);
    assertEquals(all, counts(open, 0));
    List<Map<String, String>> buckets = open.getList("data.search.facets[0].buckets");
    for (Map<String, String> each : buckets) {
      String value = String.valueOf(each.get("value"));
      String parent = each.get("parent");
      assertEquals(value, parent == null ? each.get("label") : parent + "/" + each.get("label"));
      assertTrue(parent == null || all.containsKey(parent), value);
    }
    JsonPath chosen =
        search(
            Accounts.ANONYMOUS,
            "filter:{categoryPaths:[\"DISCLOSURE/WELFARE\"]} facets:[CATEGORY_TREE,REGION]",
            tree);
    assertEquals(2, chosen.getInt("data.search.totalCount"));
    assertEquals(all, counts(chosen, 0), "what could be chosen instead keeps its number");
    assertEquals(1, counts(chosen, 1).get(VILLAGE), "the other facet follows");
  }

  @Test
  void hidden_records_are_not_counted_beside_what_was_chosen_either() throws Exception {
    planted(
        row(RecordKind.DISCLOSURE, "QY-MZJ", VILLAGE),
        row(RecordKind.DISCLOSURE, "QY-NYJ", VILLAGE).to(Audience.INTERNAL));
    String arguments = "filter:{organisations:[\"QY-MZJ\"]} facets:[ORGANISATION]";
    assertEquals(
        Map.of("QY-MZJ", 1),
        counts(search(Accounts.ANONYMOUS, arguments, "facets{buckets{value count}}"), 0));
    assertEquals(
        Map.of("QY-MZJ", 1, "QY-NYJ", 1),
        counts(search(Accounts.STAFF, arguments, "facets{buckets{value count}}"), 0));
  }

  @Test
  void divisions_name_the_one_above_and_programmes_their_name() throws Exception {
    planted(row(RecordKind.SUBSIDY_BENEFICIARY, "QY-MZJ", VILLAGE));
    JsonPath answer =
        search(
            Accounts.ANONYMOUS,
            "facets:[REGION,PROGRAMME]",
            "facets{buckets{value label parent count}}");
    String village = "data.search.facets[0].buckets.find{it.value=='" + VILLAGE + "'}";
    assertEquals("柳湾村", answer.getString(village + ".label"));
    assertEquals("990121101000", answer.getString(village + ".parent"));
    assertNull(
        answer.getString("data.search.facets[0].buckets.find{it.value=='990000000000'}.parent"));
    assertEquals("TW-DB", answer.getString("data.search.facets[1].buckets[0].value"));
    assertEquals("低保", answer.getString("data.search.facets[1].buckets[0].label"));
  }

  @Test
  void records_are_spread_over_months_and_amounts() throws Exception {
    Planted receipt = row(RecordKind.SUBSIDY_BENEFICIARY, "QY-MZJ", VILLAGE);
    planted(receipt, row(RecordKind.CASE_OUTCOME, "QY-MZJ", VILLAGE));
    JsonPath answer =
        search(
            Accounts.ANONYMOUS,
            "histograms:[PUBLISHED,PAID,DECIDED,AMOUNT]",
            "histograms{name columns{from count}}");
    assertEquals(
        List.of(
            List.of(Map.of("from", "2026-01", "count", 2)),
            List.of(Map.of("from", "2026-01", "count", 1)),
            List.of(Map.of("from", "2026-01", "count", 1)),
            List.of(Map.of("from", "1000", "count", 1))),
        answer.getList("data.search.histograms.columns"));
    assertEquals(
        List.of("PUBLISHED", "PAID", "DECIDED", "AMOUNT"),
        answer.getList("data.search.histograms.name"));
  }

  @Test
  void amounts_order_and_narrow_what_has_one() throws Exception {
    Planted small = row(RecordKind.SUBSIDY_BENEFICIARY, "QY-MZJ", VILLAGE);
    Planted large = row(RecordKind.SUBSIDY_BENEFICIARY, "QY-MZJ", VILLAGE);
    plot.plant(List.of(small, large, row(RecordKind.DISCLOSURE, "QY-MZJ", VILLAGE)));
    plot.run("update subsidy_beneficiary set amount = 9000 where code = ?", large.code());
    plot.run(
        "insert into outbox(kind, record_ids) select 'SUBSIDY_BENEFICIARY', array[record_id] from subsidy_beneficiary where code = '"
            + large.code()
            + "'");
    plot.run("select pg_notify('heliograph_outbox', '')");
    plot.awaitIndex();
    assertEquals(
        List.of(large.code(), small.code()),
        search(Accounts.ANONYMOUS, "sort:LARGEST", "nodes{code}")
            .getList("data.search.nodes.code"));
    assertEquals(
        List.of(small.code(), large.code()),
        search(Accounts.ANONYMOUS, "sort:SMALLEST", "nodes{code}")
            .getList("data.search.nodes.code"));
    assertEquals(
        List.of(large.code()),
        search(Accounts.ANONYMOUS, "filter:{amountFrom:\"2000\"}", "nodes{code}")
            .getList("data.search.nodes.code"));
  }

  @Test
  void the_same_notice_of_several_villages_is_one_hit_that_tells_how_many() throws Exception {
    String notice = "2026年第一季度村务公开" + mark;
    planted(
        row(RecordKind.DISCLOSURE, "QY-MZJ", VILLAGE).titled("柳湾村" + notice),
        row(RecordKind.DISCLOSURE, "QY-MZJ", OTHER_VILLAGE).titled("石桥村" + notice),
        row(RecordKind.DISCLOSURE, "QY-MZJ", OTHER_VILLAGE)
            .titled("石桥村" + notice)
            .to(Audience.INTERNAL),
        row(RecordKind.POWER_ITEM, "QY-MZJ", VILLAGE).titled("柳湾村" + notice),
        row(RecordKind.DISCLOSURE, "QY-MZJ", VILLAGE).titled("另一个公告" + mark));
    String selection = "edges{cursor alike node{kind title}} pageInfo{hasNextPage}";
    JsonPath answer = search(Accounts.ANONYMOUS, "groupAlike:true sort:NEWEST", selection);
    assertEquals(4, answer.getInt("data.search.totalCount"));
    List<Integer> alike = answer.getList("data.search.edges.alike");
    assertEquals(List.of(1, 1, 2), alike.stream().sorted().toList());
    assertEquals(
        List.of(1, 1, 3),
        search(Accounts.STAFF, "groupAlike:true sort:NEWEST", selection)
            .<Integer>getList("data.search.edges.alike")
            .stream()
            .sorted()
            .toList());
    JsonPath first = search(Accounts.ANONYMOUS, "groupAlike:true sort:NEWEST first:2", selection);
    assertTrue(first.getBoolean("data.search.pageInfo.hasNextPage"));
    JsonPath second =
        search(
            Accounts.ANONYMOUS,
            "groupAlike:true sort:NEWEST first:2 after:\""
                + first.getString("data.search.edges[1].cursor")
                + "\"",
            selection);
    assertEquals(
        answer.getList("data.search.edges.node.title").subList(2, 3),
        second.getList("data.search.edges.node.title"));
    assertNull(search(Accounts.ANONYMOUS, "", "edges{alike}").get("data.search.edges[0].alike"));
  }
}
