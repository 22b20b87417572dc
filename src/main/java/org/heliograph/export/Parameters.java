package org.heliograph.export;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request. Each is asked for by name and type; what nobody asked for is
 * refused in the end, so that a misspelt filter does not hand out the whole list.
 */
public final class Parameters {
  private static final int MOST_DIGITS = 20;
  private final Map<String, List<String>> given;
  private final Set<String> asked = new HashSet<>();

  public Parameters(Map<String, List<String>> given) {
    this.given = Map.copyOf(given);
  }

  /** All values of a parameter; null when it is absent. */
  public @Nullable List<String> all(String name) {
    asked.add(name);
    return given.get(name);
  }

  /** The value of a parameter that is given at most once. */
  public @Nullable String one(String name) {
    List<String> values = all(name);
    if (values == null) {
      return null;
    }
    if (values.size() > 1) {
      throw Problem.badInput(name, "is given more than once");
    }
    return values.getFirst();
  }

  /** A parameter that is given at most once, as a value of the type. */
  public <T> @Nullable T one(String name, Class<T> type) {
    String text = one(name);
    return text == null ? null : read(name, text, type);
  }

  /** All values of a parameter, as values of the type; null when it is absent. */
  public <T> @Nullable List<T> all(String name, Class<T> type) {
    List<String> values = all(name);
    if (values == null) {
      return null;
    }
    var all = new ArrayList<T>(values.size());
    for (String value : values) {
      all.add(read(name, value, type));
    }
    return all;
  }

  /** A switch that is on or off; {@code otherwise} when it is absent. */
  public boolean flag(String name, boolean otherwise) {
    Boolean value = one(name, Boolean.class);
    return value == null ? otherwise : value;
  }

  /** Refuses what was not asked for. */
  public void refuseUnknown() {
    for (String name : new TreeSet<>(given.keySet())) {
      if (!asked.contains(name)) {
        throw Problem.badInput(
            name,
            "is no parameter here: take it out, or mend its name (known: "
                + String.join(", ", new TreeSet<>(asked))
                + ")");
      }
    }
  }

  private static <T> T read(String name, String text, Class<T> type) {
    try {
      return type.cast(parse(text.strip(), type));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Problem.badInput(name, "has a value that is none: " + form(type));
    }
  }

  private static Object parse(String text, Class<?> type) {
    if (type == String.class) {
      return text;
    }
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(text)) {
          return constant;
        }
      }
      throw new IllegalArgumentException();
    }
    if (type == Boolean.class) {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new IllegalArgumentException();
      };
    }
    if (type == Integer.class) {
      return Integer.valueOf(text);
    }
    if (type == BigDecimal.class) {
      if (text.length() > MOST_DIGITS || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
        throw new IllegalArgumentException();
      }
      return new BigDecimal(text);
    }
    if (type == LocalDate.class) {
      return LocalDate.parse(text);
    }
    if (type == Instant.class) {
      return Instant.parse(text);
    }
    throw new IllegalStateException("no parameter is a " + type);
  }

  private static String form(Class<?> type) {
    if (type.isEnum()) {
      var names = new ArrayList<String>();
      for (Object constant : type.getEnumConstants()) {
        names.add(((Enum<?>) constant).name());
      }
      return "it is one of " + String.join(", ", names);
    }
    return switch (type.getSimpleName()) {
      case "Boolean" -> "it is true or false";
      case "Integer" -> "it is a whole number";
      case "BigDecimal" -> "it is a number like 1200.50";
      case "LocalDate" -> "it is a date like 2026-03-01";
      case "Instant" -> "it is an instant like 2026-03-01T00:00:00Z";
      default -> "it is a text";
    };
  }
}
