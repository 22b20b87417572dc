package org.heliograph.store;

import java.util.List;
import org.heliograph.record.Criterion;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordField;
import org.heliograph.record.RecordType;
import org.heliograph.visibility.FieldClass;
import org.heliograph.visibility.Visibility;

/**
 * Renders criteria over a record table aliased {@code t}, each under the condition of its field's
 * class.
 */
final class CriterionToSql {
  private CriterionToSql() {}

  static <E extends PublicRecord> void render(
      RecordType<E> type, List<Criterion> criteria, Visibility visibility, SqlText sql) {
    for (Criterion criterion : criteria) {
      sql.add(" and ");
      RecordField<E> field = type.field(criterion.field());
      if (field.fieldClass() != FieldClass.OPEN) {
        ConditionToSql.render(visibility.rows(field.fieldClass()), sql);
        sql.add(" and ");
      }
      render(field, criterion, sql);
    }
  }

  private static void render(RecordField<?> field, Criterion criterion, SqlText sql) {
    switch (criterion) {
      case Criterion.Under(var regions) -> ConditionToSql.under(regions, sql);
      case Criterion.AnyOf(var name, var values) -> {
        if (values.isEmpty()) {
          sql.add("false");
        } else {
          sql.among("t." + columnOf(field), values);
        }
      }
      case Criterion.Between(var name, var from, var to) -> {
        sql.add("true");
        if (from != null) {
          sql.add(" and t.").add(columnOf(field)).add(" >= ").bind(from);
        }
        if (to != null) {
          sql.add(" and t.").add(columnOf(field)).add(" <= ").bind(to);
        }
      }
    }
  }

  static String columnOf(RecordField<?> field) {
    String column = field.column();
    if (column == null) {
      throw new IllegalArgumentException(field.name() + " has no column");
    }
    return column;
  }
}
