package org.heliograph.graphql.limits;

import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many elements a page has: its {@code first} or {@code last}, written out, in a variable, or
 * by default.
 */
final class PageSize {
  private static final Set<String> ARGUMENTS = Set.of("first", "last");

  private final long assumed;
  private final Map<String, @Nullable Value<?>> defaults = new HashMap<>();

  PageSize(LimitsConfig limits, List<VariableDefinition> variables) {
    this.assumed = limits.assumedPageSize();
    variables.forEach(variable -> defaults.put(variable.getName(), variable.getDefaultValue()));
  }

  static boolean isPaged(GraphQLFieldDefinition field) {
    return ARGUMENTS.stream().anyMatch(name -> field.getArgument(name) != null);
  }

  Cost of(Field field, Cost each) {
    for (Argument argument : field.getArguments()) {
      if (!ARGUMENTS.contains(argument.getName())) {
        continue;
      }
      if (argument.getValue() instanceof VariableReference variable) {
        long otherwise = number(defaults.get(variable.getName()));
        return new Cost.Page(variable.getName(), otherwise, each);
      }
      if (argument.getValue() instanceof IntValue) {
        return Cost.list(number(argument.getValue()), each);
      }
    }
    return Cost.list(assumed, each);
  }

  private long number(@Nullable Value<?> value) {
    return value instanceof IntValue given
        ? given.getValue().max(BigInteger.ONE).min(BigInteger.valueOf(Cost.LIMIT)).longValue()
        : assumed;
  }
}
