package org.heliograph.graphql.error;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request, or a field of it, got no answer.
 *
 * @param argument the path of the argument at fault, like {@code powerItems.first} or {@code
 *     $first}
 * @param reference names the log entry of an unexpected failure
 * @param reason why a file was refused, as a stable word
 * @param at where in the document, as line and column
 */
public record Refusal(
    ErrorCode code,
    String message,
    @Nullable String argument,
    @Nullable String reference,
    @Nullable String reason,
    List<Position> at) {

  /** A place in the document, counted from 1. */
  public record Position(int line, int column) {}

  public static Refusal of(ErrorCode code, String message) {
    return new Refusal(code, message, null, null, null, List.of());
  }

  public static Refusal at(ErrorCode code, String message, List<Position> at) {
    return new Refusal(code, message, null, null, null, at);
  }

  /** A file that is not taken, with the reason as a stable word. */
  public static Refusal ofFile(String reason, String message) {
    return new Refusal(ErrorCode.FILE_REFUSED, message, "file", null, reason, List.of());
  }

  public Refusal withArgument(@Nullable String path) {
    return new Refusal(code, message, path, reference, reason, at);
  }

  /** What stands under {@code extensions} of the error. */
  public Map<String, Object> extensions() {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", code.name());
    if (argument != null) {
      extensions.put("argument", argument);
    }
    if (reason != null) {
      extensions.put("reason", reason);
    }
    if (reference != null) {
      extensions.put("reference", reference);
    }
    return extensions;
  }
}
