package org.heliograph.record;

import jakarta.persistence.MappedSuperclass;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.shared.RegionCode;

/** What lies in a division: its code and those above it, empty where below the row's own level. */
@MappedSuperclass
public abstract class Located {
  public String province;
  public String city;
  public String county;
  public String township;
  public String village;

  protected void settle(RegionCode region) {
    province = region.at(RegionCode.Level.PROVINCE).map(RegionCode::value).orElse("");
    city = region.at(RegionCode.Level.CITY).map(RegionCode::value).orElse("");
    county = region.at(RegionCode.Level.COUNTY).map(RegionCode::value).orElse("");
    township = region.at(RegionCode.Level.TOWNSHIP).map(RegionCode::value).orElse("");
    village = region.at(RegionCode.Level.VILLAGE).map(RegionCode::value).orElse("");
  }

  /** The division that the record lies in. */
  public RegionCode region() {
    return Stream.of(village, township, county, city, province)
        .filter(code -> !code.isEmpty())
        .findFirst()
        .map(RegionCode::new)
        .orElse(RegionCode.NATION);
  }

  /** The division and all above it, the nation included. */
  public Set<String> regionPath() {
    return Stream.of(RegionCode.NATION.value(), province, city, county, township, village)
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
