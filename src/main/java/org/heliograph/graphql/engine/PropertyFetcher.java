package org.heliograph.graphql.engine;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one property of a View: a call and nothing more, where the stock fetcher rebuilds the
 * request's context for every field.
 */
final class PropertyFetcher implements PlugableDataFetcher<Object>, LightDataFetcher<Object> {
  private final Accessor accessor;

  PropertyFetcher(Accessor accessor) {
    this.accessor = accessor;
  }

  @Override
  public @Nullable Object get(
      GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment)
      throws Exception {
    return accessor.read(source);
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
    return accessor.read(environment.getSource());
  }
}
