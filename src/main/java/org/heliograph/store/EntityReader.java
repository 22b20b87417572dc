package org.heliograph.store;

import jakarta.persistence.Column;
import jakarta.persistence.Transient;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of one table into its entity by plain JDBC. A native query of the ORM resolves its
 * result anew each time it runs, which costs more than reading the rows; here the columns are known
 * once. Goes by the entity's own annotations, and a test holds it against the ORM.
 */
final class EntityReader<T> {
  private static final ConcurrentHashMap<Class<?>, EntityReader<?>> KNOWN =
      new ConcurrentHashMap<>();
  private static final MethodType MAKE = MethodType.methodType(Object.class);
  private static final MethodType SET =
      MethodType.methodType(void.class, Object.class, Object.class);

  private final MethodHandle make;
  private final List<Property> properties;
  private final String columns;

  private record Property(String column, Cell cell, MethodHandle set) {}

  private EntityReader(Class<T> entity) {
    try {
      var constructor = entity.getDeclaredConstructor();
      constructor.setAccessible(true);
      make = MethodHandles.lookup().unreflectConstructor(constructor).asType(MAKE);
      properties = properties(entity);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(entity.getName() + " cannot be filled", e);
    }
    columns =
        properties.stream().map(each -> "t." + each.column()).collect(Collectors.joining(", "));
  }

  @SuppressWarnings("unchecked") // each class is mapped to a reader of its own
  static <T> EntityReader<T> of(Class<T> entity) {
    return (EntityReader<T>) KNOWN.computeIfAbsent(entity, EntityReader::new);
  }

  private static List<Property> properties(Class<?> entity) throws IllegalAccessException {
    var all = new ArrayList<Property>();
    for (Class<?> type = entity; type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (isColumn(field)) {
          field.setAccessible(true);
          all.add(
              new Property(
                  column(field),
                  Cell.of(field),
                  MethodHandles.lookup().unreflectSetter(field).asType(SET)));
        }
      }
    }
    return List.copyOf(all);
  }

  /** What the ORM weaves into an entity is transient or begins with a dollar sign. */
  private static boolean isColumn(Field field) {
    return !Modifier.isStatic(field.getModifiers())
        && !Modifier.isTransient(field.getModifiers())
        && !field.isAnnotationPresent(Transient.class)
        && !field.getName().startsWith("$");
  }

  private static String column(Field field) {
    Column column = field.getAnnotation(Column.class);
    return column == null || column.name().isEmpty() ? field.getName() : column.name();
  }

  /** The columns of a table aliased {@code t}, in the order in which {@link #read} takes them. */
  String columns() {
    return columns;
  }

  /** How many columns an entity takes. */
  int width() {
    return properties.size();
  }

  /** The entity in the current row, whose first column is the row's first. */
  @SuppressWarnings("unchecked") // made by the entity's own constructor
  T read(ResultSet row) throws SQLException {
    try {
      Object entity = (Object) make.invokeExact();
      int index = 0;
      for (Property property : properties) {
        @Nullable Object value = property.cell().read(row, ++index);
        if (value != null) {
          property.set().invokeExact(entity, value);
        }
      }
      return (T) entity;
    } catch (SQLException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
