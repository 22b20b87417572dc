package org.heliograph.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.search.IndexWriter.Write;
import org.heliograph.shared.Stage;
import org.heliograph.shared.WithdrawalKind;
import org.heliograph.store.IndexSource.RowVersion;
import org.heliograph.visibility.Condition;
import org.heliograph.visibility.Matcher;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;

/**
 * Decides which documents stand for records now. The public tier has one per record, by record id;
 * the internal tier one per current revision, by row id.
 */
final class Placement<E extends PublicRecord> {
  private static final int PHASES = 4;
  private final RecordType<E> type;
  private final Condition open;
  private final Instant now;
  private final Titles titles;
  private final List<Write> writes = new ArrayList<>();
  private final List<Long> tombstones = new ArrayList<>();
  private final Map<Long, String> failed = new HashMap<>();

  Placement(RecordType<E> type, Instant now, Titles titles) {
    this.type = type;
    this.now = now;
    this.titles = titles;
    open = VisibilityPolicy.of(type.kind(), Viewer.anonymous(now)).rows();
  }

  List<Write> writes() {
    return writes;
  }

  /** Records of which a tombstone was placed: it has to be swept later. */
  List<Long> tombstones() {
    return tombstones;
  }

  /** Records of which no document could be made. */
  Map<Long, String> failed() {
    return failed;
  }

  /** Places a current revision. */
  void place(E row, boolean sweep) {
    if (row.withdrawalKind == WithdrawalKind.ERASED) {
      erased(row, sweep);
      return;
    }
    try {
      var internal = Documents.of(type, row, Tier.INTERNAL, titles);
      if (row.stage.slot() == Stage.Slot.PUBLIC) {
        boolean visible = Matcher.admits(open, row);
        long version = row.rowVersion * PHASES + phase(row);
        String id = Long.toString(row.recordId);
        if (visible) {
          var content = Documents.of(type, row, Tier.PUBLIC, titles);
          writes.add(new Write(Tier.PUBLIC, id, row.recordId, version, content));
        } else {
          leave(new Write(Tier.PUBLIC, id, row.recordId, version, null), row.rowVersion, sweep);
        }
      }
      writes.add(
          new Write(Tier.INTERNAL, Long.toString(row.id), row.recordId, row.rowVersion, internal));
    } catch (RuntimeException e) {
      failed.put(row.recordId, e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  /** Places what is left of a revision that a later one replaced. */
  void superseded(RowVersion row, boolean sweep) {
    leave(
        new Write(Tier.INTERNAL, Long.toString(row.rowId()), row.recordId(), row.version(), null),
        row.version(),
        sweep);
  }

  /** Leaves both tiers: not even those in charge find what is left of it. */
  private void erased(E row, boolean sweep) {
    long version = row.rowVersion * PHASES + PHASES - 1;
    String id = Long.toString(row.recordId);
    leave(new Write(Tier.PUBLIC, id, row.recordId, version, null), row.rowVersion, sweep);
    superseded(new RowVersion(row.id, row.recordId, row.rowVersion), sweep);
  }

  private void leave(Write gone, long rowVersion, boolean sweep) {
    if (sweep) {
      writes.add(gone);
      return;
    }
    writes.add(
        new Write(
            gone.tier(),
            gone.id(),
            gone.recordId(),
            gone.version(),
            Documents.tombstone(gone.recordId(), rowVersion)));
    tombstones.add(gone.recordId());
  }

  /**
   * A row enters and leaves the public tier by the clock alone, without a new row version: before,
   * in and after its window are three versions in the only order in which they can follow.
   */
  private int phase(E row) {
    if (now.isBefore(row.visibleFrom)) {
      return 0;
    }
    return now.isBefore(row.visibleUntil) ? 1 : 2;
  }
}
