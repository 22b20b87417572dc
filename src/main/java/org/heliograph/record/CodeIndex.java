package org.heliograph.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the record that another one names by code: the one of the same organisation, else the one
 * that came first. It holds only what the viewer may see, so that nothing else shows through.
 */
public final class CodeIndex<E extends PublicRecord> {
  private final Map<String, E> first = new HashMap<>();
  private final Map<Key, E> own = new HashMap<>();

  private record Key(String organisation, String code) {}

  /**
   * @param rows in the order in which they came
   */
  public CodeIndex(List<E> rows) {
    for (E row : rows) {
      first.putIfAbsent(row.code, row);
      own.putIfAbsent(new Key(row.organisation, row.code), row);
    }
  }

  /** The record that a record of the organisation means; null when the viewer may see none. */
  public @Nullable E find(String organisation, @Nullable String code) {
    if (code == null) {
      return null;
    }
    E ofTheSame = own.get(new Key(organisation, code));
    return ofTheSame == null ? first.get(code) : ofTheSame;
  }
}
