package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How values stand in the index: the same for documents and queries, and in the order that
 * PostgreSQL has.
 */
final class IndexValue {
  private static final long MICROS = 1_000_000;

  private IndexValue() {}

  /** A JSON value for a document or a bound. */
  static Object of(Object value) {
    return switch (value) {
      case String text -> text;
      case Enum<?> constant -> constant.name();
      case Instant instant -> micros(instant);
      case LocalDate date -> date.toString();
      case BigDecimal decimal -> decimal.doubleValue();
      case Integer number -> number;
      case Long number -> number;
      case Boolean truth -> truth;
      default ->
          throw new IllegalArgumentException("no index value for " + value.getClass().getName());
    };
  }

  /** The same value for a query. */
  static FieldValue field(Object value) {
    return switch (of(value)) {
      case Long number -> FieldValue.of(number);
      case Integer number -> FieldValue.of(number.longValue());
      case Double number -> FieldValue.of(number);
      case Boolean truth -> FieldValue.of(truth);
      case Object text -> FieldValue.of(text.toString());
    };
  }

  /**
   * Microseconds since 1970, cut off as the database does: a window's edge must fall on the same
   * side everywhere.
   */
  static long micros(Instant instant) {
    return instant.getEpochSecond() * MICROS + instant.getNano() / 1_000;
  }
}
