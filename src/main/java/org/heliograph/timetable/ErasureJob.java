package org.heliograph.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import java.util.EnumSet;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.search.SegmentCleaner;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.ErasureStore;
import org.heliograph.store.ErasureStore.Open;
import org.jboss.logging.Logger;

/**
 * Finishes erasures: once the index has followed, segments and pages are cleaned, and only then is
 * an erasure done. Several pods may do the same work; it is noted once.
 */
@ApplicationScoped
public class ErasureJob {
  private static final Logger LOG = Logger.getLogger(ErasureJob.class);
  private final Instance<RecordType<?>> types;
  private final ErasureStore store;
  private final SegmentCleaner segments;

  public ErasureJob(
      @Any Instance<RecordType<?>> types, ErasureStore store, SegmentCleaner segments) {
    this.types = types;
    this.store = store;
    this.segments = segments;
  }

  /** Does what can be done now. */
  public void run() {
    var open = store.open();
    if (open.isEmpty()) {
      return;
    }
    boolean mayVacuum = store.mayVacuum();
    var cleaned = EnumSet.noneOf(RecordKind.class);
    for (Open erasure : open) {
      if (!erasure.indexed()) {
        store.waits(erasure, "the index follows");
      } else if (!erasure.filesGone()) {
        store.waits(erasure, "a pod that keeps files has to delete its files");
      } else if (!mayVacuum) {
        store.waits(erasure, "the owner of the tables has to run VACUUM");
      } else {
        finish(erasure, cleaned);
      }
    }
  }

  private void finish(Open erasure, EnumSet<RecordKind> cleaned) {
    for (RecordType<?> type : types) {
      if (type.kind() == erasure.kind()) {
        finish(type, erasure, cleaned);
      }
    }
  }

  private <E extends PublicRecord> void finish(
      RecordType<E> type, Open erasure, EnumSet<RecordKind> cleaned) {
    try {
      // one cleaning serves all erasures that had been followed before it began
      if (cleaned.add(type.kind())) {
        segments.clean(type.kind());
        store.vacuum(type);
      }
      store.done(type, erasure);
    } catch (SQLException | RuntimeException e) {
      cleaned.remove(type.kind());
      LOG.warnf("the erasure of %s %d waits: %s", type.kind(), erasure.recordId(), e.getMessage());
      store.waits(erasure, "cleaning failed: " + e.getClass().getSimpleName());
    }
  }
}
