package org.heliograph.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Reads one column as the type of the field that it fills. */
@FunctionalInterface
interface Cell {
  ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

  @Nullable Object read(ResultSet row, int index) throws SQLException;

  static Cell of(Field field) {
    JdbcTypeCode code = field.getAnnotation(JdbcTypeCode.class);
    if (code != null) {
      if (code.value() != SqlTypes.JSON) {
        throw unknown(field);
      }
      return json(JSON.constructType(field.getGenericType()));
    }
    Class<?> type = field.getType();
    if (type.isEnum()) {
      return named(type);
    }
    if (type == String.class) {
      return ResultSet::getString;
    }
    if (type == long.class || type == Long.class) {
      return (row, index) -> {
        long value = row.getLong(index);
        return row.wasNull() ? null : value;
      };
    }
    if (type == int.class || type == Integer.class) {
      return (row, index) -> {
        int value = row.getInt(index);
        return row.wasNull() ? null : value;
      };
    }
    if (type == boolean.class || type == Boolean.class) {
      return (row, index) -> {
        boolean value = row.getBoolean(index);
        return row.wasNull() ? null : value;
      };
    }
    if (type == BigDecimal.class) {
      return ResultSet::getBigDecimal;
    }
    if (type == LocalDate.class) {
      return (row, index) -> row.getObject(index, LocalDate.class);
    }
    if (type == Instant.class) {
      return (row, index) -> {
        OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
      };
    }
    throw unknown(field);
  }

  private static Cell named(Class<?> type) {
    Map<String, Object> constants = new HashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
    return (row, index) -> {
      String name = row.getString(index);
      if (name == null) {
        return null;
      }
      Object constant = constants.get(name);
      if (constant == null) {
        throw new IllegalStateException(type.getSimpleName() + " has no such constant");
      }
      return constant;
    };
  }

  private static Cell json(JavaType type) {
    ObjectReader reader = JSON.readerFor(type);
    boolean list = List.class == type.getRawClass();
    return (row, index) -> {
      String text = row.getString(index);
      if (text == null) {
        return null;
      }
      if (list && text.equals("[]")) {
        return List.of();
      }
      try {
        return reader.readValue(text);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a json column holds something else than its type", e);
      }
    };
  }

  private static IllegalStateException unknown(Field field) {
    return new IllegalStateException("no column reader for " + field);
  }
}
