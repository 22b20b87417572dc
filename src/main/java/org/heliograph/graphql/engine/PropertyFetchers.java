package org.heliograph.graphql.engine;

import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.ClassloadingService;
import io.smallrye.graphql.spi.DataFetcherService;
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
    if (isConverted(field)) {
      return null;
    }
    try {
      Class<?> view = ClassloadingService.get().loadClass(owner.getClassName());
      return new PropertyFetcher(
          field.getMethodName() == null
              ? Accessor.of(view.getField(field.getPropertyName()))
              : Accessor.of(view.getMethod(field.getMethodName())));
    } catch (NoSuchFieldException | NoSuchMethodException e) {
      return null;
    }
  }

  /** The stock rules for when a value is transformed or adapted. */
  private static boolean isConverted(Field field) {
    Reference reference = field.getReference();
    boolean transformed =
        reference.getType() == ReferenceType.SCALAR
            && !reference.getClassName().equals(reference.getGraphQLClassName());
    boolean adapted =
        reference.isAdaptingWith()
            || field.isAdaptingWith()
            || reference.isAdaptingTo()
            || field.isAdaptingTo();
    boolean wrapped =
        field.hasWrapper()
            && (field.getWrapper().isMap()
                || field.getWrapper().isOptional()
                || field.getWrapper().isArray());
    return transformed || adapted || wrapped || field.hasTransformation();
  }
}
