package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in an answer.
 *
 * @param context the point in time that pages are read from; null after a first page
 * @param generous whether the search had to be content with any word
 * @param sort the sort values of the hit
 */
record SearchCursor(@Nullable String context, boolean generous, List<FieldValue> sort) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String payload() {
    ArrayNode all = JSON.createArrayNode().add(context).add(generous);
    for (FieldValue value : sort) {
      switch (value._kind()) {
        case Long -> all.add(value.longValue());
        case Double -> all.add(value.doubleValue());
        case Boolean -> all.add(value.booleanValue());
        case String -> all.add(value.stringValue());
        case Null -> all.addNull();
        case Any -> throw new IllegalStateException("a sort value that is no scalar");
      }
    }
    return all.toString();
  }

  /** Reads what {@link #payload} wrote; its authenticity was checked before. */
  static SearchCursor parse(String payload) {
    try {
      JsonNode all = JSON.readTree(payload);
      var sort = new ArrayList<FieldValue>();
      for (int i = 2; i < all.size(); i++) {
        JsonNode value = all.get(i);
        sort.add(
            switch (value.getNodeType()) {
              case NUMBER ->
                  value.isIntegralNumber()
                      ? FieldValue.of(value.asLong())
                      : FieldValue.of(value.asDouble());
              case BOOLEAN -> FieldValue.of(value.asBoolean());
              case NULL -> FieldValue.NULL;
              default -> FieldValue.of(value.asText());
            });
      }
      return new SearchCursor(
          all.get(0).isNull() ? null : all.get(0).asText(), all.get(1).asBoolean(), sort);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a cursor of our own cannot be read", e);
    }
  }
}
