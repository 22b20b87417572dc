package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;

/**
 * Tells a writer what records rest on, whoever may see them. Its answers are for decisions about
 * writes, never for a viewer.
 */
@ApplicationScoped
public class RecordUsage {
  private final Database database;

  public RecordUsage(Database database) {
    this.database = database;
  }

  /** Those of the values that some revision of any stage bears in a field. */
  public <E extends PublicRecord> Set<String> inUse(
      RecordType<E> type, String field, Collection<String> values) {
    if (values.isEmpty()) {
      return Set.of();
    }
    String column = CriterionToSql.columnOf(type.field(field));
    var sql =
        new SqlText()
            .add("select v from unnest(cast(")
            .bind(values.toArray(String[]::new))
            .add(" as text[])) v where exists (select 1 from ")
            .add(type.kind().table())
            .add(" t where t." + column + " = v)");
    return database.read(session ->
        Set.copyOf(
            Database.bind(session.createNativeQuery(sql.sql(), String.class), sql.values())
                .getResultList()));
  }
}
