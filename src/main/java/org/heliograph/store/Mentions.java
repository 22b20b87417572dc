package org.heliograph.store;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.heliograph.record.Mention;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;
import org.heliograph.workflow.Refusal;
import org.heliograph.workflow.Refusal.Code;
import org.hibernate.StatelessSession;

/**
 * Which of the records that others name by code are there, for whoever names them: a record that is
 * hidden from them is none. One that was withdrawn in public still answers to its code.
 */
final class Mentions<E extends PublicRecord> {
  static final String UNKNOWN =
      "names a record that is not there for you: check the code, or take it out until that record is public";

  private final RecordType<E> type;
  private final Map<RecordKind, Set<String>> known;

  private Mentions(RecordType<E> type, Map<RecordKind, Set<String>> known) {
    this.type = type;
    this.known = known;
  }

  /** For rows that nobody asks. */
  static <E extends PublicRecord> Mentions<E> unasked(RecordType<E> type) {
    return new Mentions<>(type, Map.of());
  }

  /** One read for each kind that the rows name. */
  static <E extends PublicRecord> Mentions<E> of(
      StatelessSession session, RecordType<E> type, Collection<E> rows, Viewer viewer) {
    var codes = new EnumMap<RecordKind, Set<String>>(RecordKind.class);
    for (E row : rows) {
      for (Mention each : type.mentions(row)) {
        codes.computeIfAbsent(each.kind(), kind -> new TreeSet<>()).add(each.code());
      }
    }
    var known = new EnumMap<RecordKind, Set<String>>(RecordKind.class);
    codes.forEach((kind, named) -> known.put(kind, there(session, kind, named, viewer)));
    return new Mentions<>(type, known);
  }

  private static Set<String> there(
      StatelessSession session, RecordKind kind, Set<String> codes, Viewer viewer) {
    var sql = new SqlText().add("select distinct t.code from " + kind.table());
    sql.add(" t where t.slot <> 'PAST' and ").among("t.code", codes).add(" and (");
    ConditionToSql.render(VisibilityPolicy.of(kind, viewer).rows(), sql);
    sql.add(" or ");
    ConditionToSql.render(VisibilityPolicy.ofWithdrawn(viewer).rows(), sql);
    sql.add(")");
    return new HashSet<>(Queries.list(session, sql, row -> row.getString(1)));
  }

  /** What the row names that is not there. */
  List<Mention> unknown(E row) {
    return type.mentions(row).stream()
        .filter(each -> !known.getOrDefault(each.kind(), Set.of()).contains(each.code()))
        .toList();
  }

  /** The same as refusals. */
  List<Refusal> refusals(E row) {
    return unknown(row).stream()
        .map(each -> Refusal.at(Code.UNKNOWN_REFERENCE, each.field(), UNKNOWN))
        .toList();
  }
}
