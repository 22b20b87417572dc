package org.heliograph.graphql.limits;

import static org.heliograph.graphql.error.ErrorCode.BAD_INPUT;
import static org.heliograph.graphql.error.ErrorCode.INTROSPECTION_DISABLED;
import static org.heliograph.graphql.error.ErrorCode.QUERY_TOO_DEEP;
import static org.heliograph.graphql.error.ErrorCode.TOO_MANY_ALIASES;
import static org.heliograph.graphql.error.ErrorCode.TOO_MANY_DIRECTIVES;
import static org.heliograph.graphql.error.ErrorCode.TOO_MANY_OPERATIONS;

import java.util.Optional;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;

/** Compares a document's measure with what is allowed. */
final class DocumentLimits {
  private final LimitsConfig limits;

  DocumentLimits(LimitsConfig limits) {
    this.limits = limits;
  }

  Optional<Refusal> refusal(DocumentMeasure measured) {
    return over(TOO_MANY_OPERATIONS, "operations", measured.operations(), limits.maxOperations())
        .or(() -> over(TOO_MANY_ALIASES, "aliases", measured.aliases(), limits.maxAliases()))
        .or(() ->
            over(TOO_MANY_DIRECTIVES, "directives", measured.directives(), limits.maxDirectives()))
        .or(() -> over(QUERY_TOO_DEEP, "levels of fields", measured.depth(), limits.maxDepth()))
        .or(() -> hugeNumber(measured))
        .or(() -> introspection(measured));
  }

  private static Optional<Refusal> over(ErrorCode code, String what, int found, int most) {
    return found <= most
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                code,
                "The document has %d %s; at most %d are allowed. Split it into several requests."
                    .formatted(found, what, most)));
  }

  private static Optional<Refusal> hugeNumber(DocumentMeasure measured) {
    return measured.hasHugeNumber()
        ? Optional.of(Refusal.of(BAD_INPUT, "A number in the document has more than 100 digits."))
        : Optional.empty();
  }

  private Optional<Refusal> introspection(DocumentMeasure measured) {
    return measured.introspects() && !limits.introspection()
        ? Optional.of(
            Refusal.of(
                INTROSPECTION_DISABLED,
                "Introspection is switched off here: __schema and __type do not answer."))
        : Optional.empty();
  }
}
