package org.heliograph.export;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.EnumSet;
import java.util.List;
import org.heliograph.graphql.CommonFilter;
import org.heliograph.shared.Problem;
import org.heliograph.shared.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Fills a filter of the schema from query parameters of the same names: what narrows a list narrows
 * its export.
 */
public final class FilterParameters {
  private FilterParameters() {}

  public static <F extends CommonFilter> F read(Class<F> type, Parameters parameters) {
    try {
      F filter = type.getDeclaredConstructor().newInstance();
      for (Field field : type.getFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field.set(filter, value(field, parameters));
        }
      }
      if (filter.stages != null && filter.stages.contains(Stage.WITHDRAWN)) {
        throw Problem.badInput(
            "stages", "names WITHDRAWN: a withdrawn record is in no export, whoever asks");
      }
      return filter;
    } catch (IllegalAccessException
        | InstantiationException
        | NoSuchMethodException
        | InvocationTargetException e) {
      throw new IllegalStateException(type.getName() + " cannot be filled", e);
    }
  }

  /** Leaves withdrawn records out of what engines other than the walk answer. */
  public static <F extends CommonFilter> F withoutWithdrawn(F filter) {
    if (filter.stages == null) {
      filter.stages = List.copyOf(EnumSet.complementOf(EnumSet.of(Stage.WITHDRAWN)));
    }
    return filter;
  }

  private static @Nullable Object value(Field field, Parameters parameters) {
    if (field.getType() != List.class) {
      return parameters.one(field.getName(), field.getType());
    }
    var list = (ParameterizedType) field.getGenericType();
    return parameters.all(field.getName(), (Class<?>) list.getActualTypeArguments()[0]);
  }
}
