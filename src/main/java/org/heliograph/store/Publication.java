package org.heliograph.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.heliograph.outbox.Outbox;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.workflow.Refusal;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** A revision takes the public's place: whoever says so, editor, timetable or operator. */
final class Publication {
  static final Refusal WITHDRAWN_MEANWHILE =
      Refusal.at(
          Refusal.Code.WRONG_STAGE,
          "id",
          "the record was withdrawn meanwhile: bring it under a new code");

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
   * How it ended.
   *
   * @param refusal why nothing was done; null when it was
   * @param narrowing whether somebody sees less than before
   * @param told what was settled, for the detail of the audit entry
   */
  record Ended(@Nullable Refusal refusal, boolean narrowing, Map<String, Object> told) {}

  /**
   * Publishes the revision in work within a transaction.
   *
   * @param published the public revision that it takes the place of; null for a first one
   * @param since when it counts as published
   */
  static <E extends PublicRecord> Ended of(
      StatelessSession session,
      RecordType<E> type,
      Outbox outbox,
      E work,
      @Nullable E published,
      Instant since,
      Instant now,
      String actor) {
    var settlement = Settlement.of(session, type, List.of(work), since);
    var refusal = settlement.refusal(work);
    if (refusal.isPresent()) {
      return new Ended(refusal.get(), false, Map.of());
    }
    var told = settlement.settle(work);
    if (published != null) {
      type.takeOver(work, published);
      // first: a record has one public revision at a time
      published.supersede(now, actor);
      session.update(published);
    }
    work.publish(since, now, actor);
    session.update(work);
    RecordWriter.scheduleEdges(session, outbox, type, List.of(work), now);
    ChangeLog.published(session, work, published != null, now);
    return new Ended(null, published != null && narrows(work, published, now), told);
  }

  /**
   * Whether somebody sees less by a correction: it is for fewer, from later on or for less long.
   */
  static boolean narrows(PublicRecord work, PublicRecord published, Instant now) {
    return work.audience.compareTo(published.audience) > 0
        || work.visibleFrom.isAfter(now)
        || work.visibleUntil.isBefore(published.visibleUntil);
  }
}
