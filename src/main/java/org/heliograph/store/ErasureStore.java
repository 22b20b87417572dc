package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.Authority;
import org.heliograph.audit.Event;
import org.heliograph.record.ChildType;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.RecordKind;

/** What is left to clean after erasures. */
@ApplicationScoped
public class ErasureStore {
  private final Database database;
  private final DataSource connections;
  private final AuditTrail audit;

  public ErasureStore(Database database, DataSource connections, AuditTrail audit) {
    this.database = database;
    this.connections = connections;
    this.audit = audit;
  }

  /** An erasure that is not done; the index has followed when {@code indexed}. */
  public record Open(long id, RecordKind kind, long recordId, boolean indexed, boolean filesGone) {}

  public List<Open> open() {
    var sql =
        new SqlText()
            .add(
                "select e.id, e.kind, e.record_id, not exists (select 1 from outbox o where o.kind = e.kind and o.record_ids @> array[e.record_id] and o.due_at <= now()),"
                    + " not exists (select 1 from stored_file f where f.kind = e.kind and f.record_id = e.record_id and f.state = 'PURGED')"
                    + " from erasure e where e.done_at is null order by e.id limit 100");
    return database.read(session ->
        Queries.list(
            session,
            sql,
            row ->
                new Open(
                    row.getLong(1),
                    RecordKind.valueOf(row.getString(2)),
                    row.getLong(3),
                    row.getBoolean(4),
                    row.getBoolean(5))));
  }

  /** Whether this role may vacuum: before PostgreSQL 17 only an owner may. */
  public boolean mayVacuum() {
    return database
            .read(session ->
                Queries.list(
                    session,
                    new SqlText().add("select current_setting('server_version_num')::int"),
                    row -> row.getInt(1)))
            .getFirst()
        >= 170_000;
  }

  /** Frees the pages of a kind's tables, and of the trail's details, from rows that are gone. */
  public <E extends PublicRecord> void vacuum(RecordType<E> type) throws SQLException {
    var tables = new ArrayList<String>();
    tables.add(type.kind().table());
    for (ChildType<E, ?> child : type.children()) {
      tables.add(child.table());
    }
    tables.addAll(
        List.of(
            "audit_detail",
            "stored_file",
            "file_text",
            "upload",
            "upload_part",
            "import_job",
            "import_chunk",
            "import_problem"));
    // outside any transaction, as VACUUM demands
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "vacuum (index_cleanup on, disable_page_skipping) " + String.join(", ", tables));
    }
  }

  /** Notes why an erasure is not done yet. */
  public void waits(Open erasure, String reason) {
    database.write(session ->
        session
            .createNativeMutationQuery(
                "update erasure set waits_for = :reason where id = :id and waits_for is distinct from :reason")
            .setParameter("reason", reason)
            .setParameter("id", erasure.id())
            .executeUpdate());
  }

  /** Says, on the trail as well, that nothing of it is left. */
  public <E extends PublicRecord> void done(RecordType<E> type, Open erasure) {
    database.write(session -> {
      var where = new SqlText().add("t.record_id = ").bind(erasure.recordId());
      where.add(" and t.slot = 'PUBLIC'");
      E row = RecordStore.select(session, type, where, "").getFirst();
      int done =
          session
              .createNativeMutationQuery(
                  "update erasure set done_at = now(), waits_for = null where id = :id and done_at is null")
              .setParameter("id", erasure.id())
              .executeUpdate();
      if (done == 1) {
        audit.append(
            session,
            Event.of(row, "ERASE_DONE", Map.of()),
            Authority.timetable("rows, pages and segments are clean"));
      }
      return done;
    });
  }
}
