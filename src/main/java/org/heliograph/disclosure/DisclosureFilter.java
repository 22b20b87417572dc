package org.heliograph.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.CommonFilter;
import org.heliograph.poweritem.DisclosureManner;
import org.heliograph.record.Criterion;
import org.jspecify.annotations.Nullable;

/** What a list of disclosures may be narrowed by. */
@Input("DisclosureFilter")
@Description("Narrows a list of disclosures; all given parts must hold.")
public class DisclosureFilter extends CommonFilter {
  @Nullable
  @Description("Categories of the disclosure catalogue.")
  public List<@NonNull DisclosureCategory> categories;

  @Nullable
  @Description("Periods exactly as given: 2026, 2026-Q3, 2026-09.")
  public List<@NonNull String> periods;

  @Nullable
  @Description("Forms.")
  public List<@NonNull DisclosureForm> forms;

  @Nullable
  @Description("Manners of disclosure.")
  public List<@NonNull DisclosureManner> manners;

  @Nullable
  @Description("Open to objections on this date.")
  public LocalDate publicityOn;

  @Override
  public List<Criterion> criteria() {
    return common()
        .anyOf("category", categories)
        .anyOf("period", periods)
        .anyOf("form", forms)
        .anyOf("manner", manners)
        .between("publicityFrom", null, publicityOn)
        .between("publicityUntil", publicityOn, null)
        .criteria();
  }
}
