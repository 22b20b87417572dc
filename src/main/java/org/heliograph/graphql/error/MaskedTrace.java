package org.heliograph.graphql.error;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A stack trace that is safe to log: exception messages often quote what the caller sent (a number
 * that does not parse, a key that exists twice), so in their lines everything quoted and every long
 * run of digits is masked. Frames stay as they are.
 */
final class MaskedTrace {
  private static final Pattern PERSONAL =
      Pattern.compile("\"[^\"]*\"|'[^']*'|“[^”]*”|=\\([^)]*\\)|[0-9]{7,}[Xx]?");

  private MaskedTrace() {}

  static String of(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString().lines().map(MaskedTrace::mask).collect(Collectors.joining("\n"));
  }

  private static String mask(String line) {
    return line.startsWith("\tat ") ? line : PERSONAL.matcher(line).replaceAll("<masked>");
  }
}
