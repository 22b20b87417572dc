package org.heliograph.directory;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.shared.RegionCode;
import org.jspecify.annotations.Nullable;

/** A division as the schema shows it. */
@Name("Region")
@Description("An administrative division 行政区划.")
public record RegionView(
    @NonNull @Description("12-digit division code.") String code,
    @NonNull @Description("Name of the division.") String name,
    @NonNull @Description("Level of the division.") RegionCode.Level level,
    @Nullable @Description("Code of the division above; null for the nation.") String parentCode,
    @NonNull @Description("Names from the province down, joined by a slash.") String pathName) {

  public static RegionView of(Region region) {
    return new RegionView(region.code, region.name, region.level, region.parent, region.pathName);
  }

  /** A division that a record names but the directory does not hold (yet). */
  public static RegionView unknown(RegionCode code) {
    return new RegionView(code.value(), code.value(), code.level(), null, code.value());
  }
}
