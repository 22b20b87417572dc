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
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.heliograph.graphql.Caller;
import org.heliograph.graphql.CurrentChange;
import org.heliograph.graphql.CurrentRequest;
import org.heliograph.graphql.PersonalReads;
import org.heliograph.graphql.error.Failures;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.limits.PreparedDocument;
import org.heliograph.record.Interest;
import org.heliograph.record.RecordChange;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

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

  /** Nothing is waited for: a bound that shows if it ever is. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String RUN_BLOCKING = "runBlocking";
  private static final String DOCUMENT = Engine.class.getName() + ".document";

  private final VariableCheck variables;
  private final GraphQL graphQL;
  private final CurrentIdentityAssociation currentIdentity;
  private final CurrentRequest currentRequest;
  private final CurrentChange currentChange;
  private final PersonalReads personalReads;
  private final AtomicLong executions = new AtomicLong();

  public Engine(
      GraphQLSchema declared,
      Schema model,
      Failures failures,
      CurrentIdentityAssociation currentIdentity,
      CurrentRequest currentRequest,
      CurrentChange currentChange,
      PersonalReads personalReads) {
    this.currentRequest = currentRequest;
    this.currentChange = currentChange;
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

  /** One operation of a prepared document, with its variables. */
  public record Asked(
      PreparedDocument.Runnable document,
      @Nullable String operation,
      Map<String, Object> variables) {
    public Asked {
      variables = Collections.unmodifiableMap(new HashMap<>(variables));
    }
  }

  /**
   * What a subscription wants to be told of.
   *
   * @param interest null where the subscription itself was refused
   * @param result holds why
   */
  public record Following(@Nullable Interest interest, ExecutionResult result) {}

  /** The answer to one operation of a prepared document, for that caller. */
  public ExecutionResult execute(
      PreparedDocument.Runnable document,
      @Nullable String operationName,
      Map<String, Object> variables,
      Caller caller) {
    return run(new Asked(document, operationName, variables), caller, null, result -> result);
  }

  /** Asks a subscription what it wants to be told of. */
  public Following follow(Asked asked, Caller caller) {
    return run(
        asked,
        caller,
        null,
        result -> {
          // the method is called when somebody listens, not before
          var told = first(result);
          return new Following(currentChange.interest().orElse(null), told.orElse(result));
        });
  }

  /** The subscription's answer to a change; empty where the caller is not to be told of it. */
  public Optional<ExecutionResult> tell(Asked asked, Caller caller, RecordChange change) {
    return run(asked, caller, change, Engine::first);
  }

  /** Nothing is waited for: the method that is called has it. */
  private static Optional<ExecutionResult> first(ExecutionResult result) {
    if (!(result.getData() instanceof Publisher<?> published)) {
      return Optional.of(result);
    }
    return Multi.createFrom()
        .publisher(FlowAdapters.toFlowPublisher(published))
        .map(ExecutionResult.class::cast)
        .collect()
        .first()
        .await()
        .asOptional()
        .atMost(PATIENCE);
  }

  private <T> T run(
      Asked asked, Caller caller, @Nullable RecordChange change, Function<ExecutionResult, T> use) {
    ManagedContext scope = Arc.container().requestContext();
    boolean entered = !scope.isActive();
    if (entered) {
      scope.activate();
    }
    try {
      currentIdentity.setIdentity(caller.identity());
      currentRequest.begin(caller);
      if (change != null) {
        currentChange.begin(change);
      }
      SmallRyeContext context = new SmallRyeContext(Engine.class.getSimpleName());
      context.setRequest(FieldContext.NO_REQUEST);
      ExecutionResult result =
          graphQL.execute(
              ExecutionInput.newExecutionInput()
                  .query("")
                  .operationName(asked.operation())
                  .variables(asked.variables())
                  .locale(Locale.ENGLISH)
                  .executionId(ExecutionId.from(Long.toString(executions.incrementAndGet())))
                  .graphQLContext(
                      Map.of(
                          DOCUMENT,
                          new PreparsedDocumentEntry(asked.document().document()),
                          SCOPE,
                          scope.getState(),
                          RUN_BLOCKING,
                          true,
                          SmallRyeContextManager.CONTEXT,
                          context))
                  .build());
      T used = use.apply(result);
      personalReads.settle();
      return used;
    } finally {
      SmallRyeContextManager.clearCurrentSmallRyeContext();
      if (entered) {
        scope.terminate();
      }
    }
  }
}
