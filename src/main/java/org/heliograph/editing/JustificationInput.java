package org.heliograph.editing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.privacy.Category;
import org.heliograph.workflow.Justification;

/** Why something that looks personal may go out. */
@Input("JustificationInput")
@Description("Why something that looks personal may go out; the reviewer reads it.")
public class JustificationInput {
  @NonNull
  @Description("Path of the refusal that it answers, for example steps[2].content.")
  public String place;

  @NonNull
  @Description("Category that the refusal names.")
  public PersonalData category;

  @NonNull
  @Description("The reason.")
  public String reason;

  Justification justification() {
    return new Justification(place, Category.valueOf(category.name()), reason);
  }
}
