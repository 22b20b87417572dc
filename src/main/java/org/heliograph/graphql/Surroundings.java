package org.heliograph.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import org.heliograph.directory.Directory;
import org.heliograph.directory.Organisation;
import org.heliograph.directory.OrganisationView;
import org.heliograph.directory.Region;
import org.heliograph.directory.RegionView;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.RegionCode;

/**
 * The organisations and divisions that a page of records names, looked up together, and where it is
 * noted that a personal field was read.
 */
public record Surroundings(
    Map<String, Organisation> organisations, Map<String, Region> regions, PersonalReads reads) {

  OrganisationView organisation(String code) {
    Organisation organisation = organisations.get(code);
    if (organisation == null) {
      throw new IllegalStateException("a record names an organisation that was not looked up");
    }
    return OrganisationView.of(organisation);
  }

  RegionView region(RegionCode code) {
    Region region = regions.get(code.value());
    return region == null ? RegionView.unknown(code) : RegionView.of(region);
  }

  /** Looks up what the selection needs and nothing else. */
  @ApplicationScoped
  public static class Finder {
    private final Directory directory;
    private final PersonalReads reads;

    public Finder(Directory directory, PersonalReads reads) {
      this.directory = directory;
      this.reads = reads;
    }

    public Surroundings of(Collection<? extends PublicRecord> rows, Selection selection) {
      var organisations = new HashSet<String>();
      var regions = new HashSet<String>();
      for (PublicRecord row : rows) {
        organisations.add(row.organisation);
        regions.add(row.region().value());
      }
      return new Surroundings(
          selection.has("organisation") ? directory.organisations(organisations) : Map.of(),
          selection.has("region") ? directory.regions(regions) : Map.of(),
          reads);
    }
  }
}
