package org.heliograph.poweritem;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.CommonFilter;
import org.heliograph.record.Criterion;
import org.jspecify.annotations.Nullable;

/** What a list of power items may be narrowed by. */
@Input("PowerItemFilter")
@Description("Narrows a list of power items; all given parts must hold.")
public class PowerItemFilter extends CommonFilter {
  @Nullable
  @Description("Catalogue codes 基本编码.")
  public List<@NonNull String> basicCodes;

  @Nullable
  @Description("Categories of power.")
  public List<@NonNull PowerCategory> categories;

  @Nullable
  @Description("Levels at which the power is exercised.")
  public List<@NonNull ExerciseLevel> levels;

  @Nullable
  @Description("Integrity-risk grades of the item.")
  public List<@NonNull RiskGrade> grades;

  @Nullable
  @Description("States.")
  public List<@NonNull PowerItemState> states;

  @Override
  public List<Criterion> criteria() {
    return common()
        .anyOf("basicCode", basicCodes)
        .anyOf("category", categories)
        .anyOf("level", levels)
        .anyOf("grade", grades)
        .anyOf("state", states)
        .criteria();
  }
}
