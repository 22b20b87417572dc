package org.heliograph.embedded.launcher;

/**
 * An expected failure: its message is one sentence that says what is wrong and what to do next.
 * Shown without a trace.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  public Refusal(String sentence) {
    super(sentence, null, false, false);
    this.sentence = sentence;
  }

  /** Never null, unlike an ordinary exception's. */
  @Override
  public String getMessage() {
    return sentence;
  }
}
