package org.heliograph.oversight;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.heliograph.audit.TrailQuery;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.jspecify.annotations.Nullable;

/** What the trail may be narrowed by. */
@Input("AuditFilter")
@Description("Narrows the audit trail; all given parts must hold.")
public class AuditFilter {
  @Nullable
  @Description("Kind of the records.")
  public RecordKind kind;

  @Id
  @Nullable
  @Description("Global id of a record; also finds the batches that it was in.")
  public String record;

  @Nullable
  @Description("Code of a record.")
  public String code;

  @Nullable
  @Description("Code of the organisation whose chain it is.")
  public String organisation;

  @Nullable
  @Description("Account that acted.")
  public String actor;

  @Nullable
  @Description("Transition, for example WITHDRAW.")
  public String transition;

  @Nullable
  @Description("First instant.")
  public Instant from;

  @Nullable
  @Description("Instant after the last.")
  public Instant until;

  TrailQuery query() {
    RecordRef ref =
        record == null
            ? null
            : RecordRef.parse(record)
                .orElseThrow(
                    () -> Problem.badInput("filter.record", "is no global id of a record"));
    return new TrailQuery(
        ref == null ? kind : ref.kind(),
        ref == null ? null : ref.recordId(),
        code,
        organisation,
        actor,
        transition,
        from,
        until);
  }
}
