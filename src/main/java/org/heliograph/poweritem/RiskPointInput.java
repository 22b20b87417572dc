package org.heliograph.poweritem;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What can go wrong 廉政风险点, at a step, a post or (with neither) the organisation. */
@Input("RiskPointInput")
@Description("What can go wrong 廉政风险点, at a step, a post or (with neither) the organisation.")
public class RiskPointInput {
  @NonNull
  @Description("Code of the risk point.")
  public String code;

  @NonNull
  @Description("Grade.")
  public RiskGrade grade;

  @NonNull
  @Description("What can go wrong.")
  public String description;

  @Nullable
  @Description("Key of the step.")
  public String step;

  @Nullable
  @Description("Post.")
  public String post;

  @Nullable
  @Description("Who holds the post; for people in office.")
  public String holder;

  @NonNull
  @Description("防控措施 what answers it; at least one.")
  public List<@NonNull MeasureInput> measures;

  /** What answers a risk 防控措施. */
  @Input("ControlMeasureInput")
  @Description("What answers a risk 防控措施.")
  public static class MeasureInput {
    @NonNull
    @Description("The measure.")
    public String description;

    @Nullable
    @Description("Who sees to it.")
    public String duty;
  }
}
