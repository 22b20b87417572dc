package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heliograph.record.Criterion;
import org.heliograph.record.RecordQuery.Window;
import org.heliograph.record.ReferenceType;
import org.heliograph.shared.Page;
import org.heliograph.shared.RegionCode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads reference data. It is the same for everybody, which is why these reads take no visibility;
 * nothing that has an audience may be declared as a {@link ReferenceType}.
 */
@ApplicationScoped
public class ReferenceStore {
  private final Database database;
  private final CursorCodec cursors;

  public ReferenceStore(Database database, CursorCodec cursors) {
    this.database = database;
    this.cursors = cursors;
  }

  private record Fetched<E>(List<E> rows, @Nullable Long total) {}

  /** One page of a table in the order of its codes; the total only when it is wanted. */
  public <E> Page<E> page(
      ReferenceType<E> type, List<Criterion> criteria, Window window, boolean wantsTotal) {
    String scope = type.table() + "|" + criteria.hashCode();
    String cursor = window.cursor();
    String from =
        cursor == null
            ? null
            : cursors.decode(cursor, scope, window.backward() ? "before" : "after");
    var fetched =
        database.read(session ->
            new Fetched<>(
                slice(session, type, criteria, window, from),
                wantsTotal ? count(session, type, criteria) : null));
    boolean more = fetched.rows().size() > window.size();
    var rows = new ArrayList<>(more ? fetched.rows().subList(0, window.size()) : fetched.rows());
    if (window.backward()) {
      Collections.reverse(rows);
    }
    boolean beyond = from != null;
    return new Page<>(
        rows,
        rows.stream().map(row -> cursors.encode(type.code().apply(row), scope)).toList(),
        window.backward() ? beyond : more,
        window.backward() ? more : beyond,
        fetched.total());
  }

  /** The whole table in the order of its codes. */
  public <E> List<E> all(ReferenceType<E> type) {
    return database.read(session -> {
      EntityReader<E> reader = EntityReader.of(type.entity());
      var sql = new SqlText().add("select ").add(reader.columns());
      from(type, List.of(), sql);
      return Queries.list(session, sql.add(" order by t.code"), reader::read);
    });
  }

  /** The rows that exist among the codes, with one statement. */
  public <E> Map<String, E> byCodes(ReferenceType<E> type, Collection<String> codes) {
    if (codes.isEmpty()) {
      return Map.of();
    }
    return database.read(session -> byCodes(session, type, codes, ""));
  }

  /** Those of the codes that a table of reference data holds; the table's name stands in code. */
  public Set<String> existing(String table, Collection<String> codes) {
    if (codes.isEmpty()) {
      return Set.of();
    }
    var sql = new SqlText().add("select code from ").add(table).add(" where ").among("code", codes);
    return database.read(
        session -> Set.copyOf(Queries.list(session, sql, row -> row.getString(1))));
  }

  static <E> Map<String, E> byCodes(
      StatelessSession session, ReferenceType<E> type, Collection<String> codes, String tail) {
    EntityReader<E> reader = EntityReader.of(type.entity());
    var sql = new SqlText().add("select ").add(reader.columns()).add(" from ");
    sql.add(type.table()).add(" t where ").among("t.code", codes).add(" order by t.code").add(tail);
    var found = new LinkedHashMap<String, E>();
    for (E row : Queries.list(session, sql, reader::read)) {
      found.put(type.code().apply(row), row);
    }
    return found;
  }

  private static <E> List<E> slice(
      StatelessSession session,
      ReferenceType<E> type,
      List<Criterion> criteria,
      Window window,
      @Nullable String from) {
    EntityReader<E> reader = EntityReader.of(type.entity());
    var sql = new SqlText().add("select ").add(reader.columns());
    from(type, criteria, sql);
    if (from != null) {
      sql.add(" and t.code ").add(window.backward() ? "<" : ">").add(" ").bind(from);
    }
    sql.add(" order by t.code").add(window.backward() ? " desc" : " asc");
    sql.add(" limit ").bind(window.size() + 1);
    return Queries.list(session, sql, reader::read);
  }

  private static <E> long count(
      StatelessSession session, ReferenceType<E> type, List<Criterion> criteria) {
    var sql = new SqlText().add("select count(*)");
    from(type, criteria, sql);
    return Queries.list(session, sql, row -> row.getLong(1)).getFirst();
  }

  private static <E> void from(ReferenceType<E> type, List<Criterion> criteria, SqlText sql) {
    sql.add(" from ").add(type.table()).add(" t where true");
    for (Criterion criterion : criteria) {
      sql.add(" and ");
      String column = "t." + type.column(criterion.field());
      switch (criterion) {
        case Criterion.AnyOf(var name, var values) -> {
          if (values.isEmpty()) {
            sql.add("false");
          } else {
            sql.among(column, values);
          }
        }
        case Criterion.Between(var name, var low, var high) -> {
          sql.add("true");
          if (low != null) {
            sql.add(" and ").add(column).add(" >= ").bind(low);
          }
          if (high != null) {
            sql.add(" and ").add(column).add(" <= ").bind(high);
          }
        }
        case Criterion.Under(var regions) -> under(column, regions, sql);
      }
    }
  }

  /** Codes of a subtree lie between its own code and the same code padded with nines. */
  private static void under(String column, Collection<String> regions, SqlText sql) {
    sql.add("(false");
    for (String code : regions) {
      RegionCode.parse(code)
          .ifPresent(region ->
              sql.add(" or ")
                  .add(column)
                  .add(" between ")
                  .bind(code)
                  .add(" and ")
                  .bind(region.last()));
    }
    sql.add(")");
  }
}
