package org.heliograph.graphql.engine;

import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import org.heliograph.graphql.error.Failures;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.error.RefusedField;

/** What a fetcher threw, as the refusal of its field. */
final class FetchFailures implements DataFetcherExceptionHandler {
  private final Failures failures;

  FetchFailures(Failures failures) {
    this.failures = failures;
  }

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters thrown) {
    DataFetchingEnvironment field = thrown.getDataFetchingEnvironment();
    Refusal refusal = failures.refusal(thrown.getException(), thrown.getPath().toString());
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(new RefusedField(refusal, field)).build());
  }
}
