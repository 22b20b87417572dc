package org.heliograph.store;

import java.time.Instant;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.Authority;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.WithdrawalKind;
import org.hibernate.StatelessSession;

/**
 * Takes the content out of every revision of a record, its children and the trail, and leaves a
 * note of what remains to be cleaned: segments and pages (个人信息保护法 第四十七条).
 */
final class Erasure {
  private Erasure() {}

  /**
   * Withdraws the public revision and erases the record, within one transaction. The reason stands
   * on the trail alone: the tombstone keeps only the fact.
   */
  static <E extends PublicRecord> void of(
      StatelessSession session,
      RecordType<E> type,
      E published,
      AuditTrail audit,
      Authority authority,
      Instant now) {
    published.withdraw(WithdrawalKind.ERASED, "", null, now, authority.actor());
    var others = new SqlText().add("t.record_id = ").bind(published.recordId);
    others.add(" and t.id <> ").bind(published.id);
    others.add(" and (t.slot = 'PUBLIC' or t.slot = 'WORK' or t.slot = 'PAST')");
    var rows = new java.util.ArrayList<>(RecordStore.select(session, type, others, " for update"));
    rows.add(published);
    rows.forEach(row -> row.erase(now, authority.actor()));
    new RevisionRows<>(type).writeErased(session, rows);
    FileRows.purge(session, type.kind(), published.recordId);
    begin(session, published, audit, authority, now);
  }

  /** Blanks what the trail and repeated requests know of a record, and notes what is left to do. */
  static void begin(
      StatelessSession session,
      PublicRecord published,
      AuditTrail audit,
      Authority authority,
      Instant now) {
    ImportPurge.of(session, published.kind(), published.organisation);
    audit.erase(session, published, authority);
    // digests of what was said would answer to whoever guesses it
    session
        .createNativeMutationQuery(
            "delete from idempotency where kind = :kind and record_id = :record")
        .setParameter("kind", published.kind().name())
        .setParameter("record", published.recordId)
        .executeUpdate();
    session
        .createNativeMutationQuery(
            "insert into erasure(kind, record_id, chain, code, at) values (:kind, :record, :chain, :code, :at)")
        .setParameter("kind", published.kind().name())
        .setParameter("record", published.recordId)
        .setParameter("chain", published.organisation)
        .setParameter("code", published.code)
        .setParameter("at", now)
        .executeUpdate();
  }
}
