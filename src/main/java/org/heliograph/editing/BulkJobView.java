package org.heliograph.editing;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.shared.RecordKind;
import org.heliograph.workflow.BulkProgress;
import org.heliograph.workflow.BulkTransition;
import org.jspecify.annotations.Nullable;

/** A job over an imported list. */
@Name("BulkJob")
@Description("A job that takes an imported list through a transition, and how far it has come.")
public record BulkJobView(
    @Id @NonNull @Description("Id of the job.") String id,
    @Id @NonNull @Description("Id of the import.") String importId,
    @NonNull @Description("Kind of its records.") RecordKind kind,
    @NonNull @Description("What they take.") BulkTransition transition,
    @Description("How many records it began with.") int total,
    @Description("How many have taken it.") int done,
    @Description("How many could not.") int refused,
    @Description("Whether somebody stopped it.") boolean cancelled,
    @NonNull @Description("When it began.") Instant startedAt,
    @Nullable @Description("When it ended; null while it runs.") Instant finishedAt,
    @NonNull @Description("The first hundred that could not, with why.")
        List<@NonNull RefusedRecordView> refusals) {

  static BulkJobView of(BulkProgress job) {
    return new BulkJobView(
        Long.toString(job.id()),
        Long.toString(job.importId()),
        job.kind(),
        job.transition(),
        job.total(),
        job.done(),
        job.refused(),
        job.cancelled(),
        job.startedAt(),
        job.finishedAt(),
        job.refusals().stream()
            .map(each -> new RefusedRecordView(each.code(), RefusalView.of(each.refusal())))
            .toList());
  }

  /** A record that could not take the transition. */
  @Name("RefusedRecord")
  @Description("A record that could not take the transition, and why.")
  public record RefusedRecordView(
      @NonNull @Description("Code of the record.") String code,
      @NonNull @Description("Why.") RefusalView refusal) {}
}
