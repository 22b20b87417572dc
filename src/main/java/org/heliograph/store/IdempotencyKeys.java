package org.heliograph.store;

import java.time.Instant;
import java.util.Optional;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.RecordKind;
import org.hibernate.StatelessSession;

/**
 * What was done under a key, kept in the transaction that did it: whoever repeats an attempt
 * because the answer was lost is told the same and changes nothing more. Two attempts at once wait
 * for each other before either does anything.
 */
final class IdempotencyKeys {
  private IdempotencyKeys() {}

  /**
   * An attempt that succeeded.
   *
   * @param request digest of what it said
   */
  record Kept(String request, RecordKind kind, long recordId, int revision) {}

  /** Waits until no other attempt under this key is under way. */
  static void take(StatelessSession session, String actor, String key) {
    session
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(:name, 7)) as text)", String.class)
        .setParameter("name", actor + "/" + key)
        .getSingleResult();
  }

  static Optional<Kept> find(StatelessSession session, String actor, String key) {
    var sql =
        new SqlText()
            .add("select request, kind, record_id, revision from idempotency where actor = ")
            .bind(actor)
            .add(" and key = ")
            .bind(key);
    return Queries.list(
            session,
            sql,
            row ->
                new Kept(
                    row.getString(1),
                    RecordKind.valueOf(row.getString(2)),
                    row.getLong(3),
                    row.getInt(4)))
        .stream()
        .findFirst();
  }

  /** Forgets what was done so long ago that nobody repeats it any more. */
  static int forget(StatelessSession session, Instant before) {
    return session
        .createNativeMutationQuery("delete from idempotency where at < :before")
        .setParameter("before", before)
        .executeUpdate();
  }

  static void keep(
      StatelessSession session,
      String actor,
      String key,
      String request,
      PublicRecord row,
      Instant at) {
    session
        .createNativeMutationQuery(
            "insert into idempotency(actor, key, request, kind, record_id, revision, at)"
                + " values (:actor, :key, :request, :kind, :record, :revision, :at)")
        .setParameter("actor", actor)
        .setParameter("key", key)
        .setParameter("request", request)
        .setParameter("kind", row.kind().name())
        .setParameter("record", row.recordId)
        .setParameter("revision", row.revision)
        .setParameter("at", at)
        .executeUpdate();
  }
}
