package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.heliograph.record.Criterion;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordField;
import org.heliograph.record.RecordQuery;
import org.heliograph.record.RecordType;
import org.heliograph.shared.Page;
import org.heliograph.visibility.Visibility;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Reads one page of a list by keyset: the cost of a page does not grow with its depth. */
@ApplicationScoped
class ListReader {
  private final Database database;
  private final CursorCodec cursors;

  ListReader(Database database, CursorCodec cursors) {
    this.database = database;
    this.cursors = cursors;
  }

  private record Fetched<E>(List<E> rows, @Nullable Long total) {}

  private record Counted<E>(E row, long total) {}

  <E extends PublicRecord> Page<E> page(
      RecordType<E> type, RecordQuery query, Visibility visibility) {
    RecordField<E> sort = type.sortField(query.sort());
    RecordQuery.Window window = query.window();
    String scope =
        type.kind()
            + "|"
            + query.sort()
            + "|"
            + query.descending()
            + "|"
            + query.criteria().hashCode();
    Keyset from = null;
    if (window.cursor() != null) {
      String argument = window.backward() ? "before" : "after";
      from = Keyset.parse(cursors.decode(window.cursor(), scope, argument), sort.type(), argument);
    }
    Keyset start = from;
    var fetched = database.read(session -> fetch(session, type, query, start, visibility));
    boolean more = fetched.rows().size() > window.size();
    List<E> rows =
        new ArrayList<>(more ? fetched.rows().subList(0, window.size()) : fetched.rows());
    if (window.backward()) {
      Collections.reverse(rows);
    }
    var marks = new ArrayList<String>(rows.size());
    for (E row : rows) {
      marks.add(cursors.encode(Keyset.of(sort, row).payload(), scope));
    }
    boolean beyond = from != null;
    return new Page<>(
        rows,
        marks,
        window.backward() ? beyond : more,
        window.backward() ? more : beyond,
        fetched.total());
  }

  private static <E extends PublicRecord> Fetched<E> fetch(
      StatelessSession session,
      RecordType<E> type,
      RecordQuery query,
      @Nullable Keyset from,
      Visibility visibility) {
    EntityReader<E> reader = EntityReader.of(type.entity());
    var sql = statement(type, query, from, visibility);
    if (!query.wantsTotal()) {
      return new Fetched<>(Queries.list(session, sql, reader::read), null);
    }
    int total = reader.width() + 1;
    List<Counted<E>> found =
        Queries.list(session, sql, row -> new Counted<>(reader.read(row), row.getLong(total)));
    var rows = new ArrayList<E>(found.size());
    for (Counted<E> each : found) {
      rows.add(each.row());
    }
    if (!found.isEmpty()) {
      return new Fetched<>(rows, found.getFirst().total());
    }
    return new Fetched<>(rows, from == null ? 0L : count(session, type, query, visibility));
  }

  /** The one statement that reads a page, with a row more than asked for to see whether it ends. */
  static <E extends PublicRecord> SqlText statement(
      RecordType<E> type, RecordQuery query, @Nullable Keyset from, Visibility visibility) {
    boolean descending = query.descending() != query.window().backward();
    var sql = new SqlText().add("select ").add(EntityReader.of(type.entity()).columns());
    if (query.wantsTotal()) {
      // in the same statement as the rows: one snapshot, one round trip
      sql.add(", (select count(*)");
      from(type, query.criteria(), visibility, sql);
      sql.add(") as total_");
    }
    from(type, query.criteria(), visibility, sql);
    String column = "t." + CriterionToSql.columnOf(type.sortField(query.sort()));
    if (from != null) {
      sql.add(" and (").add(column).add(", t.id) ").add(descending ? "<" : ">").add(" (");
      sql.bind(from.value()).add(", ").bind(from.id()).add(")");
    }
    String direction = descending ? " desc" : " asc";
    sql.add(" order by ").add(column).add(direction).add(", t.id").add(direction);
    return sql.add(" limit ").bind(query.window().size() + 1);
  }

  private static <E extends PublicRecord> long count(
      StatelessSession session, RecordType<E> type, RecordQuery query, Visibility visibility) {
    var sql = new SqlText().add("select count(*)");
    from(type, query.criteria(), visibility, sql);
    return Queries.list(session, sql, row -> row.getLong(1)).getFirst();
  }

  /** The rows of a list that the visibility admits, from the word {@code from} on. */
  static <E extends PublicRecord> void from(
      RecordType<E> type, List<Criterion> criteria, Visibility visibility, SqlText sql) {
    sql.add(" from ").add(type.kind().table()).add(" t where t.slot <> 'PAST' and ");
    ConditionToSql.render(visibility.rows(), sql);
    CriterionToSql.render(type, criteria, visibility, sql);
  }
}
