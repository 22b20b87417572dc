package org.heliograph.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.heliograph.analytics.AnalyticsReader.Opened;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.record.RecordTypes;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.RecordStore;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was opened as the public sees it now, whoever asks: what has been withdrawn since is
 * told to nobody.
 */
@ApplicationScoped
class OpenedRecords {
  private final RecordTypes types;
  private final RecordStore store;
  private final Clock clock;

  OpenedRecords(RecordTypes types, RecordStore store, Clock clock) {
    this.types = types;
    this.store = store;
    this.clock = clock;
  }

  /** Those that are public, to be asked for one by one. */
  Known read(Collection<Opened> all) {
    Map<RecordKind, Set<Long>> ids = new EnumMap<>(RecordKind.class);
    all.forEach(
        each -> ids.computeIfAbsent(each.kind(), kind -> new HashSet<>()).add(each.recordId()));
    Map<RecordKind, Map<Long, PublicRecord>> rows = new EnumMap<>(RecordKind.class);
    ids.forEach((kind, some) -> rows.put(kind, rows(types.of(kind), some)));
    return new Known(rows);
  }

  private <E extends PublicRecord> Map<Long, PublicRecord> rows(RecordType<E> type, Set<Long> ids) {
    var anonymous = Viewer.anonymous(clock.instant());
    return new HashMap<>(store.byRecordIds(type, ids, VisibilityPolicy.of(type.kind(), anonymous)));
  }

  /** Records that are public. */
  record Known(Map<RecordKind, Map<Long, PublicRecord>> rows) {
    @Nullable PublicRecord find(Opened opened) {
      return rows.getOrDefault(opened.kind(), Map.of()).get(opened.recordId());
    }
  }
}
