package org.heliograph.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fields of one object, which of them were asked for, and what is wrong with them. */
abstract sealed class FieldReader permits RowReader {
  private static final int MOST_ELEMENTS = 2_000;
  private static final String NO_TEXT = "is a text: write it in quotes";

  private final ObjectNode fields;
  private final String path;
  private final RowFindings findings;
  private final Set<String> asked = new HashSet<>();

  FieldReader(ObjectNode fields, String path, RowFindings findings) {
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
    JsonNode node = fields.get(column);
    findings.note(path + column, node != null && node.isValueNode() ? node.asText() : null, reason);
  }

  /** Whether the row carries the field. */
  public boolean has(String column) {
    return says(fields.get(column));
  }

  private static boolean says(@Nullable JsonNode node) {
    return node != null && !node.isNull() && !(node.isTextual() && node.textValue().isBlank());
  }

  RowFindings findings() {
    return findings;
  }

  /** Where this object stands in its row: empty, or ends in a dot. */
  String path() {
    return path;
  }

  /** Declares a field, so that a row may carry it even where nobody asks for it. */
  void know(String column) {
    asked.add(column);
  }

  /** Digest of everything that was read and understood. */
  String digest() {
    return findings.digest();
  }

  /** Refuses every field that was not asked for: a misspelt one must not be lost without a word. */
  void refuseUnknown() {
    for (var it = fields.fieldNames(); it.hasNext(); ) {
      String name = it.next();
      if (!asked.contains(name)) {
        findings.note(
            path + Shown.field(name),
            null,
            "is no field here: take it out, or mend its name (known: "
                + String.join(", ", asked.stream().sorted().toList())
                + ")");
      }
    }
  }

  @Nullable String clean(String at, JsonNode node, int longest) {
    String text = node.isTextual() ? node.textValue().strip() : null;
    String wrong = null;
    if (text == null) {
      wrong = NO_TEXT;
    } else if (text.length() > longest) {
      wrong = "has %d characters: at most %d are allowed".formatted(text.length(), longest);
    } else if (!FieldValue.isStorable(text)) {
      wrong = "has a character that cannot be stored (NUL or half of a pair): take it out";
    }
    if (wrong != null || text == null) {
      findings.note(path + at, node.isValueNode() ? node.asText() : null, String.valueOf(wrong));
      return null;
    }
    findings.keep(path + at, text);
    return text.isEmpty() ? null : text;
  }

  interface Element<T> {
    @Nullable T read(String at, JsonNode node);
  }

  <T> List<T> elements(String column, Element<T> each) {
    var all = new ArrayList<T>();
    JsonNode node = take(column);
    if (node == null) {
      return all;
    }
    if (!(node instanceof ArrayNode list)) {
      refuse(column, "is a list: write [ … ]");
    } else if (list.size() > MOST_ELEMENTS) {
      refuse(
          column, "has %d elements: at most %d are allowed".formatted(list.size(), MOST_ELEMENTS));
    } else {
      for (int i = 0; i < list.size(); i++) {
        T value = each.read(column + "[" + i + "]", list.get(i));
        if (value != null) {
          all.add(value);
        }
      }
    }
    return all;
  }

  <T> @Nullable T parsed(
      String column, Function<JsonNode, @Nullable T> parse, Supplier<String> reason) {
    JsonNode node = take(column);
    return node == null ? null : parsed(column, node, parse, reason);
  }

  <T> @Nullable T parsed(
      String at, JsonNode node, Function<JsonNode, @Nullable T> parse, Supplier<String> reason) {
    T value = node.isValueNode() ? parse.apply(node) : null;
    if (value == null) {
      findings.note(path + at, node.isValueNode() ? node.asText() : null, reason.get());
    } else {
      findings.keep(path + at, value.toString());
    }
    return value;
  }

  <T> T required(String column, @Nullable T value, T standIn) {
    if (value == null) {
      if (!findings.has(path + column)) {
        findings.note(path + column, null, "is missing");
      }
      return standIn;
    }
    return value;
  }

  /** The field when it says anything. */
  @Nullable JsonNode take(String column) {
    asked.add(column);
    JsonNode node = fields.get(column);
    return says(node) ? node : null;
  }
}
