package org.heliograph.disclosure;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Description;

/** What a disclosure of a structured form says in fields of its own. Kept as JSON with its form. */
@Union
@Description("What a disclosure of a structured form says in fields of its own.")
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    property = "form",
    requireTypeIdForSubtypes = OptBoolean.FALSE)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Decision.class, name = "DECISION"),
  @JsonSubTypes.Type(value = GovernmentProject.class, name = "PROJECT"),
  @JsonSubTypes.Type(value = AssetContract.class, name = "CONTRACT"),
  @JsonSubTypes.Type(value = Account.class, name = "ACCOUNT"),
  @JsonSubTypes.Type(value = HandlingStatistics.class, name = "STATISTICS")
})
public sealed interface DisclosureDetail
    permits Decision, GovernmentProject, AssetContract, Account, HandlingStatistics {}
