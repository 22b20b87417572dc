package org.heliograph.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.RecordKind;

/** What remains of a record that was public and is withdrawn. */
@Description(
    "What remains of a record that was public and is withdrawn: found by id or code, never in a list or search.")
public record Tombstone(
    @Id @NonNull @Description("Global id of the record.") String id,
    @NonNull @Description("Kind of the record.") RecordKind kind,
    @NonNull @Description("How and why it was withdrawn.") WithdrawalView withdrawal)
    implements Node, RecordOrTombstone {

  public static Tombstone of(PublicRecord row) {
    WithdrawalView withdrawal = WithdrawalView.of(row);
    if (withdrawal == null) {
      throw new IllegalArgumentException("a tombstone of a record that is not withdrawn");
    }
    return new Tombstone(row.ref().globalId(), row.kind(), withdrawal);
  }

  @Override
  public String getId() {
    return id;
  }
}
