package org.heliograph.subsidy;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.RegionArguments;
import org.heliograph.record.Criterion;
import org.jspecify.annotations.Nullable;

/** What a list of programmes may be narrowed by. */
@Input("SubsidyProgrammeFilter")
@Description("Narrows a list of subsidy programmes; all given parts must hold.")
public class SubsidyProgrammeFilter {
  @Nullable
  @Description("12-digit codes of divisions: programmes paid in any of them or below.")
  public List<@NonNull String> regions;

  @Nullable
  @Description("Codes of organisations: programmes that any of them runs.")
  public List<@NonNull String> organisations;

  @Nullable
  @Description("Codes of programmes.")
  public List<@NonNull String> codes;

  @Nullable
  @Description("Categories, exactly as the programmes write them.")
  public List<@NonNull String> categories;

  @Nullable
  @Description("How the published lists name people.")
  public List<@NonNull PublicityRule> publicityRules;

  List<Criterion> criteria() {
    RegionArguments.check("filter.regions", regions);
    return Criterion.collect()
        .under(regions)
        .anyOf("organisation", organisations)
        .anyOf("code", codes)
        .anyOf("category", categories)
        .anyOf("publicityRule", publicityRules)
        .criteria();
  }
}
