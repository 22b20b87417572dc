package org.heliograph.record;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of reference data, which everybody may read and which has no stages: rows are named,
 * ordered and written by code.
 *
 * @param code reads the code, which is the table's primary key
 * @param content reads everything else, to tell a change from a repetition
 * @param columns SQL columns by the names of the fields that lists are narrowed by
 */
public record ReferenceType<E>(
    Class<E> entity,
    String table,
    Function<E, String> code,
    Function<E, List<@Nullable Object>> content,
    Map<String, String> columns) {
  public ReferenceType {
    columns = Map.copyOf(columns);
  }

  /** The column of a field; asking for another is a mistake in our own code. */
  public String column(String field) {
    String column = columns.get(field);
    if (column == null) {
      throw new IllegalArgumentException(table + " cannot be narrowed by " + field);
    }
    return column;
  }
}
