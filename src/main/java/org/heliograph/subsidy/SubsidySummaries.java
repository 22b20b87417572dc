package org.heliograph.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heliograph.directory.Directory;
import org.heliograph.directory.Region;
import org.heliograph.directory.RegionView;
import org.heliograph.graphql.Selection;
import org.heliograph.record.Criterion;
import org.heliograph.record.SummaryQuery;
import org.heliograph.shared.RegionCode;
import org.heliograph.store.RecordStore;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;
import org.jspecify.annotations.Nullable;

/** Summarises receipts: one statement for the groups, one more for each sort of name they bear. */
@ApplicationScoped
public class SubsidySummaries {
  /** More than anybody reads, and little enough to answer at once. */
  static final int LARGEST = 1_000;

  private final RecordStore store;
  private final SubsidyBeneficiaryType type;
  private final SubsidyProgrammeViews programmes;
  private final Directory directory;

  public SubsidySummaries(
      RecordStore store,
      SubsidyBeneficiaryType type,
      SubsidyProgrammeViews programmes,
      Directory directory) {
    this.store = store;
    this.type = type;
    this.programmes = programmes;
    this.directory = directory;
  }

  /** The names that groups bear. */
  private record Names(Map<String, SubsidyProgrammeView> programmes, Map<String, Region> regions) {
    @Nullable RegionView region(@Nullable String code) {
      if (code == null) {
        return null;
      }
      Region region = regions.get(code);
      return region == null ? RegionView.unknown(new RegionCode(code)) : RegionView.of(region);
    }
  }

  /**
   * What is summed up.
   *
   * @param largest most groups that are answered; more are BAD_INPUT
   */
  record Asked(Set<SubsidyDimension> groupBy, List<Criterion> criteria, int largest) {}

  SubsidySummaryView of(Asked asked, Selection selection, Viewer viewer) {
    var dimensions = new ArrayList<>(new LinkedHashSet<>(asked.groupBy()));
    var query =
        new SummaryQuery(
            asked.criteria(),
            dimensions.stream().map(SubsidyDimension::dimension).toList(),
            "amount",
            asked.largest());
    var groups = store.summarise(type, query, VisibilityPolicy.of(type.kind(), viewer));
    var names = names(dimensions, groups, selection.at("groups"));
    var views = new ArrayList<SubsidySummaryView.Group>(groups.size());
    long count = 0;
    var sum = BigDecimal.ZERO;
    for (SummaryQuery.Group group : groups) {
      views.add(view(dimensions, group, names));
      count += group.count();
      sum = sum.add(group.sum());
    }
    return new SubsidySummaryView(Math.toIntExact(count), sum, views);
  }

  private Names names(
      List<SubsidyDimension> dimensions, List<SummaryQuery.Group> groups, Selection selection) {
    var codes = new HashSet<String>();
    var regions = new HashSet<String>();
    for (int i = 0; i < dimensions.size(); i++) {
      Set<String> wanted =
          switch (dimensions.get(i)) {
            case PROGRAMME -> selection.has("programme") ? codes : null;
            case COUNTY -> selection.has("county") ? regions : null;
            case TOWNSHIP -> selection.has("township") ? regions : null;
            case VILLAGE -> selection.has("village") ? regions : null;
            case YEAR, STATUS -> null;
          };
      if (wanted != null) {
        for (SummaryQuery.Group group : groups) {
          if (group.keys().get(i) instanceof String code) {
            wanted.add(code);
          }
        }
      }
    }
    return new Names(programmes.byCodes(codes), directory.regions(regions));
  }

  private static SubsidySummaryView.Group view(
      List<SubsidyDimension> dimensions, SummaryQuery.Group group, Names names) {
    SubsidyProgrammeView programme = null;
    Integer year = null;
    RegionView county = null;
    RegionView township = null;
    RegionView village = null;
    PaymentStatus status = null;
    for (int i = 0; i < dimensions.size(); i++) {
      Object key = group.keys().get(i);
      if (key == null) {
        continue;
      }
      switch (dimensions.get(i)) {
        case PROGRAMME -> programme = names.programmes().get((String) key);
        case YEAR -> year = (Integer) key;
        case COUNTY -> county = names.region((String) key);
        case TOWNSHIP -> township = names.region((String) key);
        case VILLAGE -> village = names.region((String) key);
        case STATUS -> status = PaymentStatus.valueOf((String) key);
      }
    }
    return new SubsidySummaryView.Group(
        programme,
        year,
        county,
        township,
        village,
        status,
        Math.toIntExact(group.count()),
        group.sum());
  }
}
