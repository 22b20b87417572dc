package org.heliograph.graphql.http;

import graphql.language.OperationDefinition.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.limits.LimitsConfig;
import org.heliograph.graphql.limits.PreparedDocument.OperationCost;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of the chosen operation before it runs: it exists, it suits the method and its
 * answer cannot grow too large.
 */
@ApplicationScoped
public class OperationCheck {
  private final LimitsConfig limits;

  OperationCheck(LimitsConfig limits) {
    this.limits = limits;
  }

  /** Empty where the operation may run. */
  Optional<Refusal> refusal(@Nullable OperationCost operation, GraphQLRequest request) {
    if (operation == null) {
      return refuse(
          ErrorCode.OPERATION_NOT_FOUND,
          "Name one of the document's operations in 'operationName'.");
    }
    if (operation.is(Operation.SUBSCRIPTION)) {
      return refuse(
          ErrorCode.SUBSCRIPTION_NOT_SUPPORTED,
          "A subscription is asked over a WebSocket with the subprotocol graphql-transport-ws.");
    }
    if (operation.is(Operation.MUTATION) && !request.changesAllowed()) {
      return refuse(
          ErrorCode.METHOD_NOT_ALLOWED, "A GET may only carry a query: send the mutation by POST.");
    }
    return costly(operation, request);
  }

  /** What must hold of an operation that comes over a WebSocket. */
  public Optional<Refusal> refusalOfSubscription(
      @Nullable OperationCost operation, GraphQLRequest request) {
    if (operation == null || !operation.is(Operation.SUBSCRIPTION)) {
      return refuse(
          ErrorCode.OPERATION_NOT_FOUND,
          "A WebSocket takes subscriptions alone, one by its 'operationName' where the document has several: send queries and mutations by POST.");
    }
    return costly(operation, request);
  }

  private Optional<Refusal> costly(OperationCost operation, GraphQLRequest request) {
    long fields = operation.fields(request.variables());
    if (fields > limits.maxComplexity()) {
      return refuse(
          ErrorCode.QUERY_TOO_COMPLEX,
          "The answer could have %d fields or more; at most %d are allowed. Ask for smaller pages or fewer fields."
              .formatted(fields, limits.maxComplexity()));
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refuse(ErrorCode code, String message) {
    return Optional.of(Refusal.of(code, message));
  }
}
