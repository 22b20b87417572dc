package org.heliograph.record;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller narrows a list or search by, on one field. Engines add the condition of the field's
 * class, so that nobody filters by what they may not read.
 */
public sealed interface Criterion {
  /** The name of the field. */
  String field();

  /** The field is one of the values. */
  record AnyOf(String field, Set<Object> values) implements Criterion {
    public AnyOf {
      values = Set.copyOf(values);
    }
  }

  /** The field lies between two bounds, both included; a bound may be open. */
  record Between(String field, @Nullable Object from, @Nullable Object to) implements Criterion {}

  /** The record lies in one of the divisions or below. */
  record Under(Set<String> regions) implements Criterion {
    public Under {
      regions = Set.copyOf(regions);
    }

    @Override
    public String field() {
      return "region";
    }
  }

  /** Collects what a typed filter input says; absent parts add nothing. */
  final class Collector {
    private final List<Criterion> all = new java.util.ArrayList<>();

    public Collector anyOf(String field, @Nullable Collection<? extends @Nullable Object> values) {
      if (values != null) {
        var names = new java.util.HashSet<Object>();
        for (Object value : values) {
          if (value != null) {
            names.add(value instanceof Enum<?> constant ? constant.name() : value);
          }
        }
        all.add(new AnyOf(field, names));
      }
      return this;
    }

    public Collector is(String field, @Nullable Object value) {
      return value == null ? this : anyOf(field, List.of(value));
    }

    public Collector between(String field, @Nullable Object from, @Nullable Object to) {
      if (from != null || to != null) {
        all.add(new Between(field, from, to));
      }
      return this;
    }

    public Collector under(@Nullable Collection<String> regions) {
      if (regions != null) {
        all.add(new Under(Set.copyOf(regions)));
      }
      return this;
    }

    public List<Criterion> criteria() {
      return List.copyOf(all);
    }
  }

  static Collector collect() {
    return new Collector();
  }
}
