package org.heliograph.outbox;

import java.util.List;
import org.heliograph.shared.RecordKind;

/**
 * An outbox row that this relay holds by lease.
 *
 * @param narrowing whether searches leave the records out until the index has followed
 * @param sweep whether tombstones are due for deletion
 * @param attempts how often the row was tried, this time included
 */
public record Claim(
    long id,
    RecordKind kind,
    List<Long> recordIds,
    boolean narrowing,
    boolean sweep,
    int attempts) {
  public Claim {
    recordIds = List.copyOf(recordIds);
  }
}
