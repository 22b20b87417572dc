package org.heliograph.subsidy;

import jakarta.inject.Singleton;
import java.util.List;
import org.heliograph.directory.NameKind;
import org.heliograph.directory.NameSource;
import org.heliograph.store.ReferenceStore;

/** The names of subsidy programmes. */
@Singleton
class ProgrammeNames implements NameSource {
  private final ReferenceStore references;

  ProgrammeNames(ReferenceStore references) {
    this.references = references;
  }

  @Override
  public NameKind kind() {
    return NameKind.PROGRAMME;
  }

  @Override
  public List<Name> names() {
    return references.all(ProgrammeWriter.TYPE).stream()
        .map(each -> new Name(each.code, each.name, null, null))
        .toList();
  }
}
