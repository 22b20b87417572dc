package org.heliograph.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.record.RecordTypes;
import org.heliograph.store.BulkStore;
import org.heliograph.store.BulkWriter;
import org.jboss.logging.Logger;

/** Works off jobs over imported lists; one that a pod left behind is gone on with by the next. */
@ApplicationScoped
public class BulkJobs {
  private static final Logger LOG = Logger.getLogger(BulkJobs.class);
  private final RecordTypes types;
  private final BulkStore store;
  private final BulkWriter writer;

  public BulkJobs(RecordTypes types, BulkStore store, BulkWriter writer) {
    this.types = types;
    this.store = store;
    this.writer = writer;
  }

  /** Takes every running job to its end. */
  public void run() {
    for (long job : store.running()) {
      try {
        writer.kindOf(job).ifPresent(kind -> run(types.of(kind), job));
      } catch (RuntimeException e) {
        LOG.warnf("job %d waits for the next look: %s", job, e.getClass().getSimpleName());
      }
    }
  }

  private <E extends PublicRecord> void run(RecordType<E> type, long job) {
    while (writer.step(type, job)) {
      // the next batch
    }
  }
}
