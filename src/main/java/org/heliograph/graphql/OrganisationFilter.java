package org.heliograph.graphql;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.directory.OrganisationKind;
import org.heliograph.record.Criterion;
import org.jspecify.annotations.Nullable;

/** What a list of organisations may be narrowed by. */
@Input("OrganisationFilter")
@Description("Narrows a list of organisations; all given parts must hold.")
public class OrganisationFilter {
  @Nullable
  @Description("12-digit codes of divisions: organisations that serve any of them or one below.")
  public List<@NonNull String> regions;

  @Nullable
  @Description("Sorts of body.")
  public List<@NonNull OrganisationKind> kinds;

  @Nullable
  @Description("Code of the body directly above.")
  public String parent;

  List<Criterion> criteria() {
    RegionArguments.check("filter.regions", regions);
    return Criterion.collect().under(regions).anyOf("kind", kinds).is("parent", parent).criteria();
  }
}
