package org.heliograph.graphql.engine;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.ExecutionId;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.heliograph.graphql.Caller;
import org.heliograph.graphql.CurrentRequest;
import org.heliograph.graphql.PersonalReads;
import org.heliograph.graphql.error.Failures;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.limits.PreparedDocument;
import org.jspecify.annotations.Nullable;

/**
 * Runs operations. Each runs from beginning to end on the thread that calls, which must be one that
 * may block.
 */
@ApplicationScoped
public class Engine {
  /**
   * Where the stock fetchers look for the request's scope, for their way of running and for the
   * framework's context.
   */
  static final String SCOPE = "state";

  private static final String RUN_BLOCKING = "runBlocking";
  private static final String DOCUMENT = Engine.class.getName() + ".document";

  private final VariableCheck variables;
  private final GraphQL graphQL;
  private final CurrentIdentityAssociation currentIdentity;
  private final CurrentRequest currentRequest;
  private final PersonalReads personalReads;
  private final AtomicLong executions = new AtomicLong();

  public Engine(
      GraphQLSchema declared,
      Schema model,
      Failures failures,
      CurrentIdentityAssociation currentIdentity,
      CurrentRequest currentRequest,
      PersonalReads personalReads) {
    this.currentRequest = currentRequest;
    this.personalReads = personalReads;
    this.currentIdentity = currentIdentity;
    GraphQLSchema schema = new Wiring(declared, model).schema();
    this.variables = new VariableCheck(schema);
    this.graphQL =
        GraphQL.newGraphQL(schema)
            .defaultDataFetcherExceptionHandler(new FetchFailures(failures))
            .instrumentation(SimplePerformantInstrumentation.INSTANCE)
            .preparsedDocumentProvider((input, parse) ->
                CompletableFuture.completedFuture(input.getGraphQLContext().get(DOCUMENT)))
            .build();
  }

  /** What is wrong with the variables of an operation; empty when they fit. */
  public Optional<Refusal> refusal(OperationDefinition operation, Map<String, Object> given) {
    return variables.refusal(operation, given);
  }

  /** The answer to one operation of a prepared document, for that caller. */
  public ExecutionResult execute(
      PreparedDocument.Runnable document,
      @Nullable String operationName,
      Map<String, Object> variables,
      Caller caller) {
    ManagedContext scope = Arc.container().requestContext();
    boolean entered = !scope.isActive();
    if (entered) {
      scope.activate();
    }
    try {
      currentIdentity.setIdentity(caller.identity());
      currentRequest.begin(caller);
      SmallRyeContext context = new SmallRyeContext(Engine.class.getSimpleName());
      context.setRequest(FieldContext.NO_REQUEST);
      ExecutionResult result =
          graphQL.execute(
              ExecutionInput.newExecutionInput()
                  .query("")
                  .operationName(operationName)
                  .variables(variables)
                  .locale(Locale.ENGLISH)
                  .executionId(ExecutionId.from(Long.toString(executions.incrementAndGet())))
                  .graphQLContext(
                      Map.of(
                          DOCUMENT,
                          new PreparsedDocumentEntry(document.document()),
                          SCOPE,
                          scope.getState(),
                          RUN_BLOCKING,
                          true,
                          SmallRyeContextManager.CONTEXT,
                          context))
                  .build());
      personalReads.settle();
      return result;
    } finally {
      SmallRyeContextManager.clearCurrentSmallRyeContext();
      if (entered) {
        scope.terminate();
      }
    }
  }
}
