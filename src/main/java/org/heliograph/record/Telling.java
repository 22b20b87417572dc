package org.heliograph.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.RecordKind;

/**
 * Records of one kind to which the same happened.
 *
 * @param entry the entry of the log
 * @param at from when on it holds
 */
public record Telling(
    UUID entry, RecordKind kind, ChangeKind change, List<Long> records, Instant at) {
  public Telling {
    records = List.copyOf(records);
  }

  public Telling only(List<Long> some) {
    return new Telling(entry, kind, change, some, at);
  }

  /** The change of one of the records. */
  public RecordChange of(long record) {
    return new RecordChange(entry, kind, change, record, at);
  }
}
