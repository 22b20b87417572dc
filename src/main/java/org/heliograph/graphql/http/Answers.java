package org.heliograph.graphql.http;

import graphql.ExecutionResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.heliograph.graphql.Caller;
import org.heliograph.graphql.engine.Engine;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Failures;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.limits.Documents;
import org.heliograph.graphql.limits.PreparedDocument;
import org.heliograph.graphql.limits.PreparedDocument.OperationCost;

/** From a request that was understood to its answer. */
@ApplicationScoped
class Answers {
  private final Documents documents;
  private final OperationCheck check;
  private final Engine engine;
  private final ResponseJson json;
  private final Failures failures;

  Answers(
      Documents documents,
      OperationCheck check,
      Engine engine,
      ResponseJson json,
      Failures failures) {
    this.documents = documents;
    this.check = check;
    this.engine = engine;
    this.json = json;
    this.failures = failures;
  }

  /** Blocks until everything is fetched. */
  Answer answer(GraphQLRequest request, ResponseMedia media, Caller caller) {
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
      Caller caller) {
    OperationCost operation = document.operation(request.operationName());
    Optional<Refusal> refusal = check.refusal(operation, request);
    if (refusal.isPresent()) {
      return refuse(List.of(refusal.get()), media);
    }
    if (operation != null) {
      refusal = engine.refusal(operation.definition(), request.variables());
      if (refusal.isPresent()) {
        return refuse(List.of(refusal.get()), media);
      }
    }
    ExecutionResult result =
        engine.execute(document, request.operationName(), request.variables(), caller);
    boolean failed = !result.getErrors().isEmpty();
    boolean asked = result.isDataPresent();
    int status = asked ? 200 : media.statusOf(ErrorCode.BAD_INPUT);
    return new Answer(status, media, json.of(result), failed);
  }

  Answer refuse(List<Refusal> refusals, ResponseMedia media) {
    return new Answer(media.statusOf(refusals.get(0).code()), media, json.of(refusals), true);
  }
}
