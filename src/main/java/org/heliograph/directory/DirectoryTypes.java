package org.heliograph.directory;

import java.util.Arrays;
import java.util.Map;
import org.heliograph.record.ReferenceType;

/** How regions and organisations are stored. */
public final class DirectoryTypes {
  public static final ReferenceType<Region> REGIONS =
      new ReferenceType<>(
          Region.class,
          "region",
          region -> region.code,
          region -> Arrays.asList(region.name, region.level, region.parent, region.pathName),
          Map.of("code", "code", "region", "code", "parent", "parent", "level", "level"));

  public static final ReferenceType<Organisation> ORGANISATIONS =
      new ReferenceType<>(
          Organisation.class,
          "organisation",
          organisation -> organisation.code,
          organisation ->
              Arrays.asList(
                  organisation.name,
                  organisation.shortName,
                  organisation.kind,
                  organisation.type,
                  organisation.parent,
                  organisation.region),
          Map.of(
              "code", "code", "region", "region", "parent", "parent", "kind", "kind", "type",
              "type"));

  private DirectoryTypes() {}
}
