package org.heliograph.graphql.http;

import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.heliograph.graphql.engine.Engine;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Failures;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.limits.Documents;
import org.heliograph.graphql.limits.LimitsConfig;
import org.heliograph.graphql.limits.PreparedDocument;
import org.heliograph.graphql.limits.PreparedDocument.OperationCost;
import org.jspecify.annotations.Nullable;

/** From a request that was understood to its answer. */
@ApplicationScoped
class Answers {
  private final Documents documents;
  private final LimitsConfig limits;
  private final Engine engine;
  private final ResponseJson json;
  private final Failures failures;

  Answers(
      Documents documents,
      LimitsConfig limits,
      Engine engine,
      ResponseJson json,
      Failures failures) {
    this.documents = documents;
    this.limits = limits;
    this.engine = engine;
    this.json = json;
    this.failures = failures;
  }

  /** Blocks until everything is fetched. */
  Answer answer(GraphQLRequest request, ResponseMedia media, SecurityIdentity caller) {
    try {
      return switch (documents.prepare(request.query())) {
        case PreparedDocument.Refused refused -> refuse(refused.refusals(), media);
        case PreparedDocument.Runnable document -> run(document, request, media, caller);
      };
    } catch (RuntimeException e) {
      return refuse(List.of(failures.refusal(e, "POST or GET /graphql")), media);
    }
  }

  private Answer run(
      PreparedDocument.Runnable document,
      GraphQLRequest request,
      ResponseMedia media,
      SecurityIdentity caller) {
    OperationCost operation = document.operation(request.operationName());
    Refusal refusal = refusal(operation, request);
    if (refusal != null) {
      return refuse(List.of(refusal), media);
    }
    ExecutionResult result =
        engine.execute(document, request.operationName(), request.variables(), caller);
    boolean failed = !result.getErrors().isEmpty();
    boolean asked = result.isDataPresent();
    int status = asked ? 200 : media.statusOf(ErrorCode.BAD_INPUT);
    return new Answer(status, media, json.of(result), failed);
  }

  private @Nullable Refusal refusal(@Nullable OperationCost operation, GraphQLRequest request) {
    if (operation == null) {
      return Refusal.of(
          ErrorCode.OPERATION_NOT_FOUND,
          "Name one of the document's operations in 'operationName'.");
    }
    if (operation.is(Operation.SUBSCRIPTION)) {
      return Refusal.of(
          ErrorCode.SUBSCRIPTION_NEEDS_WEBSOCKET,
          "A subscription needs a WebSocket with the subprotocol graphql-transport-ws.");
    }
    if (operation.is(Operation.MUTATION) && !request.changesAllowed()) {
      return Refusal.of(
          ErrorCode.METHOD_NOT_ALLOWED, "A GET may only carry a query: send the mutation by POST.");
    }
    long fields = operation.fields(request.variables());
    if (fields > limits.maxComplexity()) {
      return Refusal.of(
          ErrorCode.QUERY_TOO_COMPLEX,
          "The answer could have %d fields or more; at most %d are allowed. Ask for smaller pages or fewer fields."
              .formatted(fields, limits.maxComplexity()));
    }
    return null;
  }

  Answer refuse(List<Refusal> refusals, ResponseMedia media) {
    return new Answer(media.statusOf(refusals.get(0).code()), media, json.of(refusals), true);
  }
}
