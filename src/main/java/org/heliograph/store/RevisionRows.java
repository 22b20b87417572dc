package org.heliograph.store;

import java.util.ArrayList;
import java.util.List;
import org.heliograph.record.ChildType;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.hibernate.StatelessSession;

/** Writes whole revisions of one kind with their children. */
final class RevisionRows<E extends PublicRecord> {
  private final RecordType<E> type;

  RevisionRows(RecordType<E> type) {
    this.type = type;
  }

  /**
   * Writes revisions: superseded ones make room first, new ones get their ids, children are
   * exchanged as a whole.
   */
  void write(StatelessSession session, List<E> superseded, List<E> inserts, List<E> updates) {
    if (!superseded.isEmpty()) {
      session.updateMultiple(superseded);
    }
    assignIds(session, inserts);
    if (!inserts.isEmpty()) {
      session.insertMultiple(inserts);
    }
    if (!updates.isEmpty()) {
      session.updateMultiple(updates);
      for (ChildType<E, ?> child : type.children().reversed()) {
        clear(session, child, updates);
      }
    }
    for (ChildType<E, ?> child : type.children()) {
      insert(session, child, List.of(inserts, updates));
    }
  }

  /** Writes revisions that lost their content, and drops their children. */
  void writeErased(StatelessSession session, List<E> erased) {
    session.updateMultiple(erased);
    for (ChildType<E, ?> child : type.children().reversed()) {
      clear(session, child, erased);
    }
  }

  private void assignIds(StatelessSession session, List<E> inserts) {
    if (inserts.isEmpty()) {
      return;
    }
    int blocks = (inserts.size() + 99) / 100;
    List<Long> starts =
        session
            .createNativeQuery(
                "select nextval('record_id_seq') from generate_series(1, :blocks)", Long.class)
            .setParameter("blocks", blocks)
            .getResultList();
    for (int i = 0; i < inserts.size(); i++) {
      E row = inserts.get(i);
      // the sequence steps by 100: each value begins a block
      long id = starts.get(i / 100) + (i % 100);
      if (row.revision > 1) {
        row.id = id;
      } else {
        row.identify(Identities.next(), id);
      }
    }
  }

  private void clear(StatelessSession session, ChildType<E, ?> child, List<E> rows) {
    session
        .createNativeMutationQuery("delete from " + child.table() + " where item_id = any(:ids)")
        .setParameter("ids", rows.stream().map(row -> row.id).toArray(Long[]::new))
        .executeUpdate();
  }

  private static <E extends PublicRecord, C> void insert(
      StatelessSession session, ChildType<E, C> child, List<List<E>> groups) {
    var all = new ArrayList<C>();
    for (List<E> rows : groups) {
      for (E row : rows) {
        for (C each : child.children().apply(row)) {
          child.own().accept(each, row.id);
          all.add(each);
        }
      }
    }
    if (!all.isEmpty()) {
      session.insertMultiple(all);
    }
  }

  /** The number of the last revision of a record that is public or was. */
  static int last(StatelessSession session, RecordType<?> type, long recordId) {
    var sql = new SqlText().add("select max(revision) from ").add(type.kind().table());
    sql.add(" t where t.record_id = ").bind(recordId).add(" and t.slot in ('PUBLIC', 'PAST')");
    return Queries.list(session, sql, found -> found.getInt(1)).getFirst();
  }
}
