package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.record.WholeList;
import org.heliograph.shared.Stage;
import org.heliograph.visibility.Visibility;

/**
 * Reads whole lists, for those who take every row away. Records that are withdrawn are in none of
 * them, whoever asks: a file outlives the withdrawal's reason.
 */
@ApplicationScoped
public class RecordWalk {
  private final Database database;

  public RecordWalk(Database database) {
    this.database = database;
  }

  /** Takes the rows of a list, a batch at a time; the batch is emptied afterwards. */
  @FunctionalInterface
  public interface Batches<E> {
    void take(List<E> rows);
  }

  /**
   * Hands on every row of the list that the visibility admits, in order, out of one snapshot of the
   * database. Whatever {@code batches} reads through the stores belongs to the same snapshot. The
   * connection is kept until the last row is taken.
   *
   * @param batch how many rows are held at once
   * @throws ReadStop.Stopped when another thread stopped it
   */
  public <E extends PublicRecord> void walk(
      RecordType<E> type,
      WholeList list,
      Visibility visibility,
      int batch,
      ReadStop stop,
      Batches<E> batches) {
    EntityReader<E> reader = EntityReader.of(type.entity());
    var query = new Queries.Query<E>(statement(type, list, visibility), reader::read);
    database.snapshot(session -> {
      Queries.walk(session, query, batch, stop, batches::take);
      return Optional.empty();
    });
  }

  static <E extends PublicRecord> SqlText statement(
      RecordType<E> type, WholeList list, Visibility visibility) {
    var sql = new SqlText().add("select ").add(EntityReader.of(type.entity()).columns());
    ListReader.from(type, list.criteria(), visibility, sql);
    sql.add(" and t.stage <> ").bind(Stage.WITHDRAWN.name());
    String column = "t." + CriterionToSql.columnOf(type.sortField(list.sort()));
    String direction = list.descending() ? " desc" : " asc";
    return sql.add(" order by ").add(column).add(direction).add(", t.id").add(direction);
  }
}
