package org.heliograph.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes an entry's detail, keys in order so that equal details are equal texts. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static String write(Map<String, Object> detail) {
    try {
      return MAPPER.writeValueAsString(new TreeMap<>(detail));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an audit detail must be plain values", e);
    }
  }

  /** The names of the members of one member, in order. */
  static List<String> names(String detail, String member) {
    try {
      var names = new ArrayList<String>();
      MAPPER.readTree(detail).path(member).fieldNames().forEachRemaining(names::add);
      names.sort(null);
      return names;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an audit detail is no JSON", e);
    }
  }

  /** Reason and changed fields. */
  static AuditEntry.Detail detail(String text) {
    try {
      JsonNode detail = MAPPER.readTree(text);
      var changes = new ArrayList<AuditEntry.FieldChange>();
      detail
          .path("changes")
          .properties()
          .forEach(each ->
              changes.add(
                  new AuditEntry.FieldChange(
                      each.getKey(),
                      each.getValue().path("class").asText(),
                      value(each.getValue().get("before")),
                      value(each.getValue().get("after")))));
      return new AuditEntry.Detail(value(detail.get("reason")), changes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an audit detail is no JSON", e);
    }
  }

  private static @Nullable String value(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return null;
    }
    return node.isTextual() ? node.textValue() : node.toString();
  }
}
