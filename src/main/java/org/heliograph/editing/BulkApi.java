package org.heliograph.editing;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.graphql.CurrentRequest;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.WithdrawalKind;
import org.heliograph.store.BulkStore;
import org.heliograph.visibility.Viewer;
import org.heliograph.workflow.BulkOrder;
import org.heliograph.workflow.BulkTransition;
import org.heliograph.workflow.Refusal;
import org.heliograph.workflow.Refusal.Code;
import org.heliograph.workflow.Rules;
import org.jspecify.annotations.Nullable;

/** What is done to a whole imported list. */
@GraphQLApi
public class BulkApi {
  private final BulkStore store;
  private final CurrentViewer viewer;
  private final CurrentRequest request;

  public BulkApi(BulkStore store, CurrentViewer viewer, CurrentRequest request) {
    this.store = store;
    this.viewer = viewer;
    this.request = request;
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description(
      "Takes all records of an import that belong to your organisation through a transition, as a job: an imported list is reviewed as one unit.")
  public BulkPayload transitionImport(
      @Name("import") @NonNull @Id @Description("Id of the import: importId of its records.")
          String importId,
      @NonNull @Description("What they take.") BulkTransition transition,
      @Nullable @Description("Why; needed by RETURN and WITHDRAW.") String reason,
      @Nullable @Description("How, for WITHDRAW: GONE or WITHDRAWN.") WithdrawalKind withdrawal,
      @NonNull @Description("A repetition under the same key finds the same job; a UUID.")
          String key) {
    Viewer who = viewer.get();
    Optional<Refusal> wrong = wrong(transition, reason, withdrawal, key);
    if (wrong.isPresent()) {
      return refused(wrong.get());
    }
    for (String organisation : who.organisations().stream().sorted().toList()) {
      Optional<RecordKind> kind = number(importId).flatMap(n -> store.kindOf(n, organisation));
      if (kind.isPresent()) {
        if (Rules.roleFor(transition.transition(), organisation, who).isEmpty()) {
          return refused(
              Refusal.of(
                  Code.FORBIDDEN,
                  "%s takes one of the roles %s in the organisation of the records"
                      .formatted(transition, transition.transition().roles())));
        }
        long job =
            store.begin(
                new BulkOrder(
                    number(importId).orElseThrow(),
                    transition,
                    withdrawal,
                    reason,
                    key,
                    who,
                    request.id(),
                    request.addressClass()),
                kind.get(),
                organisation);
        return new BulkPayload(store.find(job, who).map(BulkJobView::of).orElseThrow(), List.of());
      }
    }
    return refused(
        Refusal.at(
            Code.NOT_FOUND, "import", "no record of your organisation came by such an import"));
  }

  private static Optional<Refusal> wrong(
      BulkTransition transition,
      @Nullable String reason,
      @Nullable WithdrawalKind withdrawal,
      String key) {
    var unfit =
        Optional.ofNullable(Editing.unfit(key))
            .or(() -> Rules.reason(transition.transition(), reason));
    if (unfit.isPresent()) {
      return unfit;
    }
    boolean fits =
        transition == BulkTransition.WITHDRAW
            ? withdrawal == WithdrawalKind.GONE || withdrawal == WithdrawalKind.WITHDRAWN
            : withdrawal == null;
    return fits
        ? Optional.empty()
        : Optional.of(
            Refusal.at(
                Code.INVALID,
                "withdrawal",
                "is GONE or WITHDRAWN for WITHDRAW, and absent otherwise"));
  }

  @Mutation
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description("Stops a job after the batch that it is at; what was done stays done.")
  public BulkJobView cancelBulkJob(@NonNull @Id @Description("Id of the job.") String id) {
    number(id).ifPresent(n -> store.cancel(n, viewer.get()));
    return bulkJob(id);
  }

  @Query
  @RolesAllowed({"editor", "reviewer", "service"})
  @NonNull
  @Description("A job of your organisation. NOT_FOUND when there is none for you.")
  public BulkJobView bulkJob(@NonNull @Id @Description("Id of the job.") String id) {
    return number(id)
        .flatMap(n -> store.find(n, viewer.get()))
        .map(BulkJobView::of)
        .orElseThrow(() -> Problem.notFound("there is no such job for you: check the id"));
  }

  private static Optional<Long> number(String id) {
    return id.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
  }

  private static BulkPayload refused(Refusal refusal) {
    return new BulkPayload(null, List.of(RefusalView.of(refusal)));
  }
}
