package org.heliograph.record;

import java.math.BigDecimal;
import java.util.List;
import org.heliograph.shared.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Counts and a sum that a caller asks for.
 *
 * @param by what the records are grouped by; empty for one group of all
 * @param sumOf name of the field that is added up
 * @param largest most groups that are answered
 */
public record SummaryQuery(
    List<Criterion> criteria, List<Dimension> by, String sumOf, int largest) {
  public SummaryQuery {
    criteria = List.copyOf(criteria);
    by = List.copyOf(by);
  }

  /** What tells groups apart. */
  public sealed interface Dimension {
    /** The value of a field. */
    record ByField(String name) implements Dimension {}

    /** The division of one level that the record lies in; null for records above that level. */
    record ByDivision(RegionCode.Level level) implements Dimension {}
  }

  /**
   * One group.
   *
   * @param keys one value per dimension, in order
   */
  public record Group(List<@Nullable Object> keys, long count, BigDecimal sum) {}
}
