package org.heliograph.graphql.engine;

import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.ClassloadingService;
import io.smallrye.graphql.spi.DataFetcherService;
import io.smallrye.graphql.transformation.Transformer;
import org.jspecify.annotations.Nullable;

/**
 * Offers a plain property fetcher for every field that needs no conversion on its way out; the
 * others keep the stock one. Found by ServiceLoader.
 */
public final class PropertyFetchers implements DataFetcherService {

  /** Before the stock service. */
  @Override
  public Integer getPriority() {
    return 0;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable PlugableDataFetcher getFieldDataFetcher(
      Field field, @Nullable Type type, Reference owner) {
    boolean formatted = isFormatted(field);
    if (isAdapted(field) || (formatted && field.hasWrapper())) {
      return null;
    }
    try {
      Class<?> view = ClassloadingService.get().loadClass(owner.getClassName());
      Accessor property =
          field.getMethodName() == null
              ? Accessor.of(view.getField(field.getPropertyName()))
              : Accessor.of(view.getMethod(field.getMethodName()));
      return new PropertyFetcher(formatted ? formatting(property, field) : property);
    } catch (NoSuchFieldException | NoSuchMethodException e) {
      return null;
    }
  }

  @SuppressWarnings("unchecked") // the framework's raw type: from the method's type to the scalar's
  private static Accessor formatting(Accessor property, Field field) {
    Transformer<Object, Object> format = Transformer.transformer(field);
    if (format == null) {
      return property;
    }
    return source -> {
      Object value = property.read(source);
      return value == null ? null : format.out(value);
    };
  }

  /** The stock rule for when a value is written in another form, as a date is. */
  private static boolean isFormatted(Field field) {
    Reference reference = field.getReference();
    return field.hasTransformation()
        || (reference.getType() == ReferenceType.SCALAR
            && !reference.getClassName().equals(reference.getGraphQLClassName()));
  }

  /**
   * The stock rules for when a value becomes another object; maps and arrays are left to it too.
   */
  private static boolean isAdapted(Field field) {
    Reference reference = field.getReference();
    return reference.isAdaptingWith()
        || field.isAdaptingWith()
        || reference.isAdaptingTo()
        || field.isAdaptingTo()
        || (field.hasWrapper()
            && (field.getWrapper().isMap()
                || field.getWrapper().isOptional()
                || field.getWrapper().isArray()));
  }
}
