package org.heliograph.directory;

import jakarta.inject.Singleton;
import java.util.List;
import org.heliograph.store.ReferenceStore;

/** The names of organisations, whole and short. */
@Singleton
class OrganisationNames implements NameSource {
  private final ReferenceStore references;

  OrganisationNames(ReferenceStore references) {
    this.references = references;
  }

  @Override
  public NameKind kind() {
    return NameKind.ORGANISATION;
  }

  @Override
  public List<Name> names() {
    return references.all(DirectoryTypes.ORGANISATIONS).stream()
        .map(each -> new Name(each.code, each.name, each.shortName, null))
        .toList();
  }
}
