package org.heliograph.graphql.engine;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.schema.model.Operation;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The framework's context of one field, whose costly parts are made when somebody reads them. */
final class FieldContext extends SmallRyeContext {
  /** The framework insists on a request; nobody here reads it. */
  static final JsonObject NO_REQUEST = Json.createObjectBuilder().add("query", "").build();

  private final Operation operation;
  private final DataFetchingEnvironment environment;
  private @Nullable SmallRyeContext complete;

  FieldContext(Operation operation, DataFetchingEnvironment environment) {
    super(FieldContext.class.getSimpleName());
    this.operation = operation;
    this.environment = environment;
    setRequest(NO_REQUEST);
    setField(operation);
    setDataFetchingEnvironment(environment);
  }

  private SmallRyeContext complete() {
    SmallRyeContext known = complete;
    if (known == null) {
      known =
          SmallRyeContextManager.populateFromDataFetchingEnvironment(null, operation, environment);
      SmallRyeContextManager.restore(this);
      complete = known;
    }
    return known;
  }

  @Override
  public JsonArray getSelectedFields() {
    return complete().getSelectedFields();
  }

  @Override
  public JsonArray getSelectedAndSourceFields() {
    return complete().getSelectedAndSourceFields();
  }

  @Override
  public String getFieldName() {
    return environment.getField().getName();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <A> Map<String, A> getArguments() {
    return (Map<String, A>) environment.getArguments();
  }

  @Override
  @SuppressWarnings("NullAway") // the framework's own interface says nothing about null
  public <S> S getSource() {
    return environment.getSource();
  }

  @Override
  public String getPath() {
    return environment.getExecutionStepInfo().getPath().toString();
  }

  @Override
  public String getExecutionId() {
    return environment.getExecutionId().toString();
  }

  @Override
  public String getOperationType() {
    return environment.getOperationDefinition().getOperation().toString();
  }
}
