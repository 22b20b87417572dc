package org.heliograph.workflow;

import java.time.Instant;
import java.util.List;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * How far a job has come.
 *
 * @param total records that it began with
 * @param refused records that could not take the transition
 * @param finishedAt null while it runs
 * @param refusals the first of the refused ones
 */
public record BulkProgress(
    long id,
    RecordKind kind,
    long importId,
    BulkTransition transition,
    int total,
    int done,
    int refused,
    boolean cancelled,
    Instant startedAt,
    @Nullable Instant finishedAt,
    List<Refused> refusals) {

  /** A record that could not take the transition. */
  public record Refused(String code, Refusal refusal) {}
}
