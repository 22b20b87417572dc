package org.heliograph.graphql.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.heliograph.shared.Problem;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static final String PERSON = "99012119800101123X";

  private final Failures failures = new Failures();

  @Test
  void a_problem_keeps_its_code_message_and_argument_however_deep_it_lies() {
    Problem problem = Problem.badInput("filter.amount.from", "Give an amount of at least 0.");
    Refusal refusal =
        failures.refusal(new CompletionException(new RuntimeException(problem)), "powerItems");
    assertEquals(ErrorCode.BAD_INPUT, refusal.code());
    assertEquals("filter.amount.from", refusal.argument());
    assertEquals("Give an amount of at least 0.", refusal.message());
  }

  @Test
  void every_code_of_a_problem_is_a_code_of_an_error() {
    for (Problem.Code code : Problem.Code.values()) {
      assertEquals(code.name(), ErrorCode.of(code).name());
    }
  }

  @Test
  void refused_access_has_its_codes() {
    assertEquals(
        ErrorCode.UNAUTHENTICATED, failures.refusal(new UnauthorizedException(), "viewer").code());
    assertEquals(ErrorCode.FORBIDDEN, failures.refusal(new ForbiddenException(), "viewer").code());
  }

  @Test
  void a_database_that_cannot_be_reached_is_unavailable() {
    for (SQLException down :
        new SQLException[] {
          new SQLException("Connection refused", "08001"),
          new SQLException("terminating connection", "57P01"),
          new SQLException("Sorry, acquisition timeout!")
        }) {
      Refusal refusal = failures.refusal(new RuntimeException(down), "powerItems");
      assertEquals(ErrorCode.UNAVAILABLE, refusal.code());
      assertFalse(refusal.message().contains("connection"));
    }
    assertEquals(
        ErrorCode.INTERNAL,
        failures.refusal(new SQLException("syntax error", "42601"), "powerItems").code());
  }

  @Test
  void a_surprise_has_a_reference_and_tells_nothing_else() {
    Refusal refusal =
        failures.refusal(new IllegalStateException("For input " + PERSON), "powerItems");
    assertEquals(ErrorCode.INTERNAL, refusal.code());
    assertNotNull(refusal.reference());
    assertFalse(refusal.toString().contains("990121"));
    assertFalse(refusal.toString().contains("IllegalState"));
  }

  @Test
  void what_is_logged_of_a_surprise_has_its_frames_and_no_values() {
    String trace =
        MaskedTrace.of(
            new IllegalStateException(
                "Key (person)=(" + PERSON + ") of \"张三丰\" exists",
                new NumberFormatException("For input string: \"" + PERSON + "\"")));
    assertFalse(trace.contains("990121"), trace);
    assertFalse(trace.contains("张三丰"), trace);
    assertTrue(trace.contains("FailuresTest"), trace);
    assertTrue(trace.contains("NumberFormatException"), trace);
  }

  static class Api {
    void find(
        @Max(100) int first,
        @Size(max = 3, message = "may not be ${validatedValue}") String person) {}
  }

  private static ConstraintViolationException violation(int first, String person)
      throws NoSuchMethodException {
    try (var factory =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()) {
      return new ConstraintViolationException(
          factory
              .getValidator()
              .forExecutables()
              .validateParameters(
                  new Api(),
                  Api.class.getDeclaredMethod("find", int.class, String.class),
                  new Object[] {first, person}));
    }
  }

  @Test
  void a_broken_constraint_names_its_argument_and_rule() throws NoSuchMethodException {
    Refusal refusal = failures.refusal(violation(101, "ok"), "find");
    assertEquals(ErrorCode.BAD_INPUT, refusal.code());
    assertEquals("first", refusal.argument());
    assertTrue(refusal.message().contains("100"), refusal.message());
  }

  @Test
  void a_constraint_whose_message_quotes_the_value_is_not_shown() throws NoSuchMethodException {
    Refusal refusal = failures.refusal(violation(1, PERSON), "find");
    assertEquals("person", refusal.argument());
    assertFalse(refusal.toString().contains("990121"), refusal.toString());
  }
}
