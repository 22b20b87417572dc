package org.heliograph.graphql.engine;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.jspecify.annotations.Nullable;

/**
 * A field that an Api answers for a whole list of sources at once. Sources that ask with the same
 * arguments share one call; an alias with other arguments has its own.
 */
final class SourceLoader implements DataFetcher<Object> {
  /**
   * Sources are compared by identity at most: hashing a View with all its parts for each field
   * costs more than it saves.
   */
  private static final DataLoaderOptions UNCACHED =
      DataLoaderOptions.newOptions().setCachingEnabled(false).build();

  private final Operation operation;
  private final String name;
  private final List<Argument> declared;
  private final ArgumentHelper arguments;
  private final OperationInvoker invoker;

  SourceLoader(Operation operation) {
    this.operation = operation;
    this.name = operation.getSourceFieldOn().getName() + "." + operation.getName();
    this.declared = operation.getArguments();
    this.arguments =
        new ArgumentHelper(declared.stream().filter(a -> !a.isSourceArgument()).toList());
    this.invoker = new OperationInvoker(operation);
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) {
    Object[] given = OperationFetcher.arguments(arguments, environment);
    String loaderName = given.length == 0 ? name : name + environment.getArguments();
    DataLoader<Object, Object> loader =
        environment
            .getDataLoaderRegistry()
            .computeIfAbsent(loaderName, key -> loader(given, environment));
    return loader.load(Objects.requireNonNull(environment.getSource()), environment);
  }

  private DataLoader<Object, Object> loader(Object[] given, DataFetchingEnvironment first) {
    return DataLoaderFactory.newDataLoader(
        (List<Object> sources, BatchLoaderEnvironment batch) -> load(sources, given, first),
        UNCACHED);
  }

  private CompletionStage<List<Object>> load(
      List<Object> sources, Object[] given, DataFetchingEnvironment first) {
    OperationFetcher.ensureRequestScope(first);
    SmallRyeContextManager.restore(new FieldContext(operation, first));
    try {
      List<Object> found = invoker.invoke(inOrder(sources, given));
      return CompletableFuture.completedFuture(
          found == null ? Collections.nCopies(sources.size(), null) : found);
    } catch (Exception e) {
      return CompletableFuture.failedFuture(e);
    } finally {
      SmallRyeContextManager.clearCurrentSmallRyeContext();
    }
  }

  private Object[] inOrder(List<Object> sources, Object[] given) {
    List<Object> all = new ArrayList<>(declared.size());
    int next = 0;
    for (Argument argument : declared) {
      all.add(argument.isSourceArgument() ? sources : given[next++]);
    }
    return all.toArray();
  }
}
