package org.heliograph.audit;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text that an entry's hash is taken of, made here a second time and independently of the
 * database's own function, so that a changed function is found as well.
 */
final class ChainText {
  private ChainText() {}

  /** Every value with its length in bytes before it; absent values are a dash. */
  static String of(@Nullable Object... parts) {
    var text = new StringBuilder();
    for (Object part : parts) {
      if (!text.isEmpty()) {
        text.append(',');
      }
      if (part == null) {
        text.append('-');
      } else {
        String value = part.toString();
        text.append(value.getBytes(StandardCharsets.UTF_8).length).append(':').append(value);
      }
    }
    return text.toString();
  }
}
