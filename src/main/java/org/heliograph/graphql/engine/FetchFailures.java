package org.heliograph.graphql.engine;

import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.heliograph.graphql.error.Failures;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.error.RefusedField;

/**
 * What a fetcher threw, as the refusal of its field. A batch that fails fails all its fields with
 * one exception: it is looked at, and logged, once.
 */
final class FetchFailures implements DataFetcherExceptionHandler {
  private final Failures failures;

  FetchFailures(Failures failures) {
    this.failures = failures;
  }

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters thrown) {
    DataFetchingEnvironment field = thrown.getDataFetchingEnvironment();
    Map<Throwable, Refusal> known =
        field
            .getGraphQlContext()
            .computeIfAbsent(
                FetchFailures.class,
                key -> Collections.synchronizedMap(new IdentityHashMap<Throwable, Refusal>()));
    Refusal refusal =
        known.computeIfAbsent(
            root(thrown.getException()),
            cause -> failures.refusal(thrown.getException(), thrown.getPath().toString()));
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(new RefusedField(refusal, field)).build());
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
