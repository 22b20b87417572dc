package org.heliograph.editing;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.workflow.Change;
import org.heliograph.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** Why a change was not made. */
@Name("Refusal")
@Description("Why a change was not made; nothing of it was kept.")
public record RefusalView(
    @NonNull @Description("Stable code.") Refusal.Code code,
    @Nullable @Description("The argument at fault, for example input.steps[2].key.") String path,
    @NonNull @Description("What is wrong and how to mend it.") String message,
    @NonNull @Description("For STALE: what happened since the version that you saw, oldest first.")
        List<@NonNull ChangeView> changes) {

  public static RefusalView of(Refusal refusal) {
    return new RefusalView(
        refusal.code(),
        refusal.path(),
        refusal.message(),
        refusal.changes().stream().map(ChangeView::of).toList());
  }

  /** A step that was taken meanwhile. */
  @Name("Change")
  @Description("A step that was taken.")
  public record ChangeView(
      @NonNull @Description("The transition, for example UPDATE or SUBMIT.") String transition,
      @NonNull @Description("The version that the record had after it.") String version,
      @NonNull @Description("When.") Instant at,
      @NonNull @Description("Names of the fields whose content it changed.")
          List<@NonNull String> fields) {

    static ChangeView of(Change change) {
      return new ChangeView(
          change.transition(), change.version().text(), change.at(), change.fields());
    }
  }
}
