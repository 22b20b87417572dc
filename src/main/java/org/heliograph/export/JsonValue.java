package org.heliograph.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.heliograph.graphql.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value as the schema would answer it: amounts as strings with their places, dates and
 * instants in ISO 8601, objects by their fields. Another record is named, not copied.
 */
final class JsonValue {
  private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();

  private JsonValue() {}

  static void write(JsonGenerator out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Boolean truth -> out.writeBoolean(truth);
      case BigDecimal number -> out.writeString(number.toPlainString());
      case Enum<?> word -> out.writeString(word.name());
      case Collection<?> list -> {
        out.writeStartArray();
        for (Object each : list) {
          write(out, each);
        }
        out.writeEndArray();
      }
      case RecordView link -> {
        out.writeStartObject();
        out.writeStringField("kind", link.getKind().name());
        out.writeStringField("code", link.getCode());
        out.writeStringField("title", link.getTitle());
        out.writeEndObject();
      }
      case Record object -> object(out, object);
      default -> out.writeString(value.toString());
    }
  }

  private static void object(JsonGenerator out, Record object) throws IOException {
    out.writeStartObject();
    for (RecordComponent component : components(object.getClass())) {
      out.writeFieldName(component.getName());
      write(out, read(component, object));
    }
    out.writeEndObject();
  }

  private static RecordComponent[] components(Class<?> type) {
    return COMPONENTS.computeIfAbsent(
        type,
        each -> {
          RecordComponent[] all = each.getRecordComponents();
          for (RecordComponent component : all) {
            // a public component of a class that its package keeps to itself
            component.getAccessor().setAccessible(true);
          }
          return all;
        });
  }

  private static @Nullable Object read(RecordComponent component, Record object) {
    try {
      return component.getAccessor().invoke(object);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
