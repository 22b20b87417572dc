package org.heliograph.visibility;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A condition on rows. Deliberately small and without negation, so that three renderers (memory,
 * SQL, search) can agree on every case.
 */
public sealed interface Condition {
  /** Admits no row. */
  record Nothing() implements Condition {}

  /** Admits every row. */
  record Everything() implements Condition {}

  /** Admits rows whose attribute is (or, for REGION_PATH, contains) one of the values. */
  record In(Attribute attribute, Set<String> values) implements Condition {
    public In {
      values = Set.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("an In without values: use Nothing");
      }
    }
  }

  /** Admits rows whose instant is at or before the given one. */
  record NotAfter(Attribute attribute, Instant instant) implements Condition {}

  /** Admits rows whose instant is after the given one. */
  record After(Attribute attribute, Instant instant) implements Condition {}

  /** Admits rows that every part admits; without parts, every row. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** Admits rows that at least one part admits; without parts, no row. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  static Condition in(Attribute attribute, String... values) {
    return new In(attribute, Set.of(values));
  }

  static Condition all(Condition... parts) {
    return new All(List.of(parts));
  }

  static Condition any(Condition... parts) {
    return new Any(List.of(parts));
  }
}
