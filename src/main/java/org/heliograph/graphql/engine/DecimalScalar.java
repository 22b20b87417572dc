package org.heliograph.graphql.engine;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of money in the schema: exact, written as a string, because a JSON number becomes a
 * binary fraction in most clients.
 */
final class DecimalScalar implements Coercing<BigDecimal, String> {
  static final GraphQLScalarType TYPE =
      GraphQLScalarType.newScalar()
          .name("Decimal")
          .description(
              "An exact amount, in CNY where nothing else is said: written as a string with two places such as \"1280.50\", read from a string or a number with at most two.")
          .coercing(new DecimalScalar())
          .build();

  /** Bounded, because an exponent makes a short text a huge number. */
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,16}(\\.[0-9]{1,20})?");

  private static final int PLACES = 2;
  private static final String REFUSAL =
      "a Decimal is a string or a number with at most 16 digits before the point and two after it";

  private DecimalScalar() {}

  @Override
  public String serialize(Object result, GraphQLContext context, Locale locale) {
    if (result instanceof BigDecimal amount) {
      // a stored amount with more places is shown as it is rather than rounded
      BigDecimal bare = amount.stripTrailingZeros();
      return bare.setScale(Math.max(PLACES, bare.scale()), RoundingMode.UNNECESSARY)
          .toPlainString();
    }
    throw new CoercingSerializeException("an amount is a BigDecimal");
  }

  @Override
  public BigDecimal parseValue(Object input, GraphQLContext context, Locale locale) {
    Optional<BigDecimal> found =
        switch (input) {
          case String text -> read(text);
          case Number number -> number(new BigDecimal(number.toString()));
          default -> Optional.empty();
        };
    return found.orElseThrow(() -> new CoercingParseValueException(REFUSAL));
  }

  @Override
  public BigDecimal parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    Optional<BigDecimal> found =
        switch (input) {
          case StringValue text -> read(text.getValue());
          case IntValue whole -> number(new BigDecimal(whole.getValue()));
          case FloatValue fraction -> number(fraction.getValue());
          default -> Optional.empty();
        };
    return found.orElseThrow(() -> new CoercingParseLiteralException(REFUSAL));
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return StringValue.of(serialize(input, context, locale));
  }

  private static Optional<BigDecimal> number(BigDecimal value) {
    // the digits alone tell the size: writing out an exponent could fill the memory
    boolean small =
        Math.abs((long) value.scale()) <= 20 && (long) value.precision() - value.scale() <= 16;
    return small ? read(value.toPlainString()) : Optional.empty();
  }

  private static Optional<BigDecimal> read(@Nullable String text) {
    if (text == null || !PLAIN.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text).setScale(PLACES, RoundingMode.UNNECESSARY));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
