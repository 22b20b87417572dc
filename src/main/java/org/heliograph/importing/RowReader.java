package org.heliograph.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
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
public final class RowReader {
  /** Longest prose: a statute's longest article has 4,000 characters, minutes may have more. */
  public static final int PROSE = 100_000;

  /** Longest name or heading. */
  public static final int NAME = 500;

  private static final int MOST_ELEMENTS = 2_000;
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9998, 12, 31);
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,2}0*)?");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

  private final ObjectNode fields;
  private final String path;
  private final RowFindings findings;
  private final Set<String> asked = new HashSet<>();

  RowReader(ObjectNode fields, String path, RowFindings findings) {
    this.fields = fields;
    this.path = path;
    this.findings = findings;
  }

  /** Whether anything in the row is wrong. */
  public boolean refused() {
    return findings.any();
  }

  /** Notes that a value cannot stand; {@code reason} says how to mend it. */
  public void refuse(String column, String reason) {
    findings.note(path + column, scalar(column), reason);
  }

  /** Whether the row carries the field. */
  public boolean has(String column) {
    JsonNode node = fields.get(column);
    return node != null && !node.isNull() && !(node.isTextual() && node.textValue().isBlank());
  }

  /** A text that must be there. */
  public String text(String column, int longest) {
    String text = textOrNull(column, longest);
    if (text == null) {
      missing(column);
      return "";
    }
    return text;
  }

  /** A text without surrounding white space; null when absent or blank. */
  public @Nullable String textOrNull(String column, int longest) {
    JsonNode node = take(column);
    if (node == null) {
      return null;
    }
    if (!node.isTextual()) {
      refuse(column, "is a text: write it in quotes");
      return null;
    }
    return clean(column, node.textValue(), longest);
  }

  private @Nullable String clean(String column, String raw, int longest) {
    String text = raw.strip();
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > longest) {
      refuse(column, "has %d characters: at most %d are allowed".formatted(text.length(), longest));
      return null;
    }
    if (!storable(text)) {
      refuse(column, "has a character that cannot be stored (NUL or half of a pair): take it out");
      return null;
    }
    return keep(column, text);
  }

  private static boolean storable(String text) {
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

  /** A list of texts; empty when absent. */
  public List<String> texts(String column, int longest) {
    var all = new ArrayList<String>();
    elements(
        column,
        (at, node) -> {
          if (node.isTextual()) {
            String text = clean(at, node.textValue(), longest);
            if (text != null) {
              all.add(text);
            }
          } else {
            findings.note(path + at, "", "is a text: write it in quotes");
          }
        });
    return all;
  }

  /** One word of a closed set that must be there. */
  public <T extends Enum<T>> T choice(String column, Class<T> type) {
    T value = choiceOrNull(column, type);
    if (value == null) {
      if (!has(column)) {
        missing(column);
      }
      return type.getEnumConstants()[0];
    }
    return value;
  }

  /** One word of a closed set; null when absent. */
  public <T extends Enum<T>> @Nullable T choiceOrNull(String column, Class<T> type) {
    JsonNode node = take(column);
    if (node == null) {
      return null;
    }
    T value = word(node, type);
    if (value == null) {
      refuse(column, oneOf(type));
      return null;
    }
    keep(column, value.name());
    return value;
  }

  /** A list of words of a closed set; empty when absent. */
  public <T extends Enum<T>> List<T> choices(String column, Class<T> type) {
    var all = new ArrayList<T>();
    elements(
        column,
        (at, node) -> {
          T value = word(node, type);
          if (value == null) {
            findings.note(path + at, node.isTextual() ? node.textValue() : "", oneOf(type));
          } else {
            keep(at, value.name());
            all.add(value);
          }
        });
    return all;
  }

  private static <T extends Enum<T>> @Nullable T word(JsonNode node, Class<T> type) {
    String text = node.isTextual() ? node.textValue().strip().toUpperCase(Locale.ROOT) : "";
    for (T each : type.getEnumConstants()) {
      if (each.name().equals(text)) {
        return each;
      }
    }
    return null;
  }

  private static <T extends Enum<T>> String oneOf(Class<T> type) {
    var names = new ArrayList<String>();
    for (T each : type.getEnumConstants()) {
      names.add(each.name());
    }
    return "is one of " + String.join(", ", names);
  }

  /** A date that must be there. */
  public LocalDate date(String column) {
    LocalDate date = dateOrNull(column);
    if (date == null) {
      if (!has(column)) {
        missing(column);
      }
      return LocalDate.EPOCH;
    }
    return date;
  }

  /** A calendar date, 2026-03-31; null when absent. */
  public @Nullable LocalDate dateOrNull(String column) {
    JsonNode node = take(column);
    if (node == null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(node.asText().strip());
      if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
        keep(column, date.toString());
        return date;
      }
    } catch (DateTimeException e) {
      // told below, without the parser's words
    }
    refuse(column, "is a date of the years 1900 to 9998: write it like 2026-03-31");
    return null;
  }

  /** An instant, 2026-03-31T01:00:00Z or with an offset; null when absent. */
  public @Nullable Instant instantOrNull(String column) {
    JsonNode node = take(column);
    if (node == null) {
      return null;
    }
    try {
      // microseconds: what the database keeps
      var time = OffsetDateTime.parse(node.asText().strip());
      if (time.getYear() >= EARLIEST.getYear() && time.getYear() <= LATEST.getYear()) {
        Instant instant = time.toInstant().truncatedTo(ChronoUnit.MICROS);
        keep(column, instant.toString());
        return instant;
      }
    } catch (DateTimeException e) {
      // told below, without the parser's words
    }
    refuse(column, "is a time with its zone: write it like 2026-03-31T01:00:00Z");
    return null;
  }

  /** A whole number that must be there. */
  public int whole(String column, int least, int most) {
    Integer number = wholeOrNull(column, least, most);
    if (number == null) {
      if (!has(column)) {
        missing(column);
      }
      return least;
    }
    return number;
  }

  /** A whole number; null when absent. */
  public @Nullable Integer wholeOrNull(String column, int least, int most) {
    JsonNode node = take(column);
    if (node == null) {
      return null;
    }
    String text = node.asText().strip();
    if (WHOLE.matcher(text).matches()) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        keep(column, Integer.toString(number));
        return number;
      }
    }
    refuse(column, "is a whole number from %d to %d".formatted(least, most));
    return null;
  }

  /** CNY that must be there. */
  public BigDecimal money(String column) {
    BigDecimal amount = moneyOrNull(column);
    if (amount == null) {
      if (!has(column)) {
        missing(column);
      }
      return BigDecimal.ZERO;
    }
    return amount;
  }

  /** CNY with two places; null when absent. */
  public @Nullable BigDecimal moneyOrNull(String column) {
    JsonNode node = take(column);
    if (node == null) {
      return null;
    }
    String text = node.isBigDecimal() ? node.decimalValue().toPlainString() : node.asText().strip();
    if (!DECIMAL.matcher(text).matches()) {
      refuse(
          column,
          "is an amount in yuan with at most 12 digits before the point and two behind it, without separators: write it like 1234.50");
      return null;
    }
    BigDecimal amount = new BigDecimal(text).setScale(2, java.math.RoundingMode.UNNECESSARY);
    keep(column, amount.toPlainString());
    return amount;
  }

  /** True or false; {@code absent} when the row does not say. */
  public boolean flag(String column, boolean absent) {
    JsonNode node = take(column);
    if (node == null) {
      return absent;
    }
    switch (node.asText().strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "是" -> {
        keep(column, "true");
        return true;
      }
      case "false", "0", "否" -> {
        keep(column, "false");
        return false;
      }
      default -> {
        refuse(column, "is true or false");
        return absent;
      }
    }
  }

  /** One object; null when absent. */
  public <T> @Nullable T object(String column, Function<RowReader, T> read) {
    JsonNode node = take(column);
    if (node == null) {
      return null;
    }
    if (!(node instanceof ObjectNode object)) {
      refuse(column, "is an object: write { … }");
      return null;
    }
    return within(object, column, read);
  }

  /** A list of objects; empty when absent. */
  public <T> List<T> objects(String column, Function<RowReader, T> read) {
    var all = new ArrayList<T>();
    elements(
        column,
        (at, node) -> {
          if (node instanceof ObjectNode object) {
            T value = within(object, at, read);
            if (value != null) {
              all.add(value);
            }
          } else {
            findings.note(path + at, "", "is an object: write { … }");
          }
        });
    return all;
  }

  private <T> @Nullable T within(ObjectNode object, String at, Function<RowReader, T> read) {
    keep(at, "{");
    var inner = new RowReader(object, path + at + ".", findings);
    T value = findings.guard(path + at, () -> read.apply(inner));
    inner.refuseUnknown();
    return value;
  }

  private interface Element {
    void read(String at, JsonNode node);
  }

  private void elements(String column, Element each) {
    JsonNode node = take(column);
    if (node == null) {
      return;
    }
    if (!(node instanceof ArrayNode list)) {
      refuse(column, "is a list: write [ … ]");
      return;
    }
    if (list.size() > MOST_ELEMENTS) {
      refuse(
          column, "has %d elements: at most %d are allowed".formatted(list.size(), MOST_ELEMENTS));
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      each.read(column + "[" + i + "]", list.get(i));
    }
  }

  /** Refuses every field that was not asked for: a misspelt one must not be lost without a word. */
  void refuseUnknown() {
    for (var it = fields.fieldNames(); it.hasNext(); ) {
      String name = it.next();
      if (!asked.contains(name)) {
        findings.note(
            path + Shown.field(name),
            "",
            "is no field here: take it out, or mend its name (known: "
                + String.join(", ", asked.stream().sorted().toList())
                + ")");
      }
    }
  }

  /**
   * The stage that a row asks for; null when it does not say. It is no part of the content: a draft
   * that is published later is the same draft.
   */
  @Nullable Stage stage() {
    JsonNode node = take("stage");
    Stage stage = node == null ? null : word(node, Stage.class);
    if (node != null && stage == null) {
      refuse("stage", oneOf(Stage.class));
    }
    return stage;
  }

  /** Declares a field, so that a row may carry it even where nobody asks for it. */
  void know(String column) {
    asked.add(column);
  }

  /** Digest of everything that was read and understood. */
  String digest() {
    return findings.digest();
  }

  private void missing(String column) {
    if (!findings.has(path + column)) {
      findings.note(path + column, "", "is missing");
    }
  }

  /** The field when it says anything. */
  private @Nullable JsonNode take(String column) {
    asked.add(column);
    return has(column) ? fields.get(column) : null;
  }

  private String keep(String column, String value) {
    findings.keep(path + column, value);
    return value;
  }

  private @Nullable String scalar(String column) {
    JsonNode node = fields.get(column);
    return node != null && node.isValueNode() ? node.asText() : null;
  }
}
