package org.heliograph.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.heliograph.store.ReferenceWriter.Saved;
import org.heliograph.support.Accounts;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.heliograph.support.Statements;
import org.heliograph.support.Walk;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectoryIT {
  private static final BiConsumer<StatelessSession, Saved> NOTHING_MORE = (session, saved) -> {};

  /** A province that no other test uses. */
  private static final String PROVINCE = "980000000000";

  private static final String CITY = "980100000000";
  private static final String COUNTY = "980121000000";
  private static final String TOWN = "980121101000";
  private static final String VILLAGE = "980121101201";
  private static final List<RegionDraft> TREE =
      List.of(
          // the lowest first: a batch needs no order
          new RegionDraft(VILLAGE, "上湾村", null),
          new RegionDraft(TOWN, "北山镇", COUNTY),
          new RegionDraft(COUNTY, "临泉县", CITY),
          new RegionDraft(CITY, "泉州市", PROVINCE),
          new RegionDraft(PROVINCE, "北岭省", null));

  @Inject DirectoryWriter writer;
  @Inject Directory directory;

  @BeforeEach
  void empty_the_province() throws Exception {
    try (var plot = new Plot()) {
      plot.run("delete from organisation where region like '98%'");
      plot.run("delete from region where code like '98%'");
      plot.run("delete from working_day where day between '1990-01-01' and '1990-12-31'");
    }
    directory.refresh();
  }

  private static String path(String code) {
    return Portal.json(Accounts.ANONYMOUS, "{region(code: \"" + code + "\") {pathName}}")
        .getString("data.region.pathName");
  }

  @Test
  void a_division_bears_the_names_of_all_above_it() {
    var outcome = writer.saveRegions(TREE, NOTHING_MORE);
    assertEquals(new Saved(5, 0), outcome.saved());
    assertEquals(List.of(), outcome.refused());
    assertEquals("北岭省/泉州市/临泉县/北山镇/上湾村", path(VILLAGE));
    var village =
        Portal.json(
            Accounts.ANONYMOUS, "{region(code: \"" + VILLAGE + "\") {name level parentCode}}");
    assertEquals("VILLAGE", village.getString("data.region.level"));
    assertEquals(TOWN, village.getString("data.region.parentCode"));
  }

  @Test
  void bringing_divisions_twice_changes_nothing() {
    writer.saveRegions(TREE, NOTHING_MORE);
    assertEquals(new Saved(0, 5), writer.saveRegions(TREE, NOTHING_MORE).saved());
  }

  @Test
  void a_renamed_division_is_renamed_in_every_path_below_it() {
    writer.saveRegions(TREE, NOTHING_MORE);
    assertEquals("北岭省/泉州市/临泉县/北山镇/上湾村", path(VILLAGE));
    var outcome = writer.saveRegions(List.of(new RegionDraft(CITY, "新泉市", PROVINCE)), NOTHING_MORE);
    assertEquals(new Saved(1, 0), outcome.saved());
    assertEquals("北岭省/新泉市/临泉县/北山镇/上湾村", path(VILLAGE));
    assertEquals("北岭省/新泉市", path(CITY));
  }

  @Test
  void a_division_without_one_above_it_is_refused_and_stops_no_other() {
    var outcome =
        writer.saveRegions(
            List.of(
                new RegionDraft(PROVINCE, "北岭省", null),
                new RegionDraft(COUNTY, "临泉县", "980200000000"),
                new RegionDraft(TOWN, "北山镇", VILLAGE),
                new RegionDraft("98", "短码", null),
                new RegionDraft(CITY, " ", null),
                new RegionDraft("000000000000", "全国", null)),
            NOTHING_MORE);
    assertEquals(new Saved(1, 0), outcome.saved());
    assertEquals(
        List.of(
            "98:code", CITY + ":name", "000000000000:code", COUNTY + ":parent", TOWN + ":parent"),
        outcome.refused().stream().map(each -> each.code() + ":" + each.field()).toList());
  }

  @Test
  void organisations_may_come_before_the_body_above_them() {
    writer.saveRegions(TREE, NOTHING_MORE);
    var batch =
        List.of(
            new OrganisationDraft("BL-B", "民政所", null, OrganisationKind.TOWNSHIP, "BL-A", TOWN),
            new OrganisationDraft("BL-A", "民政局", "民政", OrganisationKind.GOVERNMENT, null, COUNTY),
            new OrganisationDraft("BL-X", "甲", null, OrganisationKind.PARTY, "BL-Y", COUNTY),
            new OrganisationDraft("BL-Y", "乙", null, OrganisationKind.PARTY, "BL-X", COUNTY),
            new OrganisationDraft("BL-Z", "丙", null, OrganisationKind.PARTY, null, "980299000000"));
    var outcome = writer.saveOrganisations(batch, NOTHING_MORE);
    assertEquals(new Saved(2, 0), outcome.saved());
    assertEquals(
        List.of("BL-Z:region", "BL-X:parent", "BL-Y:parent"),
        outcome.refused().stream().map(each -> each.code() + ":" + each.field()).toList());
    assertEquals(new Saved(0, 2), writer.saveOrganisations(batch, NOTHING_MORE).saved());
  }

  @Test
  void a_renamed_organisation_is_seen_at_once() {
    writer.saveRegions(TREE, NOTHING_MORE);
    for (String name : List.of("民政局", "民政和养老局")) {
      writer.saveOrganisations(
          List.of(
              new OrganisationDraft("BL-A", name, null, OrganisationKind.GOVERNMENT, null, COUNTY)),
          NOTHING_MORE);
      assertEquals(
          name,
          Portal.json(Accounts.ANONYMOUS, "{organisation(code: \"BL-A\") {name}}")
              .getString("data.organisation.name"));
    }
  }

  @Test
  void a_batch_whose_companion_fails_leaves_nothing_behind() {
    assertThrows(
        IllegalStateException.class,
        () ->
            writer.saveRegions(
                TREE,
                (session, saved) -> {
                  throw new IllegalStateException("the importer's note failed");
                }));
    assertEquals(
        "NOT_FOUND",
        Portal.json(Accounts.ANONYMOUS, "{region(code: \"" + PROVINCE + "\") {name}}")
            .getString("errors[0].extensions.code"));
  }

  @Test
  void days_of_the_calendar_are_saved_once_and_changed_when_they_change() {
    var day = LocalDate.parse("1990-05-01");
    var days =
        List.of(new WorkingDay(day, false, "劳动节"), new WorkingDay(day.plusDays(1), true, null));
    assertEquals(new Saved(2, 0), writer.saveWorkingDays(days, NOTHING_MORE));
    assertEquals(new Saved(0, 2), writer.saveWorkingDays(days, NOTHING_MORE));
    assertEquals(
        new Saved(1, 0),
        writer.saveWorkingDays(List.of(new WorkingDay(day, true, "调休")), NOTHING_MORE));
  }

  @Test
  void divisions_are_listed_by_parent_and_level_from_either_end() {
    writer.saveRegions(TREE, NOTHING_MORE);
    writer.saveRegions(
        List.of(
            new RegionDraft("980121102000", "南山镇", COUNTY),
            new RegionDraft("980121103000", "西山镇", COUNTY)),
        NOTHING_MORE);
    String below = "parent: \"" + COUNTY + "\"";
    var towns = List.of(TOWN, "980121102000", "980121103000");
    assertEquals(towns, Walk.forward(Accounts.ANONYMOUS, "regions", below, 2));
    assertEquals(towns.reversed(), Walk.backward(Accounts.ANONYMOUS, "regions", below, 2));
    assertEquals(
        List.of(), Walk.forward(Accounts.ANONYMOUS, "regions", below + " level: VILLAGE", 2));
    assertEquals(
        "BAD_INPUT",
        Portal.json(Accounts.ANONYMOUS, "{regions(parent: \"98\") {totalCount}}")
            .getString("errors[0].extensions.code"));
  }

  @Test
  void organisations_are_listed_by_region_kind_and_parent() {
    writer.saveRegions(TREE, NOTHING_MORE);
    writer.saveOrganisations(
        List.of(
            new OrganisationDraft("BL-A", "民政局", null, OrganisationKind.GOVERNMENT, null, COUNTY),
            new OrganisationDraft("BL-B", "民政所", null, OrganisationKind.TOWNSHIP, "BL-A", TOWN),
            new OrganisationDraft("BL-C", "村委会", null, OrganisationKind.VILLAGE, "BL-B", VILLAGE)),
        NOTHING_MORE);
    assertEquals(List.of("BL-A", "BL-B", "BL-C"), organisations("regions: [\"" + PROVINCE + "\"]"));
    assertEquals(List.of("BL-B", "BL-C"), organisations("regions: [\"" + TOWN + "\"]"));
    assertEquals(
        List.of("BL-C"), organisations("regions: [\"" + COUNTY + "\"] kinds: [VILLAGE, PARTY]"));
    assertEquals(List.of("BL-B"), organisations("parent: \"BL-A\""));
  }

  private static List<String> organisations(String filter) {
    return Walk.forward(Accounts.ANONYMOUS, "organisations", "filter: {" + filter + "}", 1);
  }

  @Test
  void a_page_is_one_statement_and_its_total_a_second() {
    writer.saveRegions(TREE, NOTHING_MORE);
    try (var statements = new Statements()) {
      Portal.json(Accounts.ANONYMOUS, "{regions(first: 50) {nodes {code name pathName}}}");
      assertEquals(1, statements.heard().size(), () -> statements.heard().toString());
      Portal.json(Accounts.ANONYMOUS, "{regions(first: 50) {totalCount nodes {code}}}");
      assertEquals(3, statements.heard().size(), () -> statements.heard().toString());
    }
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    writer.saveRegions(TREE, NOTHING_MORE);
    String cursor =
        Portal.json(Accounts.ANONYMOUS, "{regions(first: 1) {pageInfo {endCursor}}}")
            .getString("data.regions.pageInfo.endCursor");
    var refused =
        Portal.json(
            Accounts.ANONYMOUS,
            "{regions(level: COUNTY first: 1 after: \"" + cursor + "\") {nodes {code}}}");
    assertEquals("BAD_INPUT", refused.getString("errors[0].extensions.code"));
    assertTrue(refused.getString("errors[0].message").contains("cursor"));
  }
}
