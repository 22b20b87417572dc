package org.heliograph.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.heliograph.record.ChildType;
import org.heliograph.record.PublicRecord;
import org.hibernate.StatelessSession;

/** Reads the children of many revisions with one trip to the database. */
final class ChildReader {
  private ChildReader() {}

  static <E extends PublicRecord> void attach(
      StatelessSession session, List<ChildType<E, ?>> children, List<E> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var ids = rows.stream().map(row -> row.id).toList();
    var queries = new ArrayList<Queries.Query<Object>>(children.size());
    for (ChildType<E, ?> child : children) {
      queries.add(query(child, ids));
    }
    var found = Queries.together(session, queries);
    for (int i = 0; i < children.size(); i++) {
      distribute(children.get(i), found.get(i), rows);
    }
  }

  private static Queries.Query<Object> query(ChildType<?, ?> child, List<Long> ids) {
    EntityReader<?> reader = EntityReader.of(child.entity());
    var sql = new SqlText().add("select ").add(reader.columns());
    sql.add(" from ").add(child.table()).add(" t where ").among("t.item_id", ids);
    sql.add(" order by ").add(child.order());
    return new Queries.Query<>(sql, reader::read);
  }

  private static <E extends PublicRecord, C> void distribute(
      ChildType<E, C> child, List<Object> found, List<E> rows) {
    var byOwner = new HashMap<Long, List<C>>();
    for (Object each : found) {
      C one = child.entity().cast(each);
      byOwner.computeIfAbsent(child.owner().apply(one), id -> new ArrayList<>()).add(one);
    }
    for (E row : rows) {
      child.attach().accept(row, byOwner.getOrDefault(row.id, List.of()));
    }
  }
}
