package org.heliograph.shared;

import org.jspecify.annotations.Nullable;

/**
 * A refusal that the caller can do something about. The message says what, where and how to mend
 * it; it never carries a value that the caller sent, because that may be personal.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The stable codes of {@code errors[].extensions.code}. */
  public enum Code {
    NOT_FOUND,
    GONE,
    FORBIDDEN,
    UNAUTHENTICATED,
    BAD_INPUT,
    UNAVAILABLE,
    CONFLICT
  }

  private final Code code;
  private final @Nullable String argument;

  private Problem(Code code, @Nullable String argument, String message) {
    super(message, null, false, false);
    this.code = code;
    this.argument = argument;
  }

  /** An argument is wrong; the path is like {@code filter.amount.from}. */
  public static Problem badInput(String argument, String message) {
    return new Problem(Code.BAD_INPUT, argument, message);
  }

  /** The value, or BAD_INPUT at the argument when there is none. */
  public static <T> T required(String argument, @Nullable T value) {
    if (value == null) {
      throw badInput(argument, "is missing");
    }
    return value;
  }

  /** Nothing of that name exists for the caller. */
  public static Problem notFound(String message) {
    return new Problem(Code.NOT_FOUND, null, message);
  }

  /** It was public and is withdrawn; where to learn more stands in the message. */
  public static Problem gone(String message) {
    return new Problem(Code.GONE, null, message);
  }

  public static Problem forbidden(String message) {
    return new Problem(Code.FORBIDDEN, null, message);
  }

  public static Problem unauthenticated(String message) {
    return new Problem(Code.UNAUTHENTICATED, null, message);
  }

  /** Something that the answer needs cannot be reached now. */
  public static Problem unavailable(String message) {
    return new Problem(Code.UNAVAILABLE, null, message);
  }

  /** The record is not in a state that allows the change. */
  public static Problem conflict(String message) {
    return new Problem(Code.CONFLICT, null, message);
  }

  public Code code() {
    return code;
  }

  /** The path of the argument that is wrong, for BAD_INPUT. */
  public @Nullable String argument() {
    return argument;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
