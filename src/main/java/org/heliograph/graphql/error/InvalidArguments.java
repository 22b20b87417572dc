package org.heliograph.graphql.error;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * A broken Bean Validation constraint as BAD_INPUT: the argument's path and the rule, never the
 * value.
 */
final class InvalidArguments {

  Refusal refusal(ConstraintViolationException invalid) {
    Optional<ConstraintViolation<?>> first =
        invalid.getConstraintViolations().stream()
            .min(Comparator.comparing(violation -> violation.getPropertyPath().toString()));
    String path = first.map(violation -> argument(violation.getPropertyPath())).orElse("input");
    String rule = first.map(InvalidArguments::rule).orElse("is not valid");
    return Refusal.of(ErrorCode.BAD_INPUT, "The argument " + path + " " + rule + ".")
        .withArgument(path);
  }

  /** Without the method's name, which comes first. */
  private static String argument(Path path) {
    StringBuilder argument = new StringBuilder();
    int depth = 0;
    for (Path.Node node : path) {
      if (depth++ == 0) {
        continue;
      }
      Integer index = node.getIndex();
      if (index != null) {
        argument.append('[').append(index.intValue()).append(']');
      }
      argument.append(argument.isEmpty() ? "" : ".").append(node.getName());
    }
    return argument.isEmpty() ? "input" : argument.toString();
  }

  /** A message template may quote the value: such a message is not shown. */
  private static String rule(ConstraintViolation<?> violation) {
    return violation.getMessageTemplate().contains("validatedValue")
        ? "is not valid"
        : violation.getMessage();
  }
}
