package org.heliograph.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.RecordKind;

/** What remains of a record that was public and is withdrawn. */
@Description(
    "What remains of a record that was public and is withdrawn: found by id or code, never in a list or search.")
public class Tombstone implements Node, RecordOrTombstone {
  private final String id;
  private final RecordKind kind;
  private final WithdrawalView withdrawal;

  private Tombstone(String id, RecordKind kind, WithdrawalView withdrawal) {
    this.id = id;
    this.kind = kind;
    this.withdrawal = withdrawal;
  }

  public static Tombstone of(PublicRecord row) {
    WithdrawalView withdrawal = WithdrawalView.of(row);
    if (withdrawal == null) {
      throw new IllegalArgumentException("a tombstone of a record that is not withdrawn");
    }
    return new Tombstone(row.ref().globalId(), row.kind(), withdrawal);
  }

  @Override
  @Id
  @NonNull
  @Description("Opaque global id; stays the same for the record's whole life.")
  public String getId() {
    return id;
  }

  @NonNull
  @Description("Kind of the record.")
  public RecordKind getKind() {
    return kind;
  }

  @NonNull
  @Description("How and why it was withdrawn.")
  public WithdrawalView getWithdrawal() {
    return withdrawal;
  }
}
