package org.heliograph.editing;

import io.smallrye.graphql.api.Context;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.editing.Editing.Call;
import org.heliograph.graphql.AllViews;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.RecordOrTombstone;
import org.heliograph.graphql.RecordView;
import org.heliograph.graphql.Selection;
import org.heliograph.graphql.Views;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.heliograph.shared.WithdrawalKind;
import org.heliograph.workflow.Justification;
import org.heliograph.workflow.Refusal;
import org.heliograph.workflow.Step;
import org.heliograph.workflow.Transition;
import org.jspecify.annotations.Nullable;

/** The transitions that are the same for every kind. */
@GraphQLApi
public class TransitionApi {
  private static final String ID = "Global id of the record; of a correction, its own.";

  private final Editing editing;
  private final AllViews views;

  public TransitionApi(Editing editing, AllViews views) {
    this.editing = editing;
    this.views = views;
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description(
      "Gives up a draft or a returned revision 弃稿: its content goes for good. The answer has no record.")
  public TransitionPayload discard(
      @NonNull @Id @Description(ID) String id,
      @NonNull @Description(Editing.VERSION) String version,
      @Nullable @Description(Editing.KEY) String key,
      Context context) {
    return move(Transition.DISCARD, new Call(id, version, null, key, Selection.of(context)));
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description(
      "Sends a draft to review 送审. What looks personal in it is refused with PRIVACY, once for each finding.")
  public TransitionPayload submit(
      @NonNull @Id @Description(ID) String id,
      @NonNull @Description(Editing.VERSION) String version,
      // a list of non-null elements is itself taken for non-null here: the default makes it
      // optional, and an explicit null still arrives as null
      @Nullable
          @DefaultValue("[]")
          @Description("Why findings of an earlier attempt, refused with PRIVACY, may go out.")
          List<@NonNull JustificationInput> justifications,
      @Nullable @Description(Editing.KEY) String key,
      Context context) {
    var given =
        justifications == null
            ? List.<Justification>of()
            : justifications.stream().map(JustificationInput::justification).toList();
    return take(
        new Step.Submit<>(given),
        given.toString(),
        new Call(id, version, null, key, Selection.of(context)));
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description("Approves a revision in review 审核通过; never by somebody who wrote it.")
  public TransitionPayload approve(
      @NonNull @Id @Description(ID) String id,
      @NonNull @Description(Editing.VERSION) String version,
      @Nullable @Description(Editing.KEY) String key,
      Context context) {
    return move(Transition.APPROVE, new Call(id, version, null, key, Selection.of(context)));
  }

  @Mutation("return")
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description("Gives a revision back to its editors 退回, with a reason that they read.")
  public TransitionPayload giveBack(
      @NonNull @Id @Description(ID) String id,
      @NonNull @Description(Editing.VERSION) String version,
      @Nullable @Description("Why; needed.") String reason,
      @Nullable @Description(Editing.KEY) String key,
      Context context) {
    return move(Transition.RETURN, new Call(id, version, reason, key, Selection.of(context)));
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description("Has an approved revision published at a set time 定时发布.")
  public TransitionPayload schedule(
      @NonNull @Id @Description(ID) String id,
      @NonNull @Description(Editing.VERSION) String version,
      @NonNull @Description("When; in the future.") Instant at,
      @Nullable @Description(Editing.KEY) String key,
      Context context) {
    return take(
        new Step.Schedule<>(at),
        at.toString(),
        new Call(id, version, null, key, Selection.of(context)));
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description("Publishes an approved revision 发布; an earlier one is replaced.")
  public TransitionPayload publish(
      @NonNull @Id @Description(ID) String id,
      @NonNull @Description(Editing.VERSION) String version,
      @Nullable @Description(Editing.KEY) String key,
      Context context) {
    return move(Transition.PUBLISH, new Call(id, version, null, key, Selection.of(context)));
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description("Withdraws a published record 撤回, everywhere at once.")
  public TransitionPayload withdraw(
      @NonNull @Id @Description(ID) String id,
      @NonNull @Description(Editing.VERSION) String version,
      @NonNull @Description("How.") WithdrawalKind kind,
      @Nullable @Description("Why, for the public; needed.") String reason,
      @Nullable @Id @Description("Global id of the successor; for REPLACED alone.")
          String successor,
      @Nullable
          @Description(
              "For an administrative penalty that was annulled: the day. It leaves as GONE or ERASED, within three working days (行政处罚法 第四十八条).")
          LocalDate annulledOn,
      @Nullable @Description(Editing.KEY) String key,
      Context context) {
    var named = successor == null ? null : RecordRef.parse(successor).orElse(null);
    RecordKind own = RecordRef.parse(id).map(RecordRef::kind).orElse(null);
    if (successor != null && (named == null || named.revision() != 0 || named.kind() != own)) {
      return Editing.refused(
          Refusal.at(
              Refusal.Code.INVALID, "successor", "is no global id of a record of the same kind"));
    }
    return take(
        new Step.Withdraw<>(kind, named == null ? null : named.recordId(), annulledOn),
        kind + " " + successor + " " + annulledOn,
        new Call(id, version, reason, key, Selection.of(context)));
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description(
      "Notes that a published penalty was changed or annulled 变更、撤销、确认违法或者确认无效. It stays public until it is withdrawn, as GONE or ERASED, which is due within three working days (行政处罚法 第四十八条).")
  public TransitionPayload annul(
      @NonNull @Id @Description(ID) String id,
      @NonNull @Description(Editing.VERSION) String version,
      @NonNull @Description("When it was annulled; today at the latest.") LocalDate annulledOn,
      @Nullable @Description("By whom and why; needed.") String reason,
      @Nullable @Description(Editing.KEY) String key,
      Context context) {
    return take(
        new Step.Annul<>(annulledOn),
        annulledOn.toString(),
        new Call(id, version, reason, key, Selection.of(context)));
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description(
      "Takes one file of a published or withdrawn record back 撤回附件: at once nobody can download or find it any more.")
  public TransitionPayload withdrawAttachment(
      @NonNull @Id @Description(ID) String id,
      @NonNull @Description(Editing.VERSION) String version,
      @NonNull @Id @Description("Id of the file, from the record's attachments.") String attachment,
      @NonNull
          @Description(
              "GONE: its name and the reason remain. ERASED: its content, its name and what is known of it go for good, from every revision.")
          WithdrawalKind kind,
      @Nullable @Description("Why, for the public; needed.") String reason,
      @Nullable @Description(Editing.KEY) String key,
      Context context) {
    if (kind != WithdrawalKind.GONE && kind != WithdrawalKind.ERASED) {
      return Editing.refused(
          Refusal.at(Refusal.Code.INVALID, "kind", "a file leaves as GONE or ERASED"));
    }
    return take(
        new Step.WithdrawAttachment<>(attachment, kind == WithdrawalKind.ERASED),
        kind + " " + attachment,
        new Call(id, version, reason, key, Selection.of(context)));
  }

  private TransitionPayload move(Transition transition, Call call) {
    return take(new Step.Move<>(transition), "", call);
  }

  private TransitionPayload take(Step<?> step, String said, Call call) {
    Views<?, ?> kind =
        call.id() == null
            ? null
            : RecordRef.parse(call.id()).flatMap(ref -> views.of(ref.kind())).orElse(null);
    return kind == null
        ? Editing.refused(
            Refusal.at(Refusal.Code.NOT_FOUND, "id", "there is no such record: check the id"))
        : take(kind, step, said, call);
  }

  @SuppressWarnings("unchecked") // a step without content suits every kind
  private <E extends PublicRecord, V extends RecordView & RecordNode & RecordOrTombstone>
      TransitionPayload take(Views<E, V> kind, Step<?> step, String said, Call call) {
    return editing.take(kind, (Step<E>) step, said, call);
  }
}
