package org.heliograph.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.heliograph.outbox.Follower;
import org.heliograph.record.RecordType;
import org.heliograph.record.RecordTypes;
import org.heliograph.search.IndexRegistry.Entry;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.IndexSource;
import org.jboss.logging.Logger;

/** Fills new indices of a kind from the database. */
@ApplicationScoped
class Rebuild {
  private static final Logger LOG = Logger.getLogger(Rebuild.class);
  private static final int SLICE = 1_000;
  private static final int PROGRESS = 50_000;
  private final RecordTypes types;
  private final IndexSource source;
  private final Indexer indexer;

  Rebuild(RecordTypes types, IndexSource source, Indexer indexer) {
    this.types = types;
    this.source = source;
    this.indexer = indexer;
  }

  /** How many records were read. */
  long fill(RecordKind kind, List<Entry> indices) {
    RecordType<?> type = types.of(kind);
    long read = 0;
    long after = 0;
    IndexSource.Slice slice;
    do {
      slice = source.recordIds(type, after, SLICE);
      after = slice.lastRow();
      var order = new Follower.Order(kind, slice.recordIds(), false, false);
      Map<Long, String> failed = indexer.write(type, order, indices);
      // the relay keeps such records as failed rows; here they must not stop the others
      failed.forEach((id, reason) -> LOG.errorf("%s %d is in no index: %s", kind, id, reason));
      read += slice.recordIds().size();
      if (read / PROGRESS != (read - slice.recordIds().size()) / PROGRESS) {
        LOG.infof("%s: %d records so far", kind, read);
      }
    } while (slice.more());
    return read;
  }
}
