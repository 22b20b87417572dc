package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.Viewer;
import org.heliograph.workflow.BulkOrder;
import org.heliograph.workflow.BulkProgress;
import org.heliograph.workflow.BulkTransition;
import org.heliograph.workflow.Refusal;
import org.hibernate.StatelessSession;

/** Jobs over imported lists: how they begin, and how far they have come. */
@ApplicationScoped
public class BulkStore {
  private static final int REFUSALS_TOLD = 100;
  private final Database database;

  public BulkStore(Database database) {
    this.database = database;
  }

  /**
   * Begins a job, or finds the one that an earlier request with the same key began.
   *
   * @param organisation whose records of the list it takes through
   */
  public long begin(BulkOrder order, RecordKind kind, String organisation) {
    return database.write(session -> {
      Viewer viewer = order.viewer();
      session
          .createNativeMutationQuery(
              "insert into bulk_job(kind, import_id, transition, withdrawal_kind, actor, roles, organisation, reason, key, request_id, address_class, total)"
                  + " values (:kind, :import, :transition, cast(:withdrawal as text), :actor, :roles, :organisation, cast(:reason as text), :key, :request, :address,"
                  + " (select count(*) from "
                  + kind.table()
                  + " t where t.import_id = :import and t.organisation = :organisation and t.slot = :slot))"
                  + " on conflict (actor, key) do nothing")
          .setParameter("kind", kind.name())
          .setParameter("import", order.importId())
          .setParameter("transition", order.transition().name())
          .setParameter(
              "withdrawal",
              order.withdrawal() == null ? null : order.withdrawal().name(),
              String.class)
          .setParameter("actor", viewer.subject())
          .setParameter(
              "roles",
              viewer.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))
          .setParameter("organisation", organisation)
          .setParameter("reason", order.reason(), String.class)
          .setParameter("key", order.key())
          .setParameter("request", order.request())
          .setParameter("address", order.address())
          .setParameter("slot", slot(order.transition()))
          .executeUpdate();
      var sql = new SqlText().add("select id from bulk_job where actor = ").bind(viewer.subject());
      sql.add(" and key = ").bind(order.key());
      return Queries.list(session, sql, row -> row.getLong(1)).getFirst();
    });
  }

  /** Where the records stand that a transition starts from. */
  static String slot(BulkTransition transition) {
    return transition == BulkTransition.WITHDRAW ? "PUBLIC" : "WORK";
  }

  /** The kind of the records of a list that belong to one of the viewer's organisations. */
  public Optional<RecordKind> kindOf(long importId, String organisation) {
    for (RecordKind kind : RecordKind.values()) {
      var sql = new SqlText().add("select 1 from ").add(kind.table());
      sql.add(" t where t.import_id = ").bind(importId);
      sql.add(" and t.organisation = ").bind(organisation).add(" limit 1");
      if (!database.read(session -> Queries.list(session, sql, row -> 1)).isEmpty()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** A job of one of the viewer's organisations. */
  public Optional<BulkProgress> find(long job, Viewer viewer) {
    if (viewer.organisations().isEmpty()) {
      return Optional.empty();
    }
    var sql =
        new SqlText()
            .add(
                "select id, kind, import_id, transition, total, done, refused, state, created_at, finished_at from bulk_job where id = ")
            .bind(job)
            .add(" and ")
            .among("organisation", viewer.organisations());
    return database.read(session ->
        Queries.list(session, sql, row -> progress(row, refusals(session, job))).stream()
            .findFirst());
  }

  private static List<BulkProgress.Refused> refusals(StatelessSession session, long job) {
    var sql =
        new SqlText()
            .add("select record_code, refusal, path, message from bulk_refusal where job_id = ")
            .bind(job)
            .add(" order by row_id limit " + REFUSALS_TOLD);
    return Queries.list(
        session,
        sql,
        row ->
            new BulkProgress.Refused(
                row.getString(1),
                new Refusal(
                    Refusal.Code.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    List.of())));
  }

  private static BulkProgress progress(ResultSet row, List<BulkProgress.Refused> refusals)
      throws SQLException {
    OffsetDateTime finished = row.getObject(10, OffsetDateTime.class);
    return new BulkProgress(
        row.getLong(1),
        RecordKind.valueOf(row.getString(2)),
        row.getLong(3),
        BulkTransition.valueOf(row.getString(4)),
        row.getInt(5),
        row.getInt(6),
        row.getInt(7),
        row.getString(8).equals("CANCELLED"),
        row.getObject(9, OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant(),
        refusals);
  }

  /** Jobs that have not ended, oldest first. */
  public List<Long> running() {
    return database.read(session ->
        Queries.list(
            session,
            new SqlText().add("select id from bulk_job where state = 'RUNNING' order by id"),
            row -> row.getLong(1)));
  }

  /** Has a job stop after the batch that it is at; what was done stays done. */
  public boolean cancel(long job, Viewer viewer) {
    return !viewer.organisations().isEmpty()
        && database.write(session ->
            session
                .createNativeMutationQuery(
                    "update bulk_job set state = 'CANCELLED', finished_at = now() where id = :id and state = 'RUNNING' and organisation = any(:own)")
                .setParameter("id", job)
                .setParameter("own", viewer.organisations().toArray(String[]::new))
                .executeUpdate())
            == 1;
  }
}
