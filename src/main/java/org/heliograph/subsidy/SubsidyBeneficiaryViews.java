package org.heliograph.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heliograph.graphql.RecordView.Visible;
import org.heliograph.graphql.Selection;
import org.heliograph.graphql.Surroundings;
import org.heliograph.graphql.Views;
import org.heliograph.record.Lookup;
import org.heliograph.record.RecordType;
import org.heliograph.visibility.Viewer;

/** Makes views of receipts: one statement for all programmes of a page. */
@ApplicationScoped
public class SubsidyBeneficiaryViews implements Views<SubsidyBeneficiary, SubsidyBeneficiaryView> {
  private final SubsidyBeneficiaryType type;
  private final Surroundings.Finder surroundings;
  private final SubsidyProgrammeViews programmes;

  public SubsidyBeneficiaryViews(
      SubsidyBeneficiaryType type,
      Surroundings.Finder surroundings,
      SubsidyProgrammeViews programmes) {
    this.type = type;
    this.surroundings = surroundings;
    this.programmes = programmes;
  }

  @Override
  public RecordType<SubsidyBeneficiary> type() {
    return type;
  }

  @Override
  public List<SubsidyBeneficiaryView> of(
      List<Lookup.Found<SubsidyBeneficiary>> found, Selection selection, Viewer viewer) {
    List<SubsidyBeneficiary> rows = found.stream().map(Lookup.Found::row).toList();
    var around = surroundings.of(rows, selection);
    Map<String, SubsidyProgrammeView> named =
        selection.has("programme")
            ? programmes.byCodes(
                rows.stream().map(row -> row.programme).collect(Collectors.toSet()))
            : Map.of();
    return found.stream()
        .map(each ->
            new SubsidyBeneficiaryView(
                new Visible<>(each.row(), each.fields(), around), named.get(each.row().programme)))
        .toList();
  }
}
