package org.heliograph.store;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.heliograph.shared.RegionCode;
import org.heliograph.visibility.Attribute;
import org.heliograph.visibility.Condition;

/** Renders a condition over a record table aliased {@code t}. Knows nodes, never roles. */
final class ConditionToSql {
  private ConditionToSql() {}

  static void render(Condition condition, SqlText sql) {
    switch (condition) {
      case Condition.Nothing() -> sql.add("false");
      case Condition.Everything() -> sql.add("true");
      case Condition.In(var attribute, var values) -> in(attribute, values, sql);
      case Condition.NotAfter(var attribute, var instant) ->
          sql.add(column(attribute)).add(" <= ").bind(instant);
      case Condition.After(var attribute, var instant) ->
          sql.add(column(attribute)).add(" > ").bind(instant);
      case Condition.All(var parts) -> join(parts, " and ", "true", sql);
      case Condition.Any(var parts) -> join(parts, " or ", "false", sql);
    }
  }

  private static void join(List<Condition> parts, String word, String empty, SqlText sql) {
    if (parts.isEmpty()) {
      sql.add(empty);
      return;
    }
    sql.add("(");
    for (Iterator<Condition> it = parts.iterator(); it.hasNext(); ) {
      render(it.next(), sql);
      if (it.hasNext()) {
        sql.add(word);
      }
    }
    sql.add(")");
  }

  private static void in(Attribute attribute, Set<String> values, SqlText sql) {
    switch (attribute) {
      case STAGE, AUDIENCE, ORGANISATION -> sql.among(column(attribute), new TreeSet<>(values));
      case REGION_PATH -> under(values, sql);
      case VISIBLE_FROM, VISIBLE_UNTIL ->
          throw new IllegalArgumentException(attribute + " is an instant");
    }
  }

  /**
   * Rows in the subtree of any of the divisions: one indexed column per level. A code that is no
   * division has no rows.
   */
  static void under(Collection<String> codes, SqlText sql) {
    var byLevel = new EnumMap<RegionCode.Level, Set<String>>(RegionCode.Level.class);
    for (String code : codes) {
      RegionCode.parse(code)
          .ifPresent(
              region -> byLevel.computeIfAbsent(region.level(), l -> new TreeSet<>()).add(code));
    }
    if (byLevel.isEmpty()) {
      sql.add("false");
      return;
    }
    sql.add("(");
    String word = "";
    for (var entry : byLevel.entrySet()) {
      sql.add(word);
      if (entry.getKey() == RegionCode.Level.NATION) {
        sql.add("true");
      } else {
        sql.among("t." + column(entry.getKey()), entry.getValue());
      }
      word = " or ";
    }
    sql.add(")");
  }

  /** The column that holds a record's division of a level, empty above it. */
  static String column(RegionCode.Level level) {
    return switch (level) {
      case NATION -> throw new IllegalArgumentException("every record lies in the nation");
      case PROVINCE -> "province";
      case CITY -> "city";
      case COUNTY -> "county";
      case TOWNSHIP -> "township";
      case VILLAGE -> "village";
    };
  }

  private static String column(Attribute attribute) {
    return switch (attribute) {
      case STAGE -> "t.stage";
      case AUDIENCE -> "t.audience";
      case ORGANISATION -> "t.organisation";
      case VISIBLE_FROM -> "t.visible_from";
      case VISIBLE_UNTIL -> "t.visible_until";
      case REGION_PATH -> throw new IllegalArgumentException("the path has a column per level");
    };
  }
}
