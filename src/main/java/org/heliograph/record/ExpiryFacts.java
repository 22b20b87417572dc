package org.heliograph.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What rules of expiry ask of a record.
 *
 * @param category the kind's own sort: the type of a case, the category of a disclosure
 * @param programme code of the programme that it is paid under
 * @param measures what was decided, for penalties
 */
public record ExpiryFacts(
    @Nullable String category, @Nullable String programme, List<Measure> measures) {
  public static final ExpiryFacts NONE = new ExpiryFacts(null, null, List.of());

  public ExpiryFacts {
    measures = List.copyOf(measures);
  }

  /**
   * One measure that was decided.
   *
   * @param amount CNY; null where the measure has none
   * @param until the last day of a ban; null for what is no ban, or has no end
   */
  public record Measure(String name, @Nullable BigDecimal amount, @Nullable LocalDate until) {}

  /** The last day of the longest ban. */
  Optional<LocalDate> lastBan() {
    return measures.stream()
        .map(Measure::until)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }
}
