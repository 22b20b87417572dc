package org.heliograph.graphql;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.RecordRef;
import org.heliograph.shared.WithdrawalKind;
import org.jspecify.annotations.Nullable;

/** What may be told of a withdrawal. */
@Name("Withdrawal")
@Description("How and why a record was withdrawn 撤回.")
public record WithdrawalView(
    @NonNull @Description("Which of the four kinds of withdrawal.") WithdrawalKind kind,
    @Nullable @Description("The public reason; null when the record was erased.") String reason,
    @NonNull @Description("When it was withdrawn.") Instant at,
    @Id @Nullable @Description("Global id of the successor, for REPLACED.") String successorId) {

  /** Null for a record that is not withdrawn. An erased record tells the fact alone. */
  static @Nullable WithdrawalView of(PublicRecord row) {
    WithdrawalKind kind = row.withdrawalKind;
    Instant at = row.withdrawnAt;
    if (kind == null || at == null) {
      return null;
    }
    boolean erased = kind == WithdrawalKind.ERASED;
    String successor =
        row.successorId == null ? null : RecordRef.of(row.kind(), row.successorId).globalId();
    return new WithdrawalView(
        kind, erased ? null : row.withdrawalReason, at, erased ? null : successor);
  }
}
