package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.Authority;
import org.heliograph.audit.Event;
import org.heliograph.outbox.Outbox;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.Stage;
import org.heliograph.workflow.Transition;
import org.hibernate.StatelessSession;

/** Makes the transitions whose time has come by the database's clock. */
@ApplicationScoped
public class DueWriter {
  private static final int BATCH = 500;
  private final Database database;
  private final AuditTrail audit;
  private final Outbox outbox;

  public DueWriter(Database database, AuditTrail audit, Outbox outbox) {
    this.database = database;
    this.audit = audit;
    this.outbox = outbox;
  }

  /** Record ids of what is to be published now, the earliest first. */
  public List<Long> scheduled(RecordType<?> type) {
    var sql = new SqlText().add("select t.record_id from ").add(type.kind().table());
    sql.add(" t where t.stage = 'SCHEDULED' and t.scheduled_for <= now() order by t.scheduled_for");
    sql.add(" limit ").bind(BATCH);
    return database.read(session -> Queries.list(session, sql, row -> row.getLong(1)));
  }

  /** Publishes a scheduled revision that is due; nothing happens when another pod has done it. */
  public <E extends PublicRecord> void publish(RecordType<E> type, long recordId) {
    database.write(session -> {
      Instant now = now(session);
      List<E> current = TransitionWriter.lock(session, type, recordId);
      E published = TransitionWriter.at(Stage.Slot.PUBLIC, current);
      E work = TransitionWriter.at(Stage.Slot.WORK, current);
      Instant time = work == null ? null : work.scheduledFor;
      if (work == null || work.stage != Stage.SCHEDULED || time == null || time.isAfter(now)) {
        return false;
      }
      var authority = Authority.timetable("scheduled for " + time);
      if (published != null && published.stage == Stage.WITHDRAWN) {
        giveBack(session, type, work, "该记录在更正待发布期间已被撤回", authority);
        return true;
      }
      var ended =
          Publication.of(session, type, outbox, work, published, time, now, authority.actor());
      if (ended.refusal() != null) {
        giveBack(session, type, work, "公开截止时间晚于公示期限规则，请改为较早时间或不填", authority);
        return true;
      }
      outbox.add(session, type.kind(), List.of(recordId), ended.narrowing());
      audit.append(session, Event.of(work, Transition.PUBLISH.name(), ended.told()), authority);
      return true;
    });
  }

  /** What cannot go public by itself goes back: a person has to decide. */
  private <E extends PublicRecord> void giveBack(
      StatelessSession session, RecordType<E> type, E work, String why, Authority authority) {
    work.giveBack(why, now(session), authority.actor());
    session.update(work);
    outbox.add(session, type.kind(), List.of(work.recordId), false);
    audit.append(session, Event.of(work, Transition.RETURN.name(), Map.of()), authority);
  }

  /**
   * Has a batch of records expire whose publication windows have closed; nobody could see them
   * since. False when there was none.
   */
  public <E extends PublicRecord> boolean expire(RecordType<E> type) {
    return database.write(session -> {
      // in the words of the index of closing windows
      var due = new SqlText().add("t.slot = 'PUBLIC' and t.stage = 'PUBLISHED'");
      due.add(" and t.visible_until < timestamptz '9999-12-31 00:00:00+00'");
      due.add(" and t.visible_until <= now()");
      List<E> rows =
          RecordStore.select(
              session,
              type,
              due,
              " order by t.visible_until limit " + BATCH + " for update skip locked");
      if (rows.isEmpty()) {
        return false;
      }
      Instant now = now(session);
      var authority = Authority.timetable("its publication window closed");
      rows.forEach(row -> row.expire(now, authority.actor()));
      session.updateMultiple(rows);
      var ids = rows.stream().map(row -> row.recordId).sorted().toList();
      outbox.add(session, type.kind(), ids, false);
      Event event =
          rows.size() == 1
              ? Event.of(rows.getFirst(), Transition.EXPIRE.name(), Map.of())
              : Event.ofBatch(type.kind(), Transition.EXPIRE.name(), Map.of(), rows);
      audit.append(session, event, authority);
      return rows.size() == BATCH;
    });
  }

  private static Instant now(StatelessSession session) {
    var sql = new SqlText().add("select now()");
    return Queries.list(session, sql, row -> row.getObject(1, OffsetDateTime.class))
        .getFirst()
        .toInstant();
  }
}
