package org.heliograph.graphql.error;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal at a field, in the engine's own form. */
public final class RefusedField implements GraphQLError {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;
  private final transient List<Object> path;
  private final transient List<SourceLocation> locations;

  public RefusedField(Refusal refusal, DataFetchingEnvironment field) {
    this.refusal = refusal;
    this.path = field.getExecutionStepInfo().getPath().toList();
    SourceLocation location = field.getField().getSourceLocation();
    this.locations = location == null ? List.of() : List.of(location);
  }

  public Refusal refusal() {
    return refusal;
  }

  @Override
  public String getMessage() {
    return refusal.message();
  }

  @Override
  public List<SourceLocation> getLocations() {
    return locations;
  }

  @Override
  public @Nullable ErrorClassification getErrorType() {
    return ErrorType.DataFetchingException;
  }

  @Override
  public List<Object> getPath() {
    return path;
  }

  @Override
  public Map<String, Object> getExtensions() {
    return refusal.extensions();
  }
}
