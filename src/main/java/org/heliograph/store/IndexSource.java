package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;

/**
 * The reads from which indices are built: the only ones without a visibility, because what the
 * indices then show is decided by their tier and, in the internal tier, by the visibility of each
 * search. For the indexer alone.
 */
@ApplicationScoped
public class IndexSource {
  private final Database database;

  public IndexSource(Database database) {
    this.database = database;
  }

  /**
   * The current revisions (public and in work) of these records with all their children, for the
   * index alone: the one read without a visibility, because what the indices then show is decided
   * by their tier and, in the internal tier, by the visibility of each search.
   */
  public <E extends PublicRecord> List<E> forIndex(RecordType<E> type, Collection<Long> recordIds) {
    if (recordIds.isEmpty()) {
      return List.of();
    }
    var where = current(recordIds);
    return database.read(session -> {
      List<E> rows = RecordStore.select(session, type, where, " order by t.record_id, t.slot");
      ChildReader.attach(session, type.children(), rows);
      FileRows.attachTexts(session, rows);
      return rows;
    });
  }

  /**
   * Record ids in the order of their rows, for building an index: what follows a row id, and the
   * row id to go on from. A record with two current revisions may come twice.
   */
  public Slice recordIds(RecordType<?> type, long afterRow, int size) {
    var sql =
        new SqlText()
            .add("select t.id, t.record_id from ")
            .add(type.kind().table())
            .add(" t where t.slot <> 'PAST' and t.id > ")
            .bind(afterRow)
            .add(" order by t.id limit ")
            .bind(size);
    List<Object[]> rows =
        database.read(session ->
            Database.bind(session.createNativeQuery(sql.sql(), Object[].class), sql.values())
                .getResultList());
    return new Slice(
        rows.stream().map(row -> ((Number) row[1]).longValue()).distinct().toList(),
        rows.isEmpty() ? afterRow : ((Number) rows.getLast()[0]).longValue(),
        rows.size() == size);
  }

  /** Some record ids, where the next slice starts, and whether there may be one. */
  public record Slice(List<Long> recordIds, long lastRow, boolean more) {}

  /** Row, record and version of a revision. */
  public record RowVersion(long rowId, long recordId, long version) {}

  /**
   * Revisions of these records that a later one replaced since an instant: the index drops them.
   */
  public List<RowVersion> superseded(
      RecordType<?> type, Collection<Long> recordIds, Instant since) {
    if (recordIds.isEmpty()) {
      return List.of();
    }
    var sql =
        new SqlText()
            .add("select t.id, t.record_id, t.row_version from ")
            .add(type.kind().table())
            .add(" t where ")
            .add(past(recordIds))
            .add(" and t.changed_at >= ")
            .bind(since);
    List<Object[]> rows =
        database.read(session ->
            Database.bind(session.createNativeQuery(sql.sql(), Object[].class), sql.values())
                .getResultList());
    return rows.stream()
        .map(row ->
            new RowVersion(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue()))
        .toList();
  }

  /** Said slot by slot, as the indexes by record are: any other wording reads the whole table. */
  static SqlText current(Collection<Long> recordIds) {
    return new SqlText()
        .among("t.record_id", recordIds)
        .add(" and (t.slot = 'PUBLIC' or t.slot = 'WORK')");
  }

  static SqlText past(Collection<Long> recordIds) {
    return new SqlText().among("t.record_id", recordIds).add(" and t.slot = 'PAST'");
  }
}
