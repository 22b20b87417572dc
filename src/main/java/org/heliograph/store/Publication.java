package org.heliograph.store;

import java.time.Instant;
import java.util.List;
import org.heliograph.outbox.Outbox;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** A revision takes the public's place: whoever says so, editor, timetable or operator. */
final class Publication {
  private Publication() {}

  /** Whether another record of the kind is public now, so that a withdrawn one may point to it. */
  static <E extends PublicRecord> boolean isPublic(
      StatelessSession session, RecordType<E> type, long recordId, E than, Instant now) {
    var where = new SqlText().add("t.slot = 'PUBLIC' and t.stage = 'PUBLISHED'");
    where.add(" and t.audience = 'PUBLIC' and t.visible_from <= ").bind(now);
    where.add(" and t.visible_until > ").bind(now).add(" and t.record_id = ").bind(recordId);
    return recordId != than.recordId
        && !RecordStore.select(session, type, where, " limit 1").isEmpty();
  }

  /**
   * Publishes the revision in work within a transaction.
   *
   * @param published the public revision that it takes the place of; null for a first one
   * @param since when it counts as published
   * @return whether somebody sees less than before
   */
  static <E extends PublicRecord> boolean of(
      StatelessSession session,
      RecordType<E> type,
      Outbox outbox,
      E work,
      @Nullable E published,
      Instant since,
      Instant now,
      String actor) {
    boolean narrowing = published != null && work.audience.compareTo(published.audience) > 0;
    if (published != null) {
      // first: a record has one public revision at a time
      published.supersede(now, actor);
      session.update(published);
    }
    work.publish(since, now, actor);
    session.update(work);
    RecordWriter.scheduleEdges(session, outbox, type, List.of(work), now);
    return narrowing;
  }
}
