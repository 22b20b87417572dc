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
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heliograph.graphql.Decimal;
import org.jspecify.annotations.Nullable;

/** Reads amounts from strings and numbers. The stock scalar reads strings alone. */
final class DecimalCoercing implements Coercing<Decimal, String> {
  /** Bounded, because an exponent makes a short text a huge number. */
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,16}(\\.[0-9]{1,20})?");

  private static final String REFUSAL =
      "a Decimal is a string or a number with at most 16 digits before the point and two after it";

  @Override
  public String serialize(Object result, GraphQLContext context, Locale locale) {
    return switch (result) {
      case Decimal decimal -> decimal.stringValueForSerialization();
      case BigDecimal amount -> Decimal.of(amount).stringValueForSerialization();
      default -> throw new CoercingSerializeException("not a Decimal");
    };
  }

  @Override
  public Decimal parseValue(Object input, GraphQLContext context, Locale locale) {
    return switch (input) {
      case Decimal decimal -> decimal;
      case String text -> read(text).orElseThrow(() -> new CoercingParseValueException(REFUSAL));
      case Number number ->
          number(new BigDecimal(number.toString()))
              .orElseThrow(() -> new CoercingParseValueException(REFUSAL));
      default -> throw new CoercingParseValueException(REFUSAL);
    };
  }

  @Override
  public Decimal parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    Optional<Decimal> found =
        switch (input) {
          case StringValue text -> read(String.valueOf(text.getValue()));
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

  private static Optional<Decimal> number(BigDecimal value) {
    // the digits alone tell the size: writing out an exponent could fill the memory
    return Math.abs((long) value.precision() - value.scale()) > 16 || value.scale() > 20
        ? Optional.empty()
        : read(value.toPlainString());
  }

  private static Optional<Decimal> read(@Nullable String text) {
    if (text == null || !PLAIN.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Decimal(text));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
