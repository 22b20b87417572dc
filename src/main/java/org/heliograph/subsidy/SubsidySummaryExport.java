package org.heliograph.subsidy;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.heliograph.directory.RegionView;
import org.heliograph.export.Columns;
import org.heliograph.export.Export;
import org.heliograph.export.ExportColumn;
import org.heliograph.export.FilterParameters;
import org.heliograph.export.Parameters;
import org.heliograph.export.RowWriter;
import org.heliograph.graphql.Selection;
import org.heliograph.subsidy.SubsidySummaryView.Group;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/** Sums over receipts as a file: a row for each group, empty cells for what was not grouped by. */
@Singleton
public class SubsidySummaryExport implements Export {
  /** Little enough to hold at once: every village of a province, for some years. */
  private static final int LARGEST = 100_000;

  private static final Selection SELECTION =
      Selection.parse(
          "{groups{programme{code} county{code} township{code} village{code} count sum}}");

  private static final List<ExportColumn<Group>> COLUMNS =
      Columns.of(Group.class)
          .add(
              "programme",
              "项目编码",
              "Code of the programme, when grouped by PROGRAMME.",
              programme(SubsidyProgrammeView::code))
          .add(
              "programmeName",
              "项目名称",
              "Name of that programme.",
              programme(SubsidyProgrammeView::name))
          .add("year", "年度", Group::year)
          .add(
              "county",
              "县（市、区）",
              "Code of the county, when grouped by COUNTY; empty for receipts above that level.",
              region(Group::county, RegionView::code))
          .add(
              "countyName",
              "县（市、区）名称",
              "Name of that county.",
              region(Group::county, RegionView::name))
          .add(
              "township",
              "乡镇（街道）",
              "Code of the township, when grouped by TOWNSHIP; empty for receipts above that level.",
              region(Group::township, RegionView::code))
          .add(
              "townshipName",
              "乡镇（街道）名称",
              "Name of that township.",
              region(Group::township, RegionView::name))
          .add(
              "village",
              "村（社区）",
              "Code of the village, when grouped by VILLAGE; empty for receipts above that level.",
              region(Group::village, RegionView::code))
          .add(
              "villageName",
              "村（社区）名称",
              "Name of that village.",
              region(Group::village, RegionView::name))
          .add("status", "发放状态", Group::status)
          .add("count", "笔数", Group::count)
          .add("sum", "金额合计", Group::sum)
          .all();

  private final SubsidySummaries summaries;

  public SubsidySummaryExport(SubsidySummaries summaries) {
    this.summaries = summaries;
  }

  private static Function<Group, @Nullable Object> programme(
      Function<SubsidyProgrammeView, String> part) {
    return group -> {
      SubsidyProgrammeView programme = group.programme();
      return programme == null ? null : part.apply(programme);
    };
  }

  private static Function<Group, @Nullable Object> region(
      Function<Group, @Nullable RegionView> which, Function<RegionView, String> part) {
    return group -> {
      RegionView region = which.apply(group);
      return region == null ? null : part.apply(region);
    };
  }

  @Override
  public String word() {
    return "subsidy-summary";
  }

  @Override
  public String heading() {
    return "补贴汇总";
  }

  @Override
  public List<ExportColumn<Group>> columns() {
    return COLUMNS;
  }

  @Override
  public Rows ask(Parameters parameters, Viewer viewer) {
    List<SubsidyDimension> groupBy = parameters.all("groupBy", SubsidyDimension.class);
    var filter = FilterParameters.read(SubsidyBeneficiaryFilter.class, parameters);
    parameters.refuseUnknown();
    Set<SubsidyDimension> by = groupBy == null ? Set.of() : new LinkedHashSet<>(groupBy);
    var asked =
        new SubsidySummaries.Asked(
            by, FilterParameters.withoutWithdrawn(filter).criteria(), LARGEST);
    return (out, stop) -> write(summaries.of(asked, SELECTION, viewer).groups(), out);
  }

  private static long write(List<Group> groups, RowWriter out) throws IOException {
    for (Group group : groups) {
      var values = new ArrayList<@Nullable Object>(COLUMNS.size());
      COLUMNS.forEach(column -> values.add(column.value().apply(group)));
      out.row(values);
    }
    return groups.size();
  }
}
