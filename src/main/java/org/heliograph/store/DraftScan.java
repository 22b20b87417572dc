package org.heliograph.store;

import java.time.Instant;
import java.util.List;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;

/** What the gate before review will say of a draft, told before it is stored. */
public final class DraftScan {
  private static final FileWords NO_FILES = new FileWords(List.of(), List.of());

  private DraftScan() {}

  /** Something that the gate will stop; it holds no part of what was found. */
  public record Finding(String place, String message) {}

  public static <E extends PublicRecord> List<Finding> of(RecordType<E> type, E row) {
    return PrivacyGate.judge(type, row, NO_FILES, List.of(), "", Instant.EPOCH).refusals().stream()
        .map(
            refusal -> new Finding(refusal.path() == null ? "" : refusal.path(), refusal.message()))
        .toList();
  }
}
