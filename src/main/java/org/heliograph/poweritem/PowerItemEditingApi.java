package org.heliograph.poweritem;

import io.smallrye.graphql.api.Context;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.editing.Editing;
import org.heliograph.editing.Editing.Call;
import org.heliograph.editing.Editing.Kind;
import org.heliograph.editing.TransitionPayload;
import org.heliograph.graphql.Selection;
import org.heliograph.workflow.Transition;
import org.jspecify.annotations.Nullable;

/** Writing power items. */
@GraphQLApi
public class PowerItemEditingApi {
  private final Editing editing;
  private final Kind<PowerItem, PowerItemView> kind;

  public PowerItemEditingApi(Editing editing, PowerItemViews views, PowerItemImport content) {
    this.editing = editing;
    kind = new Kind<>(views, content);
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description(
      "Writes the first draft of a power item 起草. For editors and service accounts of the organisation.")
  public TransitionPayload draftPowerItem(
      @NonNull @Description("The content.") PowerItemInput input,
      @Nullable @Description(Editing.KEY) String key,
      Context context) {
    return editing.write(
        kind, Transition.DRAFT, input, new Call(null, null, null, key, Selection.of(context)));
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description("Writes a draft or returned power item anew 修改: absent fields become empty.")
  public TransitionPayload updatePowerItem(
      @NonNull @Id @Description("Global id of the record.") String id,
      @NonNull @Description(Editing.VERSION) String version,
      @NonNull @Description("The content.") PowerItemInput input,
      @Nullable @Description(Editing.KEY) String key,
      Context context) {
    return editing.write(
        kind, Transition.UPDATE, input, new Call(id, version, null, key, Selection.of(context)));
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description(
      "Drafts a correction beside the published power item 更正, which stays public until the correction is published.")
  public TransitionPayload correctPowerItem(
      @NonNull @Id @Description("Global id of the record.") String id,
      @NonNull @Description(Editing.VERSION) String version,
      @NonNull @Description("The content.") PowerItemInput input,
      @Nullable @Description(Editing.KEY) String key,
      Context context) {
    return editing.write(
        kind, Transition.CORRECT, input, new Call(id, version, null, key, Selection.of(context)));
  }
}
