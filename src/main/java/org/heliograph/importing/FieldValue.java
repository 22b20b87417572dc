package org.heliograph.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Understands one value, whether it comes typed from JSON or as a text from a table; null for what
 * it is not.
 */
final class FieldValue {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9998, 12, 31);
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,2}0*)?");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

  private static final Pattern PERIOD =
      Pattern.compile("(19|20|21)[0-9]{2}(-(Q[1-4]|0[1-9]|1[0-2]))?");

  private FieldValue() {}

  static @Nullable LocalDate date(JsonNode node) {
    try {
      LocalDate date = LocalDate.parse(node.asText().strip());
      return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? null : date;
    } catch (DateTimeException e) {
      // the parser's own words repeat the value
      return null;
    }
  }

  /** To the microsecond, which is what the database keeps. */
  static @Nullable Instant instant(JsonNode node) {
    try {
      var time = OffsetDateTime.parse(node.asText().strip());
      return time.getYear() < EARLIEST.getYear() || time.getYear() > LATEST.getYear()
          ? null
          : time.toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      return null;
    }
  }

  static @Nullable String period(JsonNode node) {
    String text = node.asText().strip();
    return PERIOD.matcher(text).matches() ? text : null;
  }

  static @Nullable Integer whole(JsonNode node) {
    String text = node.asText().strip();
    return WHOLE.matcher(text).matches() ? Integer.valueOf(text) : null;
  }

  /** With two places. */
  static @Nullable BigDecimal money(JsonNode node) {
    String text = node.isBigDecimal() ? node.decimalValue().toPlainString() : node.asText().strip();
    return DECIMAL.matcher(text).matches()
        ? new BigDecimal(text).setScale(2, RoundingMode.UNNECESSARY)
        : null;
  }

  static @Nullable Boolean flag(JsonNode node) {
    return switch (node.asText().strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "是" -> true;
      case "false", "0", "否" -> false;
      default -> null;
    };
  }

  static <T extends Enum<T>> @Nullable T word(JsonNode node, Class<T> type) {
    String text = node.isTextual() ? node.textValue().strip().toUpperCase(Locale.ROOT) : "";
    for (T each : type.getEnumConstants()) {
      if (each.name().equals(text)) {
        return each;
      }
    }
    return null;
  }

  static <T extends Enum<T>> String oneOf(Class<T> type) {
    return "is one of "
        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
  }

  /** Whether the database and the index can keep a text: no NUL, no half of a surrogate pair. */
  static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
