package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.heliograph.record.FieldType;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordField;
import org.heliograph.record.RecordType;
import org.heliograph.record.SummaryQuery;
import org.heliograph.record.SummaryQuery.Dimension;
import org.heliograph.record.SummaryQuery.Group;
import org.heliograph.shared.Problem;
import org.heliograph.visibility.FieldClass;
import org.heliograph.visibility.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Counts and adds up records in one statement. Each record counts once: by its public revision, or
 * by its draft when it never was public; a correction in work counts for nothing.
 */
@ApplicationScoped
class SummaryReader {
  private final Database database;

  SummaryReader(Database database) {
    this.database = database;
  }

  <E extends PublicRecord> List<Group> summarise(
      RecordType<E> type, SummaryQuery query, Visibility visibility) {
    var keys = new ArrayList<String>();
    for (Dimension dimension : query.by()) {
      keys.add(expression(type, dimension));
    }
    RecordField<E> sum = type.field(query.sumOf());
    var sql = new SqlText().add("select ");
    for (int i = 0; i < keys.size(); i++) {
      sql.add(keys.get(i)).add(" as key" + i + ", ");
    }
    sql.add("count(*) as count_, coalesce(sum(t." + CriterionToSql.columnOf(sum) + "), 0) as sum_");
    sql.add(" from ").add(type.kind().table());
    sql.add(" t where (t.slot = 'PUBLIC' or t.slot = 'WORK' and t.revision = 1) and ");
    ConditionToSql.render(visibility.rows(), sql);
    // who may not read a field learns nothing of it from a group or a sum
    readable(sum, visibility, sql);
    for (Dimension dimension : query.by()) {
      if (dimension instanceof Dimension.ByField(var name)) {
        readable(type.field(name), visibility, sql);
      }
    }
    CriterionToSql.render(type, query.criteria(), visibility, sql);
    if (!keys.isEmpty()) {
      String places =
          String.join(
              ", ", IntStream.rangeClosed(1, keys.size()).mapToObj(Integer::toString).toList());
      sql.add(" group by ").add(places).add(" order by ").add(places);
    }
    sql.add(" limit ").bind(query.largest() + 1);
    List<Object[]> rows =
        database.read(session -> {
          var select =
              Database.bind(session.createNativeQuery(sql.sql(), Object[].class), sql.values());
          for (int i = 0; i < query.by().size(); i++) {
            select.addScalar("key" + i, javaType(type, query.by().get(i)));
          }
          return select
              .addScalar("count_", Long.class)
              .addScalar("sum_", BigDecimal.class)
              .getResultList();
        });
    if (rows.size() > query.largest()) {
      throw Problem.badInput(
          "groupBy",
          "makes more than " + query.largest() + " groups: narrow the filter or group by less");
    }
    var groups = new ArrayList<Group>(rows.size());
    for (Object[] row : rows) {
      var values = new ArrayList<@Nullable Object>();
      for (int i = 0; i < keys.size(); i++) {
        values.add(row[i]);
      }
      groups.add(new Group(values, (Long) row[keys.size()], (BigDecimal) row[keys.size() + 1]));
    }
    return groups;
  }

  private static void readable(RecordField<?> field, Visibility visibility, SqlText sql) {
    if (field.fieldClass() != FieldClass.OPEN) {
      sql.add(" and ");
      ConditionToSql.render(visibility.rows(field.fieldClass()), sql);
    }
  }

  private static String expression(RecordType<?> type, Dimension dimension) {
    return switch (dimension) {
      case Dimension.ByField(var name) -> "t." + CriterionToSql.columnOf(type.field(name));
      case Dimension.ByDivision(var level) -> "nullif(t." + ConditionToSql.column(level) + ", '')";
    };
  }

  private static Class<?> javaType(RecordType<?> type, Dimension dimension) {
    return switch (dimension) {
      case Dimension.ByDivision division -> String.class;
      case Dimension.ByField(var name) -> javaType(type.field(name).type());
    };
  }

  private static Class<?> javaType(FieldType type) {
    return switch (type) {
      case TEXT, KEYWORD -> String.class;
      case DATE -> LocalDate.class;
      case INSTANT -> Instant.class;
      case DECIMAL -> BigDecimal.class;
      case INTEGER -> Integer.class;
      case BOOLEAN -> Boolean.class;
    };
  }
}
