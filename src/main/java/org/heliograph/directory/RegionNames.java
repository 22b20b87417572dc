package org.heliograph.directory;

import jakarta.inject.Singleton;
import java.util.List;
import org.heliograph.shared.RegionCode;
import org.heliograph.store.ReferenceStore;

/** The names of divisions, each with the names of those above it. */
@Singleton
class RegionNames implements NameSource {
  private final ReferenceStore references;

  RegionNames(ReferenceStore references) {
    this.references = references;
  }

  @Override
  public NameKind kind() {
    return NameKind.REGION;
  }

  @Override
  public List<Name> names() {
    return references.all(DirectoryTypes.REGIONS).stream()
        .filter(region -> !region.code.equals(RegionCode.NATION.value()))
        .map(region -> new Name(region.code, region.name, null, region.pathName))
        .toList();
  }
}
