package org.heliograph.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.RecordKind;
import org.heliograph.workflow.Transition;
import org.hibernate.StatelessSession;

/** Notes, in the transaction of a change, what happened to records in public. */
final class ChangeLog {
  private ChangeLog() {}

  /** Records went public, or will when their windows open: then is when it happens. */
  static void opened(
      StatelessSession session,
      ChangeKind change,
      Collection<? extends PublicRecord> rows,
      Instant now) {
    var times = new TreeMap<Instant, TreeSet<Long>>();
    for (PublicRecord row : rows) {
      // a clock that is ahead of the database's must not have it told too early
      times
          .computeIfAbsent(
              row.visibleFrom.isAfter(now) ? row.visibleFrom : now, at -> new TreeSet<>())
          .add(row.recordId);
    }
    times.forEach((at, ids) -> insert(session, rows.iterator().next().kind(), change, ids, at));
  }

  /** Something happened at once. */
  static void happened(
      StatelessSession session,
      ChangeKind change,
      Collection<? extends PublicRecord> rows,
      Instant now) {
    if (!rows.isEmpty()) {
      var ids = new TreeSet<Long>();
      rows.forEach(row -> ids.add(row.recordId));
      insert(session, rows.iterator().next().kind(), change, ids, now);
    }
  }

  /** A step was taken; a publication is noted where it happens, with what it took the place of. */
  static void taken(
      StatelessSession session, Transition transition, PublicRecord row, Instant now) {
    switch (transition) {
      case WITHDRAW -> happened(session, ChangeKind.WITHDRAWN, List.of(row), now);
      case WITHDRAW_ATTACHMENT -> happened(session, ChangeKind.FILE_WITHDRAWN, List.of(row), now);
      // no news to the public: work that it never saw, and what those in charge note of a penalty
      case DRAFT, UPDATE, CORRECT, DISCARD, SUBMIT, APPROVE, RETURN, SCHEDULE, ANNUL -> {}
      case PUBLISH, EXPIRE -> {}
    }
  }

  /** A revision went public. */
  static void published(
      StatelessSession session, PublicRecord row, boolean correction, Instant now) {
    opened(session, correction ? ChangeKind.CORRECTED : ChangeKind.PUBLISHED, List.of(row), now);
  }

  private static void insert(
      StatelessSession session,
      RecordKind kind,
      ChangeKind change,
      Collection<Long> ids,
      Instant at) {
    session
        .createNativeMutationQuery(
            "insert into record_change(kind, change, record_ids, at)"
                + " values (:kind, :change, :ids, greatest(now(), :at))")
        .setParameter("kind", kind.name())
        .setParameter("change", change.name())
        .setParameter("ids", ids.toArray(Long[]::new))
        .setParameter("at", at, Instant.class)
        .executeUpdate();
    session
        .createNativeQuery(
            "select cast(pg_notify('" + ChangeReader.CHANNEL + "', '') as text)", String.class)
        .getSingleResult();
  }
}
