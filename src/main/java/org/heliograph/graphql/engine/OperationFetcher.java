package org.heliograph.graphql.engine;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import org.jspecify.annotations.Nullable;

/**
 * Calls an Api's method for one field, on the thread that runs the operation. Does what the stock
 * fetcher does except rebuilding the tree of selected fields for each call; who injects the
 * framework's context gets it, and pays for the tree only when it is read.
 */
final class OperationFetcher implements DataFetcher<Object> {
  private final Operation operation;
  private final ArgumentHelper arguments;
  private final OperationInvoker invoker;
  private final FieldHelper field;

  OperationFetcher(Operation operation) {
    this.operation = operation;
    this.arguments = new ArgumentHelper(operation.getArguments());
    this.invoker = new OperationInvoker(operation);
    this.field = new FieldHelper(operation);
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
    ensureRequestScope(environment);
    SmallRyeContextManager.restore(new FieldContext(operation, environment));
    try {
      Object[] given = arguments(environment);
      UnfitArgument.refuseMismatch(operation.getArguments(), given, invoker.getMethod());
      Object result = invoker.invoke(given);
      return field.transformOrAdaptResponse(result, environment);
    } finally {
      SmallRyeContextManager.clearCurrentSmallRyeContext();
    }
  }

  /** The method's arguments; one that cannot be converted is the caller's mistake. */
  private Object[] arguments(DataFetchingEnvironment environment) {
    try {
      return arguments.getArguments(environment).toArray();
    } catch (AbstractDataFetcherException e) {
      throw UnfitArgument.problem(e, environment);
    }
  }

  /**
   * A stock asynchronous fetcher leaves the request's scope; whoever comes after enters it again.
   */
  private static void ensureRequestScope(DataFetchingEnvironment environment) {
    ManagedContext scope = Arc.container().requestContext();
    if (!scope.isActive()) {
      scope.activate((ContextState) environment.getGraphQlContext().get(Engine.SCOPE));
    }
  }
}
