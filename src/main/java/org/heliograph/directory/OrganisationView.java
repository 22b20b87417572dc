package org.heliograph.directory;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An organisation as the schema shows it. */
@Name("Organisation")
@Description("A body that owns records: department, party body, township, village or institution.")
public record OrganisationView(
    @NonNull @Description("Code of the organisation.") String code,
    @NonNull @Description("Name.") String name,
    @Nullable @Description("Short name.") String shortName,
    @NonNull @Description("What sort of body it is.") OrganisationKind kind,
    @Nullable
        @Description(
            "What sort of authority it is to rules that are made for one, for example MARKET_REGULATION; null for none of those.")
        String type,
    @Nullable @Description("Code of the body above it.") String parentCode,
    @NonNull @Description("12-digit code of the division that it serves.") String regionCode) {

  public static OrganisationView of(Organisation organisation) {
    return new OrganisationView(
        organisation.code,
        organisation.name,
        organisation.shortName,
        organisation.kind,
        organisation.type,
        organisation.parent,
        organisation.region);
  }
}
