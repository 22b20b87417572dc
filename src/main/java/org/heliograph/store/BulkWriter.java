package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.Authority;
import org.heliograph.audit.Event;
import org.heliograph.outbox.Outbox;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.WithdrawalKind;
import org.heliograph.workflow.BulkTransition;
import org.heliograph.workflow.Refusal;
import org.heliograph.workflow.Refusal.Code;
import org.heliograph.workflow.Rules;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Takes an imported list through a transition, a batch a transaction: records, one entry on the
 * trail, outbox row and the job's progress are written together, so that a job goes on after a
 * crash where the last batch ended. The job's row is locked meanwhile: one pod works on it.
 */
@ApplicationScoped
public class BulkWriter {
  private static final int BATCH = 200;
  private final Database database;
  private final AuditTrail audit;
  private final Outbox outbox;

  public BulkWriter(Database database, AuditTrail audit, Outbox outbox) {
    this.database = database;
    this.audit = audit;
    this.outbox = outbox;
  }

  private record Refused(PublicRecord row, Refusal refusal) {}

  /** The kind of the records of a job that runs and that nobody else works on. */
  public Optional<RecordKind> kindOf(long id) {
    var sql = new SqlText().add("select kind from bulk_job where state = 'RUNNING' and id = ");
    sql.bind(id);
    return database.read(session ->
        Queries.list(session, sql, row -> RecordKind.valueOf(row.getString(1))).stream()
            .findFirst());
  }

  /** Does the next batch of a job; false when there is nothing more to do here. */
  public <E extends PublicRecord> boolean step(RecordType<E> type, long id) {
    return database.write(session -> {
      Optional<RunningJob> job = RunningJob.claim(session, id);
      return job.isPresent() && step(session, type, job.get());
    });
  }

  private <E extends PublicRecord> boolean step(
      StatelessSession session, RecordType<E> type, RunningJob job) {
    var where = new SqlText().add("t.import_id = ").bind(job.importId());
    where.add(" and t.organisation = ").bind(job.organisation());
    where.add(" and t.slot = '" + BulkStore.slot(job.transition()) + "' and t.id > ");
    where.bind(job.lastRow());
    List<E> rows =
        RecordStore.select(session, type, where, " order by t.id limit " + BATCH + " for update");
    var taken = new ArrayList<E>();
    var refused = new ArrayList<Refused>();
    boolean submits = job.transition() == BulkTransition.SUBMIT;
    if (submits) {
      ChildReader.attach(session, type.children(), rows);
    }
    var mentions = Mentions.of(session, type, submits ? rows : List.of(), job.viewer());
    var launch =
        job.transition() == BulkTransition.PUBLISH
            ? new BulkPublication<>(session, type, job, rows)
            : null;
    for (E row : rows) {
      Optional<Refusal> refusal = launch == null ? Optional.empty() : launch.refusal(row);
      if (refusal.isEmpty()) {
        refusal = move(session, type, job, row, mentions);
      }
      if (refusal.isEmpty()) {
        taken.add(row);
      } else {
        refused.add(new Refused(row, refusal.get()));
      }
    }
    write(session, type, job, taken, launch);
    note(session, job, rows, taken.size(), refused);
    return rows.size() == BATCH;
  }

  /** Moves the row, or says why it stays. */
  private static <E extends PublicRecord> Optional<Refusal> move(
      StatelessSession session, RecordType<E> type, RunningJob job, E row, Mentions<E> mentions) {
    var refusal =
        Rules.refusal(job.transition().transition(), row, List.of(), job.viewer(), job.reason());
    if (refusal.isPresent()) {
      return refusal;
    }
    var unfit = PrivacyGate.reason(type, row, job.reason());
    if (unfit.isPresent()) {
      return unfit;
    }
    switch (job.transition()) {
      case SUBMIT -> {
        var unknown = mentions.refusals(row);
        if (!unknown.isEmpty()) {
          return Optional.of(unknown.getFirst());
        }
        var verdict =
            PrivacyGate.judge(
                type, row, FileWords.of(session, row), List.of(), job.actor(), job.now());
        if (!verdict.refusals().isEmpty()) {
          return Optional.of(verdict.refusals().getFirst());
        }
        row.submit(List.of(), job.now(), job.actor());
      }
      case APPROVE -> row.approve(job.now(), job.actor());
      case RETURN -> row.giveBack(job.why(), job.now(), job.actor());
      case PUBLISH -> row.publish(job.now(), job.actor());
      case WITHDRAW -> {
        WithdrawalKind kind = job.withdrawal();
        if (kind != WithdrawalKind.GONE && kind != WithdrawalKind.WITHDRAWN) {
          return Optional.of(Refusal.of(Code.INVALID, "a list is withdrawn as GONE or WITHDRAWN"));
        }
        var unfitKind = PenaltyAnnulment.refusal(type, row, null, kind, job.now());
        if (unfitKind.isPresent()) {
          return unfitKind;
        }
        row.withdraw(kind, job.why(), null, job.now(), job.actor());
      }
    }
    return Optional.empty();
  }

  private <E extends PublicRecord> void write(
      StatelessSession session,
      RecordType<E> type,
      RunningJob job,
      List<E> taken,
      @Nullable BulkPublication<E> launch) {
    if (taken.isEmpty()) {
      return;
    }
    var ids = taken.stream().map(row -> row.recordId).sorted().toList();
    boolean narrowing = job.transition() == BulkTransition.WITHDRAW;
    var told = new HashMap<String, Object>(Map.of("import", job.importId()));
    if (launch != null) {
      narrowing = launch.makeRoom(taken);
      told.putAll(launch.told());
    }
    session.updateMultiple(taken);
    outbox.add(session, type.kind(), ids, narrowing);
    if (launch != null) {
      RecordWriter.scheduleEdges(session, outbox, type, taken, job.now());
      launch.tell(taken);
    } else if (narrowing) {
      ChangeLog.happened(session, ChangeKind.WITHDRAWN, taken, job.now());
    }
    String role =
        Rules.roleFor(job.transition().transition(), job.organisation(), job.viewer())
            .map(Enum::name)
            .orElseThrow();
    // last: the chain's head is locked from here to the end
    audit.append(
        session,
        Event.ofBatch(type.kind(), job.transition().name(), told, taken),
        new Authority(
            job.actor(), role, job.organisation(), job.reason(), job.request(), job.address()));
  }

  private static <E extends PublicRecord> void note(
      StatelessSession session, RunningJob job, List<E> rows, int done, List<Refused> refused) {
    for (Refused each : refused) {
      session
          .createNativeMutationQuery(
              "insert into bulk_refusal(job_id, row_id, record_code, refusal, path, message) values (:job, :row, :code, :refusal, cast(:path as text), :message)")
          .setParameter("job", job.id())
          .setParameter("row", each.row().id)
          .setParameter("code", each.row().code)
          .setParameter("refusal", each.refusal().code().name())
          .setParameter("path", each.refusal().path(), String.class)
          .setParameter("message", each.refusal().message())
          .executeUpdate();
    }
    boolean last = rows.size() < BATCH;
    session
        .createNativeMutationQuery(
            "update bulk_job set done = done + :done, refused = refused + :refused, last_row = :row,"
                + " state = case when :last then 'DONE' else state end, finished_at = case when :last then now() end where id = :id")
        .setParameter("done", done)
        .setParameter("refused", refused.size())
        .setParameter("row", rows.isEmpty() ? job.lastRow() : rows.getLast().id)
        .setParameter("last", last)
        .setParameter("id", job.id())
        .executeUpdate();
  }
}
