package org.heliograph.graphql.limits;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The number of fields of the largest answer, as a formula over the variables that set page sizes.
 * Sums and products stop at {@link #LIMIT} instead of running over. A fragment that is used twice
 * is one node, and is worked out once.
 */
sealed interface Cost {
  /** More than any limit that anyone sets, and small enough that its square fits. */
  long LIMIT = 1L << 31;

  Cost ONE = new Fixed(1);

  /** A number that no variable changes. */
  record Fixed(long fields) implements Cost {}

  record Sum(List<Cost> parts) implements Cost {}

  /**
   * A field that is one itself and has {@code each} for every element of the page whose size the
   * variable tells.
   */
  record Page(String variable, long otherwise, Cost each) implements Cost {}

  static Cost sum(List<Cost> parts) {
    long fixed = 0;
    for (Cost part : parts) {
      if (!(part instanceof Fixed known)) {
        return new Sum(parts);
      }
      fixed = cut(fixed + known.fields());
    }
    return new Fixed(fixed);
  }

  /** A field with a list of known size below it. */
  static Cost list(long size, Cost each) {
    return each instanceof Fixed known
        ? new Fixed(cut(1 + cut(size) * cut(known.fields())))
        : new Sum(List.of(ONE, new Repeated(cut(size), each)));
  }

  /** A number of times something that depends on a variable. */
  record Repeated(long times, Cost each) implements Cost {}

  default long of(Map<String, Object> variables) {
    return this instanceof Fixed known ? known.fields() : of(variables, new IdentityHashMap<>());
  }

  private long of(Map<String, Object> variables, Map<Cost, Long> done) {
    Long known = done.get(this);
    if (known != null) {
      return known;
    }
    long fields =
        switch (this) {
          case Fixed fixed -> fixed.fields();
          case Sum sum -> total(sum, variables, done);
          case Repeated repeated -> repeated.times() * repeated.each().of(variables, done);
          case Page page -> 1 + size(page, variables) * page.each().of(variables, done);
        };
    done.put(this, cut(fields));
    return cut(fields);
  }

  private static long total(Sum sum, Map<String, Object> variables, Map<Cost, Long> done) {
    long total = 0;
    for (Cost part : sum.parts()) {
      total = cut(total + part.of(variables, done));
    }
    return total;
  }

  private static long size(Page page, Map<String, Object> variables) {
    @Nullable Object given = variables.get(page.variable());
    return cut(given instanceof Number number ? Math.max(1, number.longValue()) : page.otherwise());
  }

  private static long cut(long fields) {
    return Math.min(fields, LIMIT);
  }
}
