package org.heliograph.graphql.limits;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers like 1e999999999 are short to write and fill the memory once they are written out. */
public final class Numbers {
  private static final int MOST_DIGITS = 100;

  private Numbers() {}

  static boolean isHuge(BigDecimal number) {
    return Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS;
  }

  /** Whether a JSON value holds such a number anywhere. */
  public static boolean anyHuge(@Nullable Object json) {
    if (json instanceof BigDecimal number) {
      return isHuge(number);
    }
    if (json instanceof Map<?, ?> object) {
      return object.values().stream().anyMatch(Numbers::anyHuge);
    }
    return json instanceof Collection<?> list && list.stream().anyMatch(Numbers::anyHuge);
  }
}
