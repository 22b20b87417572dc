package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.visibility.Visibility;

/** Which values a field has among the public revisions of a kind. */
@ApplicationScoped
public class FieldValues {
  private final Database database;

  public FieldValues(Database database) {
    this.database = database;
  }

  /** Each value once, of rows on which the visibility shows the field. */
  public <E extends PublicRecord> List<String> of(
      RecordType<E> type, String field, Visibility visibility) {
    var described = type.field(field);
    String column = "t." + CriterionToSql.columnOf(described);
    var sql =
        new SqlText()
            .add("select distinct " + column + " from ")
            .add(type.kind().table())
            .add(" t where t.slot = 'PUBLIC' and " + column + " is not null and ");
    ConditionToSql.render(visibility.rows(described.fieldClass()), sql);
    sql.add(" order by 1");
    return database.read(session -> Queries.list(session, sql, row -> row.getString(1)));
  }
}
