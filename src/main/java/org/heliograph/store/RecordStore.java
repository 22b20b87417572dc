package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.record.ChildType;
import org.heliograph.record.Lookup;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordQuery;
import org.heliograph.record.RecordType;
import org.heliograph.record.SummaryQuery;
import org.heliograph.shared.Page;
import org.heliograph.shared.RecordRef;
import org.heliograph.shared.WithdrawalKind;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.Visibility;
import org.heliograph.visibility.VisibilityPolicy;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Reads records. Every read takes a visibility, or the viewer from which it is made. */
@ApplicationScoped
public class RecordStore {
  private final Database database;
  private final ListReader lists;
  private final SummaryReader summaries;

  public RecordStore(Database database, ListReader lists, SummaryReader summaries) {
    this.database = database;
    this.lists = lists;
    this.summaries = summaries;
  }

  /**
   * Counts and adds up the records that the visibility admits, each once, in one statement; more
   * groups than the query allows are BAD_INPUT.
   */
  public <E extends PublicRecord> List<SummaryQuery.Group> summarise(
      RecordType<E> type, SummaryQuery query, Visibility visibility) {
    return summaries.summarise(type, query, visibility);
  }

  /**
   * One page of a list, in one statement (and a second only to count behind a cursor at the list's
   * end).
   */
  public <E extends PublicRecord> Page<E> page(
      RecordType<E> type, RecordQuery query, Visibility visibility) {
    return lists.page(type, query, visibility);
  }

  /** What the viewer learns of the record by its global id. */
  public <E extends PublicRecord> Lookup<E> find(RecordType<E> type, RecordRef ref, Viewer viewer) {
    var which = new SqlText().add("t.record_id = ").bind(ref.recordId());
    if (ref.revision() == 0) {
      which.add(" and (t.slot = 'PUBLIC' or t.revision = 1 and t.slot = 'WORK')");
    } else {
      which.add(" and t.slot = 'WORK' and t.revision = ").bind(ref.revision());
    }
    List<Lookup<E>> found = lookUp(type, which, viewer);
    return found.isEmpty() ? new Lookup.Nothing<>() : found.getFirst();
  }

  /**
   * What the viewer learns of the records that bear a code: one per organisation, the public
   * revision before the one in work.
   *
   * @param organisation narrows to one organisation; null for all
   */
  public <E extends PublicRecord> List<Lookup<E>> findByCode(
      RecordType<E> type, String code, @Nullable String organisation, Viewer viewer) {
    var which = new SqlText().add("t.slot <> 'PAST' and t.code = ").bind(code);
    if (organisation != null) {
      which.add(" and t.organisation = ").bind(organisation);
    }
    return lookUp(type, which, viewer);
  }

  private <E extends PublicRecord> List<Lookup<E>> lookUp(
      RecordType<E> type, SqlText which, Viewer viewer) {
    Visibility visible = VisibilityPolicy.of(type.kind(), viewer);
    Visibility withdrawn = VisibilityPolicy.ofWithdrawn(viewer);
    which.add(" and (");
    ConditionToSql.render(visible.rows(), which);
    which.add(" or ");
    ConditionToSql.render(withdrawn.rows(), which);
    which.add(")");
    // the public revision sorts before the one in work
    List<E> rows =
        database.read(session -> select(session, type, which, " order by t.record_id, t.slot"));
    var perRecord = new HashMap<Long, Lookup<E>>();
    var order = new ArrayList<Lookup<E>>();
    for (E row : rows) {
      Lookup<E> lookup = classify(row, visible, withdrawn);
      if (perRecord.putIfAbsent(row.recordId, lookup) == null) {
        order.add(lookup);
      }
    }
    return order;
  }

  private static <E extends PublicRecord> Lookup<E> classify(
      E row, Visibility visible, Visibility withdrawn) {
    var fields = visible.fields(row);
    if (!fields.isEmpty()) {
      return row.withdrawalKind == WithdrawalKind.ERASED
          ? new Lookup.Tombstone<>(row)
          : new Lookup.Found<>(row, fields);
    }
    return row.withdrawalKind == WithdrawalKind.WITHDRAWN
        ? new Lookup.Found<>(row, withdrawn.fields(row))
        : new Lookup.Tombstone<>(row);
  }

  /** The rows with these row ids (not record ids) that the visibility admits, by row id. */
  public <E extends PublicRecord> Map<Long, E> byRowIds(
      RecordType<E> type, Collection<Long> rowIds, Visibility visibility) {
    return by(type, "t.id", rowIds, visibility, row -> row.id);
  }

  /** The public revisions of these records that the visibility admits, by record id. */
  public <E extends PublicRecord> Map<Long, E> byRecordIds(
      RecordType<E> type, Collection<Long> recordIds, Visibility visibility) {
    return by(
        type, "t.slot = 'PUBLIC' and t.record_id", recordIds, visibility, row -> row.recordId);
  }

  /**
   * The public revisions that the visibility admits, by code; where organisations share a code, the
   * first by identity.
   */
  public <E extends PublicRecord> Map<String, E> byCodes(
      RecordType<E> type, Collection<String> codes, Visibility visibility) {
    return by(type, "t.slot = 'PUBLIC' and t.code", codes, visibility, row -> row.code);
  }

  /**
   * All public revisions that the visibility admits and whose fields are each among the given
   * values; for bounded links only.
   */
  public <E extends PublicRecord> List<E> matching(
      RecordType<E> type, Map<String, ? extends Collection<String>> values, Visibility visibility) {
    var where = new SqlText().add("t.slot = 'PUBLIC' and ");
    ConditionToSql.render(visibility.rows(), where);
    for (var entry : values.entrySet()) {
      if (entry.getValue().isEmpty()) {
        return List.of();
      }
      where
          .add(" and ")
          .among("t." + CriterionToSql.columnOf(type.field(entry.getKey())), entry.getValue());
    }
    return database.read(session -> select(session, type, where, " order by t.id"));
  }

  private <K, E extends PublicRecord> Map<K, E> by(
      RecordType<E> type,
      String column,
      Collection<K> keys,
      Visibility visibility,
      java.util.function.Function<E, K> key) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    var where = new SqlText().among(column, keys).add(" and ");
    ConditionToSql.render(visibility.rows(), where);
    var found = new HashMap<K, E>();
    for (E row : database.read(session -> select(session, type, where, " order by t.record_id"))) {
      found.putIfAbsent(key.apply(row), row);
    }
    return found;
  }

  /** Attaches the children of these types to all rows, with one trip to the database. */
  public <E extends PublicRecord> void attach(List<ChildType<E, ?>> children, List<E> rows) {
    // a row that is not stored, of a file that is checked, has its children with it
    List<E> stored = rows.stream().filter(row -> row.id != null).toList();
    if (children.isEmpty() || stored.isEmpty()) {
      return;
    }
    database.read(session -> {
      ChildReader.attach(session, children, stored);
      return Optional.empty();
    });
  }

  static <E extends PublicRecord> List<E> select(
      StatelessSession session, RecordType<E> type, SqlText where, String tail) {
    EntityReader<E> reader = EntityReader.of(type.entity());
    var sql = new SqlText().add("select ").add(reader.columns()).add(" from ");
    sql.add(type.kind().table()).add(" t where ").add(where).add(tail);
    return Queries.list(session, sql, reader::read);
  }
}
