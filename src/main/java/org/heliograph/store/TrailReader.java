package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.heliograph.audit.AuditEntry;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.TrailQuery;
import org.heliograph.record.RecordQuery.Window;
import org.heliograph.shared.Page;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.Attribute;
import org.heliograph.visibility.Condition;
import org.heliograph.visibility.TrailScope;

/** Reads the audit trail, newest first, within what the policy gives of it. */
@ApplicationScoped
public class TrailReader {
  private static final String COLUMNS =
      "select e.id, e.chain, e.position, e.at, e.actor, e.actor_role, e.organisation, e.kind, e.record_id, e.revision, e.edition,"
          + " e.code, e.transition, e.request_id, e.address_class, e.rows_count, e.hash, d.detail"
          + " from audit_entry e join audit_detail d on d.entry_id = e.id where true";
  private static final int BATCH = 1_000;
  private final Database database;
  private final CursorCodec cursors;

  public TrailReader(Database database, CursorCodec cursors) {
    this.database = database;
    this.cursors = cursors;
  }

  /** One page; only forward. */
  public Page<AuditEntry> page(TrailQuery query, Window window, TrailScope scope) {
    if (window.backward()) {
      throw Problem.badInput("before", "the trail is read forward: give first with after");
    }
    String bound = "trail|" + query.hashCode();
    String cursor = window.cursor();
    var sql = new SqlText().add(COLUMNS);
    if (cursor != null) {
      sql.add(" and e.id < ").bind(Long.valueOf(cursors.decode(cursor, bound, "after")));
    }
    narrow(query, sql);
    within(scope, sql);
    sql.add(" order by e.id desc limit ").bind(window.size() + 1);
    List<AuditEntry> found =
        database.read(session -> Queries.list(session, sql, TrailReader::entry));
    boolean more = found.size() > window.size();
    List<AuditEntry> rows = more ? found.subList(0, window.size()) : found;
    return new Page<>(
        rows,
        rows.stream().map(row -> cursors.encode(Long.toString(row.id()), bound)).toList(),
        more,
        cursor != null,
        null);
  }

  /** Takes entries as they are read; may fail where they go. */
  @FunctionalInterface
  public interface Sink {
    void take(List<AuditEntry> entries) throws IOException;
  }

  /** All entries, newest first, a batch at a time, as the trail was when the first was read. */
  public void walk(TrailQuery query, TrailScope scope, ReadStop stop, Sink sink)
      throws IOException {
    try {
      database.snapshot(session -> {
        long before = Long.MAX_VALUE;
        List<AuditEntry> found;
        do {
          stop.check();
          var sql = new SqlText().add(COLUMNS).add(" and e.id < ").bind(before);
          narrow(query, sql);
          within(scope, sql);
          sql.add(" order by e.id desc limit ").bind(BATCH);
          found = Queries.list(session, sql, TrailReader::entry);
          hand(found, sink);
          before = found.isEmpty() ? before : found.getLast().id();
        } while (found.size() == BATCH);
        return true;
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void hand(List<AuditEntry> entries, Sink sink) {
    try {
      sink.take(entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void narrow(TrailQuery query, SqlText sql) {
    equal("e.kind", query.kind() == null ? null : query.kind().name(), sql);
    equal("e.code", query.code(), sql);
    equal("e.chain", query.organisation(), sql);
    equal("e.actor", query.actor(), sql);
    equal("e.transition", query.transition(), sql);
    Long record = query.recordId();
    if (record != null) {
      sql.add(" and (e.record_id = ").bind(record);
      sql.add(" or e.id in (select r.entry_id from audit_row r where r.record_id = ");
      sql.bind(record).add("))");
    }
    if (query.from() != null) {
      sql.add(" and e.at >= ").bind(query.from());
    }
    if (query.until() != null) {
      sql.add(" and e.at < ").bind(query.until());
    }
  }

  private static void equal(
      String column, @org.jspecify.annotations.Nullable String value, SqlText sql) {
    if (value != null) {
      sql.add(" and ").add(column).add(" = ").bind(value);
    }
  }

  private static void within(TrailScope scope, SqlText sql) {
    switch (scope) {
      case TrailScope.Everything all -> {}
      case TrailScope.Nothing none -> sql.add(" and false");
      case TrailScope.Within some -> {
        sql.add(" and (false");
        for (RecordKind kind : RecordKind.values()) {
          if (kind != RecordKind.STATUTE_ARTICLE) {
            for (String slot : List.of("PUBLIC", "WORK", "PAST")) {
              // the slot stands in the text: the indexes by record are per slot
              String rows = kind.table() + " t where t.slot = '" + slot + "' and ";
              sql.add(" or e.kind = '" + kind + "' and (exists (select 1 from " + rows);
              sql.add("t.record_id = e.record_id and ").add(region(some));
              sql.add(") or e.rows_count > 0 and exists (select 1 from audit_row r, " + rows);
              sql.add("r.entry_id = e.id and t.record_id = r.record_id and ").add(region(some));
              sql.add("))");
            }
          }
        }
        sql.add(")");
      }
    }
  }

  private static SqlText region(TrailScope.Within scope) {
    var sql = new SqlText();
    ConditionToSql.render(new Condition.In(Attribute.REGION_PATH, scope.regions()), sql);
    return sql;
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong(1),
        row.getString(2),
        row.getLong(3),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        RecordKind.valueOf(row.getString(8)),
        row.getObject(9, Long.class),
        row.getObject(10, Integer.class),
        row.getObject(11, Integer.class),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getString(15),
        row.getInt(16),
        row.getString(17),
        AuditTrail.detail(row.getString(18)));
  }
}
