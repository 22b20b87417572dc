package org.heliograph.disclosure;

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

/** Writing disclosures. */
@GraphQLApi
public class DisclosureEditingApi {
  private final Editing editing;
  private final Kind<Disclosure, DisclosureView> kind;

  public DisclosureEditingApi(Editing editing, DisclosureViews views, DisclosureImport content) {
    this.editing = editing;
    kind = new Kind<>(views, content);
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description(
      "Writes the first draft of a disclosure 起草. For editors and service accounts of the organisation.")
  public TransitionPayload draftDisclosure(
      @NonNull @Description("The content.") DisclosureInput input,
      @Nullable @Description(Editing.KEY) String key,
      Context context) {
    return editing.write(
        kind, Transition.DRAFT, input, new Call(null, null, null, key, Selection.of(context)));
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description("Writes a draft or returned disclosure anew 修改: absent fields become empty.")
  public TransitionPayload updateDisclosure(
      @NonNull @Id @Description("Global id of the record.") String id,
      @NonNull @Description(Editing.VERSION) String version,
      @NonNull @Description("The content.") DisclosureInput input,
      @Nullable @Description(Editing.KEY) String key,
      Context context) {
    return editing.write(
        kind, Transition.UPDATE, input, new Call(id, version, null, key, Selection.of(context)));
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description(
      "Drafts a correction beside the published disclosure 更正, which stays public until the correction is published.")
  public TransitionPayload correctDisclosure(
      @NonNull @Id @Description("Global id of the record.") String id,
      @NonNull @Description(Editing.VERSION) String version,
      @NonNull @Description("The content.") DisclosureInput input,
      @Nullable @Description(Editing.KEY) String key,
      Context context) {
    return editing.write(
        kind, Transition.CORRECT, input, new Call(id, version, null, key, Selection.of(context)));
  }
}
