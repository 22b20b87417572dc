package org.heliograph.embedded.launcher;

/**
 * An expected failure: its message is one sentence that says what is wrong and what to do next.
 * Shown without a trace.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Refusal(String message) {
    super(message, null, false, false);
  }
}
