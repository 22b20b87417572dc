package org.heliograph.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.outbox.Follower;
import org.heliograph.outbox.OutboxRows;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.record.RecordTypes;
import org.heliograph.search.IndexRegistry.Entry;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.WithdrawalKind;
import org.heliograph.store.IndexSource;

/**
 * Makes both tiers agree with what records are now: re-reads, decides, writes. Idempotent and safe
 * out of order, because every document carries its version.
 */
@ApplicationScoped
class Indexer implements Follower {
  /** Far longer than any write can be on its way. */
  static final Duration SWEEP = Duration.ofHours(1);

  /** Superseded revisions older than this were written as tombstones long ago. */
  private static final Duration RECENT = Duration.ofDays(1);

  private final RecordTypes types;
  private final IndexSource source;
  private final IndexRegistry registry;
  private final IndexWriter writer;
  private final OutboxRows outbox;
  private final Titles titles;
  private final Clock clock;

  Indexer(
      RecordTypes types,
      IndexSource source,
      IndexRegistry registry,
      IndexWriter writer,
      OutboxRows outbox,
      Titles titles,
      Clock clock) {
    this.types = types;
    this.source = source;
    this.registry = registry;
    this.writer = writer;
    this.outbox = outbox;
    this.titles = titles;
    this.clock = clock;
  }

  @Override
  public Map<Long, String> follow(Order order) {
    // read after the claim: see IndexRegistry
    List<Entry> indices = registry.entries(order.kind());
    for (Tier tier : Tier.values()) {
      if (indices.stream().noneMatch(index -> index.tier() == tier)) {
        throw new NotNow(
            "the indices of " + order.kind() + " are not there yet", new IllegalStateException());
      }
    }
    return write(types.of(order.kind()), order, indices);
  }

  /** Writes records to certain indices. */
  <E extends PublicRecord> Map<Long, String> write(
      RecordType<E> type, Order order, List<Entry> indices) {
    Placement<E> placement = place(type, order.recordIds(), order.sweep());
    Map<Long, String> failed;
    try {
      failed = new HashMap<>(writer.write(placement.writes(), indices, order.searchable()));
    } catch (Cluster.Unreachable e) {
      throw new NotNow("Elasticsearch does not answer", e);
    }
    failed.putAll(placement.failed());
    if (!placement.tombstones().isEmpty()) {
      sweepLater(type.kind(), placement.tombstones());
    }
    return failed;
  }

  private <E extends PublicRecord> Placement<E> place(
      RecordType<E> type, Collection<Long> recordIds, boolean sweep) {
    try {
      List<E> rows = source.forIndex(type, recordIds);
      // after the rows: a later instant can only be nearer the truth of the windows
      Instant now = clock.instant();
      var placement = new Placement<E>(type, now, titles);
      rows.forEach(row -> placement.place(row, sweep));
      // only a correction leaves a superseded revision behind, be it one that an erasure gave up
      List<Long> corrected =
          rows.stream()
              .filter(row -> row.revision > 1 || row.withdrawalKind == WithdrawalKind.ERASED)
              .map(row -> row.recordId)
              .distinct()
              .toList();
      source
          .superseded(type, corrected, now.minus(RECENT))
          .forEach(row -> placement.superseded(row, sweep));
      return placement;
    } catch (Problem e) {
      if (e.code() == Problem.Code.UNAVAILABLE) {
        throw new NotNow(e.getMessage(), e);
      }
      throw e;
    }
  }

  private void sweepLater(RecordKind kind, List<Long> recordIds) {
    try {
      outbox.sweepLater(kind, recordIds.stream().distinct().toList(), SWEEP);
    } catch (SQLException e) {
      throw new NotNow("the sweep of tombstones could not be noted", e);
    }
  }
}
