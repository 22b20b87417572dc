package org.heliograph.graphql.engine;

import graphql.GraphQLContext;
import graphql.execution.TypeFromAST;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the variables before the engine does: its own errors name the variable alone, and quote
 * values. Here the place within an input is named, and what would do there.
 */
final class VariableCheck {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
  private static final int MOST_WORDS = 40;
  private final GraphQLSchema schema;

  VariableCheck(GraphQLSchema schema) {
    this.schema = schema;
  }

  /** The first thing that is wrong, in the order of the definitions; empty when all is well. */
  Optional<Refusal> refusal(OperationDefinition operation, Map<String, Object> variables) {
    for (VariableDefinition variable : operation.getVariableDefinitions()) {
      GraphQLType type = TypeFromAST.getTypeFromAST(schema, variable.getType());
      String name = variable.getName();
      boolean given = variables.containsKey(name);
      if (type == null || !given && variable.getDefaultValue() != null) {
        continue;
      }
      Optional<Refusal> wrong =
          given || type instanceof GraphQLNonNull
              ? walk("$" + name, variables.get(name), type)
              : Optional.empty();
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> walk(
      String path, @Nullable Object value, @Nullable GraphQLType type) {
    if (type instanceof GraphQLNonNull some) {
      return value == null ? wrong(path, "is missing") : walk(path, value, some.getWrappedType());
    }
    if (value == null) {
      return Optional.empty();
    }
    return switch (type) {
      case GraphQLList list -> elements(path, value, list);
      case GraphQLEnumType words -> word(path, value, words);
      case GraphQLInputObjectType object -> members(path, value, object);
      case GraphQLScalarType scalar -> scalar(path, value, scalar);
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Refusal> elements(String path, Object value, GraphQLList list) {
    if (!(value instanceof Collection<?> all)) {
      return walk(path, value, list.getWrappedType());
    }
    int i = 0;
    for (Object each : all) {
      var wrong = walk(path + "[" + i++ + "]", each, list.getWrappedType());
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> word(String path, Object value, GraphQLEnumType words) {
    return value instanceof String text && words.getValue(text) != null
        ? Optional.empty()
        : wrong(
            path,
            "is one of "
                + words.getValues().stream()
                    .limit(MOST_WORDS)
                    .map(GraphQLEnumValueDefinition::getName)
                    .collect(Collectors.joining(", ")));
  }

  private static Optional<Refusal> members(String path, Object value, GraphQLInputObjectType type) {
    if (!(value instanceof Map<?, ?> given)) {
      return wrong(path, "is an object of the type " + type.getName());
    }
    for (Object key : given.keySet()) {
      String name = String.valueOf(key);
      if (type.getField(name) == null) {
        return wrong(
            path + "." + (NAME.matcher(name).matches() ? name : "(unnamed)"),
            "is no field of %s, which has %s"
                .formatted(
                    type.getName(),
                    type.getFields().stream()
                        .limit(MOST_WORDS)
                        .map(GraphQLInputObjectField::getName)
                        .collect(Collectors.joining(", "))));
      }
    }
    for (GraphQLInputObjectField field : type.getFields()) {
      boolean left = !given.containsKey(field.getName());
      if (left && (field.hasSetDefaultValue() || !(field.getType() instanceof GraphQLNonNull))) {
        continue;
      }
      var wrong = walk(path + "." + field.getName(), given.get(field.getName()), field.getType());
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> scalar(String path, Object value, GraphQLScalarType scalar) {
    try {
      scalar.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ENGLISH);
      // these two the framework takes as any text, and fails at it where no place is known
      if (scalar.getName().equals("Date")) {
        LocalDate.parse(value.toString());
      } else if (scalar.getName().equals("DateTime")) {
        OffsetDateTime.parse(value.toString());
      }
      return Optional.empty();
    } catch (CoercingParseValueException | DateTimeException e) {
      return wrong(path, "is " + form(scalar.getName()));
    }
  }

  private static String form(String scalar) {
    return switch (scalar) {
      case "Date" -> "a date: write it like 2026-03-31";
      case "DateTime" -> "a time with its zone: write it like 2026-03-31T01:00:00Z";
      case "Decimal" -> "an amount as a text: write it like \"1234.50\"";
      case "Int" -> "a whole number";
      case "Boolean" -> "true or false";
      case "ID", "String" -> "a text: write it in quotes";
      default -> "a value of the type " + scalar;
    };
  }

  private static Optional<Refusal> wrong(String path, String rule) {
    return Optional.of(
        Refusal.at(ErrorCode.BAD_INPUT, "The variable " + path + " " + rule + ".", List.of())
            .withArgument(path));
  }
}
