package org.heliograph.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A body that owns records: department, party body, township, village, institution. */
@Entity
@Table(name = "organisation")
public class Organisation {
  @Id public String code;
  public String name;

  @Column(name = "short_name")
  public @Nullable String shortName;

  @Enumerated(EnumType.STRING)
  public OrganisationKind kind;

  /** What sort of authority it is to rules that are made for one, like MARKET_REGULATION. */
  public @Nullable String type;

  public @Nullable String parent;
  public String region;

  static Organisation of(OrganisationDraft draft) {
    var organisation = new Organisation();
    organisation.code = draft.code();
    organisation.name = draft.name();
    organisation.shortName = draft.shortName();
    organisation.kind = draft.kind();
    organisation.type = draft.type();
    organisation.parent = draft.parent();
    organisation.region = draft.region();
    return organisation;
  }
}
