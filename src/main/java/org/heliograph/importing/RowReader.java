package org.heliograph.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.heliograph.shared.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one row by name and type. What is wrong is noted, not thrown, and a harmless
 * value returned in its place, so that one look at a row tells everything that is wrong with it:
 * ask {@link #refused} before using what was read.
 *
 * <p>Every value that is asked for becomes part of the row's content, from which a second import
 * tells whether anything changed.
 */
public final class RowReader extends FieldReader {
  /** Longest prose: a statute's longest article has 4,000 characters, minutes may have more. */
  public static final int PROSE = 100_000;

  /** Longest name or heading. */
  public static final int NAME = 500;

  RowReader(ObjectNode fields, String path, RowFindings findings) {
    super(fields, path, findings);
  }

  /** A text that must be there. */
  public String text(String column, int longest) {
    return required(column, textOrNull(column, longest), "");
  }

  /** A text without surrounding white space; null when absent or blank. */
  public @Nullable String textOrNull(String column, int longest) {
    JsonNode node = take(column);
    return node == null ? null : clean(column, node, longest);
  }

  /** A list of texts; empty when absent. */
  public List<String> texts(String column, int longest) {
    return elements(column, (at, node) -> clean(at, node, longest));
  }

  /** One word of a closed set that must be there. */
  public <T extends Enum<T>> T choice(String column, Class<T> type) {
    return required(column, choiceOrNull(column, type), type.getEnumConstants()[0]);
  }

  /** One word of a closed set; null when absent. */
  public <T extends Enum<T>> @Nullable T choiceOrNull(String column, Class<T> type) {
    return parsed(column, node -> FieldValue.word(node, type), () -> FieldValue.oneOf(type));
  }

  /** A list of words of a closed set; empty when absent. */
  public <T extends Enum<T>> List<T> choices(String column, Class<T> type) {
    return elements(
        column,
        (at, node) ->
            parsed(at, node, n -> FieldValue.word(n, type), () -> FieldValue.oneOf(type)));
  }

  /** A date that must be there. */
  public LocalDate date(String column) {
    return required(column, dateOrNull(column), LocalDate.EPOCH);
  }

  /** A calendar date, 2026-03-31; null when absent. */
  public @Nullable LocalDate dateOrNull(String column) {
    return parsed(
        column,
        FieldValue::date,
        () -> "is a date of the years 1900 to 9998: write it like 2026-03-31");
  }

  /** An instant, 2026-03-31T01:00:00Z or with an offset; null when absent. */
  public @Nullable Instant instantOrNull(String column) {
    return parsed(
        column,
        FieldValue::instant,
        () -> "is a time with its zone: write it like 2026-03-31T01:00:00Z");
  }

  /** A year, a quarter or a month; null when absent. */
  public @Nullable String periodOrNull(String column) {
    return parsed(
        column,
        FieldValue::period,
        () -> "is a year, a quarter or a month: write it like 2026, 2026-Q3 or 2026-09");
  }

  /** A whole number that must be there. */
  public int whole(String column, int least, int most) {
    return required(column, wholeOrNull(column, least, most), least);
  }

  /** A whole number; null when absent. */
  public @Nullable Integer wholeOrNull(String column, int least, int most) {
    return parsed(
        column,
        node -> {
          Integer number = FieldValue.whole(node);
          return number == null || number < least || number > most ? null : number;
        },
        () -> "is a whole number from %d to %d".formatted(least, most));
  }

  /** CNY that must be there. */
  public BigDecimal money(String column) {
    return required(column, moneyOrNull(column), BigDecimal.ZERO);
  }

  /** CNY with two places; null when absent. */
  public @Nullable BigDecimal moneyOrNull(String column) {
    return parsed(
        column,
        FieldValue::money,
        () ->
            "is an amount in yuan with at most 12 digits before the point and two behind it, without separators: write it like 1234.50");
  }

  /** True or false; {@code absent} when the row does not say. */
  public boolean flag(String column, boolean absent) {
    Boolean flag = parsed(column, FieldValue::flag, () -> "is true or false");
    return flag == null ? absent : flag;
  }

  /** One object; null when absent. */
  public <T> @Nullable T object(String column, Function<RowReader, T> read) {
    JsonNode node = take(column);
    return node == null ? null : within(column, node, read);
  }

  /** A list of objects; empty when absent. */
  public <T> List<T> objects(String column, Function<RowReader, T> read) {
    return elements(column, (at, node) -> within(at, node, read));
  }

  private <T> @Nullable T within(String at, JsonNode node, Function<RowReader, T> read) {
    if (!(node instanceof ObjectNode object)) {
      findings().note(path() + at, null, "is an object: write { … }");
      return null;
    }
    findings().keep(path() + at, "{");
    var inner = new RowReader(object, path() + at + ".", findings());
    T value = findings().guard(path() + at, () -> read.apply(inner));
    inner.refuseUnknown();
    return value;
  }

  /**
   * The stage that a row asks for; null when it does not say. It is no part of the content: a draft
   * that is published later is the same draft.
   */
  @Nullable Stage stage() {
    JsonNode node = take("stage");
    Stage stage = node == null ? null : FieldValue.word(node, Stage.class);
    if (node != null && stage == null) {
      refuse("stage", FieldValue.oneOf(Stage.class));
    }
    return stage;
  }
}
