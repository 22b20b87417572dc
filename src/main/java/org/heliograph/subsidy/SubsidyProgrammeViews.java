package org.heliograph.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.directory.Directory;
import org.heliograph.directory.Organisation;
import org.heliograph.directory.OrganisationView;
import org.heliograph.directory.Region;
import org.heliograph.directory.RegionView;
import org.heliograph.shared.RegionCode;
import org.heliograph.store.ReferenceStore;

/** Makes views of programmes with their organisations and divisions, looked up together. */
@ApplicationScoped
public class SubsidyProgrammeViews {
  private final ReferenceStore store;
  private final Directory directory;

  public SubsidyProgrammeViews(ReferenceStore store, Directory directory) {
    this.store = store;
    this.directory = directory;
  }

  /** The programmes that exist among the codes, with one statement. */
  Map<String, SubsidyProgrammeView> byCodes(Collection<String> codes) {
    var views = new HashMap<String, SubsidyProgrammeView>();
    for (var view : of(List.copyOf(store.byCodes(ProgrammeWriter.TYPE, codes).values()))) {
      views.put(view.code(), view);
    }
    return views;
  }

  /** One view per programme, in order. */
  List<SubsidyProgrammeView> of(List<SubsidyProgramme> programmes) {
    var organisations =
        directory.organisations(programmes.stream().map(each -> each.organisation).toList());
    var regions = directory.regions(programmes.stream().map(each -> each.region).toList());
    return programmes.stream().map(each -> view(each, organisations, regions)).toList();
  }

  private static SubsidyProgrammeView view(
      SubsidyProgramme programme,
      Map<String, Organisation> organisations,
      Map<String, Region> regions) {
    Organisation organisation = organisations.get(programme.organisation);
    if (organisation == null) {
      throw new IllegalStateException("a programme names an organisation that does not exist");
    }
    Region region = regions.get(programme.region);
    return new SubsidyProgrammeView(
        programme.code,
        programme.name,
        programme.category,
        OrganisationView.of(organisation),
        region == null
            ? RegionView.unknown(new RegionCode(programme.region))
            : RegionView.of(region),
        programme.basis,
        programme.standard,
        programme.publicityRule,
        programme.sensitive,
        programme.validFrom,
        programme.validUntil);
  }
}
