package org.heliograph.graphql;

import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** An exact amount as the schema writes it. */
@CustomScalar("Decimal")
@Description(
    "An exact decimal with two places, for amounts of money in CNY: written as a string such as \"1280.50\", read from a string or a number.")
public final class Decimal implements CustomStringScalar {
  private final BigDecimal value;

  /** Reads the written form; the framework needs it public. */
  public Decimal(String text) {
    this(new BigDecimal(text));
  }

  private Decimal(BigDecimal value) {
    this.value = value.setScale(2, RoundingMode.UNNECESSARY);
  }

  /**
   * @throws ArithmeticException when the value has more than two places
   */
  public static Decimal of(BigDecimal value) {
    return new Decimal(value);
  }

  public static @Nullable Decimal ofNullable(@Nullable BigDecimal value) {
    return value == null ? null : new Decimal(value);
  }

  /** The value of an input that may be absent. */
  public static @Nullable BigDecimal value(@Nullable Decimal decimal) {
    return decimal == null ? null : decimal.value;
  }

  @Override
  public String stringValueForSerialization() {
    return value.toPlainString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Decimal decimal && decimal.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return stringValueForSerialization();
  }
}
