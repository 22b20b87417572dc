package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.Authority;
import org.heliograph.audit.Event;
import org.heliograph.outbox.Outbox;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.Audience;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.OpenEnd;
import org.heliograph.shared.Problem;
import org.heliograph.shared.Stage;
import org.heliograph.shared.WithdrawalKind;
import org.heliograph.workflow.Refusal;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The transitions of single records. Each saves the row, its audit entry and an outbox row in one
 * transaction.
 */
@ApplicationScoped
public class RecordWriter {
  private final Database database;
  private final AuditTrail audit;
  private final Outbox outbox;
  private final Clock clock;

  public RecordWriter(Database database, AuditTrail audit, Outbox outbox, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The record that bears a code, whoever may see it: for the operator's own verbs.
   *
   * @param organisation null where only one organisation uses the code
   */
  public <E extends PublicRecord> long identify(
      RecordType<E> type, String code, @Nullable String organisation) {
    var where = new SqlText().add("t.slot <> 'PAST' and t.code = ").bind(code);
    if (organisation != null) {
      where.add(" and t.organisation = ").bind(organisation);
    }
    var found =
        database.read(session -> RecordStore.select(session, type, where, "")).stream()
            .map(row -> row.recordId)
            .distinct()
            .toList();
    return switch (found.size()) {
      case 0 -> throw Problem.notFound("no record of this kind bears that code");
      case 1 -> found.getFirst();
      default ->
          throw Problem.badInput(
              "organisation", "several organisations use this code: name the one that you mean");
    };
  }

  /** Publishes the revision in work; an earlier public revision is superseded. */
  public <E extends PublicRecord> void publish(
      RecordType<E> type, long recordId, Authority authority) {
    database.write(session -> {
      Instant now = now();
      E draft = require(session, type, recordId, Stage.Slot.WORK);
      List<E> before = current(session, type, recordId, Stage.Slot.PUBLIC);
      E published = before.isEmpty() ? null : before.getFirst();
      var ended =
          Publication.of(session, type, outbox, draft, published, now, now, authority.actor());
      Refusal refusal = ended.refusal();
      if (refusal != null) {
        throw Problem.conflict(refusal.message());
      }
      note(session, type, draft, "PUBLISH", authority, ended.narrowing());
      return draft.recordId;
    });
  }

  /**
   * Withdraws the public revision.
   *
   * @param successorId record id of the successor; required for REPLACED, refused otherwise
   */
  public <E extends PublicRecord> void withdraw(
      RecordType<E> type,
      long recordId,
      WithdrawalKind kind,
      @Nullable Long successorId,
      Authority authority) {
    if ((kind == WithdrawalKind.REPLACED) != (successorId != null)) {
      throw Problem.badInput(
          "successor", "a REPLACED record names its successor, any other withdrawal names none");
    }
    String reason = authority.reason();
    if (reason == null || reason.isBlank()) {
      throw Problem.badInput("reason", "a withdrawal needs a public reason");
    }
    database.write(session -> {
      Instant now = now();
      E row = require(session, type, recordId, Stage.Slot.PUBLIC);
      if (row.stage != Stage.PUBLISHED) {
        throw Problem.conflict(
            "only a published record can be withdrawn; this one is " + row.stage);
      }
      if (kind == WithdrawalKind.ERASED) {
        Erasure.of(session, type, row, audit, authority, now);
      } else {
        row.withdraw(kind, reason, successorId, now, authority.actor());
        session.update(row);
      }
      ChangeLog.happened(session, ChangeKind.WITHDRAWN, List.of(row), now);
      note(session, type, row, "WITHDRAW", authority, true);
      return row.recordId;
    });
  }

  /** Changes whom the public revision is for. */
  public <E extends PublicRecord> void address(
      RecordType<E> type, long recordId, Audience to, Authority authority) {
    database.write(session -> {
      E row = require(session, type, recordId, Stage.Slot.PUBLIC);
      boolean narrowing = to.compareTo(row.audience) > 0;
      Instant now = now();
      boolean widening = to.compareTo(row.audience) < 0;
      row.address(to, now, authority.actor());
      session.update(row);
      if (widening && row.stage == Stage.PUBLISHED) {
        // who could not see it before is told of a publication; who no longer can, of nothing
        ChangeLog.published(session, row, false, now);
      }
      note(session, type, row, "ADDRESS", authority, narrowing);
      return row.recordId;
    });
  }

  private <E extends PublicRecord> void note(
      StatelessSession session,
      RecordType<E> type,
      E row,
      String transition,
      Authority authority,
      boolean narrowing) {
    outbox.add(session, type.kind(), List.of(row.recordId), narrowing);
    audit.append(
        session, Event.of(row, transition, Map.of("audience", row.audience.name())), authority);
  }

  private static <E extends PublicRecord> E require(
      StatelessSession session, RecordType<E> type, long recordId, Stage.Slot slot) {
    List<E> rows = current(session, type, recordId, slot);
    if (rows.isEmpty()) {
      throw Problem.notFound("there is no such record in that state");
    }
    return rows.getFirst();
  }

  /** Locks the row, so that transitions of one record happen one after the other. */
  private static <E extends PublicRecord> List<E> current(
      StatelessSession session, RecordType<E> type, long recordId, Stage.Slot slot) {
    // the slot stands in the text: the indexes by record are per slot
    var where =
        new SqlText().add("t.record_id = ").bind(recordId).add(" and t.slot = '" + slot + "'");
    return RecordStore.select(session, type, where, " for update");
  }

  /** Outbox rows that fall due when publication windows open or close. */
  static <E extends PublicRecord> void scheduleEdges(
      StatelessSession session, Outbox outbox, RecordType<E> type, List<E> rows, Instant now) {
    var edges = new TreeMap<Instant, TreeSet<Long>>();
    for (E row : rows) {
      for (Instant edge : new Instant[] {row.visibleFrom, row.visibleUntil}) {
        if (edge.isAfter(now) && edge.isBefore(OpenEnd.INSTANT)) {
          edges.computeIfAbsent(edge, e -> new TreeSet<>()).add(row.recordId);
        }
      }
    }
    edges.forEach((edge, ids) -> outbox.addAt(session, type.kind(), ids, edge));
  }

  /** Microseconds: what the database keeps. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
