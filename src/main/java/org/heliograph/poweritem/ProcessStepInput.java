package org.heliograph.poweritem;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.poweritem.PowerItemInput.LimitInput;
import org.jspecify.annotations.Nullable;

/** A step of the process flow 环节. */
@Input("ProcessStepInput")
@Description("A step of the process flow 环节.")
public class ProcessStepInput {
  @NonNull
  @Description("Key of the step within the item; up to 64 characters.")
  public String key;

  @NonNull
  @Description("Name of the step.")
  public String name;

  @Nullable
  @Description("岗位 post.")
  public String post;

  @Nullable
  @Description("办理人 handler; for people in office.")
  public String handler;

  @Nullable
  @Description("Telephone of the handler; for people in office.")
  public String handlerPhone;

  @Nullable
  @Description("What is done.")
  public String content;

  @Nullable
  @Description("What comes of it.")
  public String result;

  @Nullable
  @Description("Time limit of the step.")
  public LimitInput limit;

  @Nullable
  @Description("What stops the clock.")
  public List<@NonNull ClockStop> clockStops;

  @Nullable
  @Description("Steps that may follow.")
  public List<@NonNull EdgeInput> next;

  /** A way from one step to another. */
  @Input("FlowEdgeInput")
  @Description("A way from one step to another.")
  public static class EdgeInput {
    @NonNull
    @Description("Key of the step that follows.")
    public String to;

    @Nullable
    @Description("Under which condition; always when absent.")
    public String condition;
  }
}
