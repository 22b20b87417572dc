package org.heliograph.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** SQL under construction: text from code, values always bound. */
final class SqlText {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  SqlText add(String sql) {
    text.append(sql);
    return this;
  }

  /** Appends a placeholder and binds the value to it. */
  SqlText bind(Object value) {
    values.add(value);
    text.append(":p").append(values.size());
    return this;
  }

  /** Appends {@code column = value} or {@code column = any(values)}. */
  SqlText among(String column, Collection<?> any) {
    if (any.size() == 1) {
      return add(column).add(" = ").bind(any.iterator().next());
    }
    return add(column).add(" = any(").bind(arrayOf(any)).add(")");
  }

  private static Object arrayOf(Collection<?> values) {
    Object first = values.iterator().next();
    return switch (first) {
      case String s -> values.toArray(String[]::new);
      case Integer i -> values.toArray(Integer[]::new);
      case Long l -> values.toArray(Long[]::new);
      case Boolean b -> values.toArray(Boolean[]::new);
      default ->
          throw new IllegalArgumentException("no array of " + first.getClass().getSimpleName());
    };
  }

  String sql() {
    return text.toString();
  }

  /** The values, in the order of their placeholders p1, p2, … */
  List<Object> values() {
    return values;
  }
}
