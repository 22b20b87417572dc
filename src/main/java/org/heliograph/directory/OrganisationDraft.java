package org.heliograph.directory;

import org.jspecify.annotations.Nullable;

/**
 * An organisation as a source gives it.
 *
 * @param type what sort of authority it is to rules that are made for one; null for none of those
 */
public record OrganisationDraft(
    String code,
    String name,
    @Nullable String shortName,
    OrganisationKind kind,
    @Nullable String parent,
    String region,
    @Nullable String type) {

  public OrganisationDraft(
      String code,
      String name,
      @Nullable String shortName,
      OrganisationKind kind,
      @Nullable String parent,
      String region) {
    this(code, name, shortName, kind, parent, region, null);
  }
}
