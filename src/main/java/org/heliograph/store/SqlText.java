package org.heliograph.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** SQL under construction: text from code, values always bound. */
final class SqlText {
  /** As JDBC writes it; no operator of ours has a question mark. */
  private static final char PLACEHOLDER = '?';

  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  SqlText add(String sql) {
    text.append(sql);
    return this;
  }

  /** Appends a placeholder and binds the value to it. */
  SqlText bind(Object value) {
    values.add(value);
    text.append(PLACEHOLDER);
    return this;
  }

  /** Appends another text with its values. */
  SqlText add(SqlText other) {
    text.append(other.text);
    values.addAll(other.values);
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

  /** For the ORM: placeholders are named p1, p2, … */
  String sql() {
    var named = new StringBuilder(text.length() + 3 * values.size());
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == PLACEHOLDER) {
        named.append(":p").append(++number);
      } else {
        named.append(c);
      }
    }
    return named.toString();
  }

  /** For JDBC: placeholders are question marks. */
  String positional() {
    return text.toString();
  }

  /** The values, in the order of their placeholders */
  List<Object> values() {
    return values;
  }
}
