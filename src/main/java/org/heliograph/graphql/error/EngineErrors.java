package org.heliograph.graphql.error;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.GraphqlErrorException;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.graphql.error.Refusal.Position;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives the engine's own errors our codes and words. The engine's texts quote values (a literal of
 * the wrong type, a variable that does not fit), so only what is known to hold nothing but names is
 * passed on.
 */
@ApplicationScoped
public class EngineErrors {
  private static final Logger LOG = Logger.getLogger(EngineErrors.class);
  private static final Pattern PREFIX = Pattern.compile("^Validation [Ee]rror \\([^)]*\\) ?: *");
  private static final Pattern ARGUMENT = Pattern.compile("argument '([A-Za-z0-9_.\\[\\]]+)'");
  private static final Pattern VARIABLE = Pattern.compile("[Vv]ariable '([A-Za-z0-9_]+)'");

  private final Failures failures;

  public EngineErrors(Failures failures) {
    this.failures = failures;
  }

  public Refusal refusal(GraphQLError error) {
    if (error instanceof RefusedField refused) {
      return refused.refusal();
    }
    if (error instanceof ExceptionWhileDataFetching thrown) {
      return failures.refusal(thrown.getException(), String.valueOf(error.getPath()));
    }
    if (error instanceof ValidationError invalid) {
      return invalid(invalid);
    }
    if (error instanceof BadFaithIntrospectionError) {
      return Refusal.of(
          ErrorCode.QUERY_TOO_COMPLEX,
          "The introspection query goes round in circles: ask for __schema once, without nesting fields of types in fields of types.");
    }
    if (error instanceof GraphqlErrorException
        || error instanceof NonNullableValueCoercedAsNullException
        || error instanceof InputMapDefinesTooManyFieldsException) {
      return variable(error);
    }
    return other(error);
  }

  private static Refusal invalid(ValidationError error) {
    String text = String.valueOf(error.getMessage());
    List<Position> at = positions(error.getLocations());
    if (carriesValue(error)) {
      String argument = group(ARGUMENT, text);
      String message =
          argument == null
              ? "A default value does not fit the type of its variable."
              : "The argument " + argument + " has a value that does not fit its type.";
      return Refusal.at(ErrorCode.BAD_INPUT, message, at).withArgument(argument);
    }
    String message = PREFIX.matcher(text).replaceFirst("");
    return Refusal.at(ErrorCode.GRAPHQL_VALIDATION_FAILED, message, at);
  }

  private static boolean carriesValue(ValidationError error) {
    return error.getValidationErrorType() == ValidationErrorType.WrongType
        || error.getValidationErrorType() == ValidationErrorType.BadValueForDefaultArg
        || String.valueOf(error.getMessage()).contains("with value");
  }

  private static Refusal variable(GraphQLError error) {
    String name = group(VARIABLE, String.valueOf(error.getMessage()));
    String message =
        name == null
            ? "An argument has a value that does not fit its type."
            : "The variable $" + name + " has a value that does not fit its type.";
    return Refusal.at(ErrorCode.BAD_INPUT, message, positions(error.getLocations()))
        .withArgument(name == null ? null : "$" + name);
  }

  private static Refusal other(GraphQLError error) {
    ErrorClassification type = error.getErrorType();
    if (type == ErrorType.InvalidSyntax) {
      return Refusal.at(
          ErrorCode.GRAPHQL_PARSE_FAILED,
          "The document is not GraphQL.",
          positions(error.getLocations()));
    }
    LOG.warnf("%s at %s: %s", type, error.getPath(), error.getClass().getSimpleName());
    return Refusal.at(
        ErrorCode.INTERNAL,
        "The service holds a value here that its schema does not allow.",
        positions(error.getLocations()));
  }

  /** The places that the engine names, for an error of ours. */
  public static List<Position> positions(@Nullable List<SourceLocation> locations) {
    return locations == null
        ? List.of()
        : locations.stream().map(l -> new Position(l.getLine(), l.getColumn())).toList();
  }

  private static @Nullable String group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }
}
