package org.heliograph.analytics;

/**
 * How many visitors did the same thing, and how many of that may be told: steps of five, beginning
 * somewhere between five and nine. Where each step lies is a secret of this count, drawn when it
 * begins: whoever adds visitors of their own until the number moves does not learn how many others
 * there were.
 */
final class Count {
  /** Fewer visitors than this are nobody's business. */
  static final int LEAST = 5;

  private final int secret;
  private int visitors;
  private int told;

  /**
   * @param secret from 0 to 4
   */
  Count(int secret) {
    if (secret < 0 || secret >= LEAST) {
      throw new IllegalArgumentException("the steps of a count begin within the first");
    }
    this.secret = secret;
  }

  void add() {
    visitors++;
  }

  /** Never more than there are, and never one to four. */
  int tellable() {
    return Math.max(0, (visitors - secret) / LEAST * LEAST);
  }

  int untold() {
    return tellable() - told;
  }

  void tell(int more) {
    told += more;
  }
}
