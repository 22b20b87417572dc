package org.heliograph.record;

import java.time.Instant;
import java.util.UUID;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.heliograph.shared.Sha256;

/**
 * Something happened to a record in public. Who learns of it is decided when they are told.
 *
 * @param entry the entry of the log, which may name several records
 * @param at from when on it holds
 */
public record RecordChange(
    UUID entry, RecordKind kind, ChangeKind change, long recordId, Instant at) {

  /** The same for everybody and however often it is told, and no number in a row. */
  public String id() {
    return Sha256.hex(entry + "/" + recordId).substring(0, 32);
  }

  public RecordRef ref() {
    return RecordRef.of(kind, recordId);
  }
}
