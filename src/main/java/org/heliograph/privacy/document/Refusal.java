package org.heliograph.privacy.document;

/** Ends the reading of a document; never leaves this package. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final RefusalCode code;

  Refusal(RefusalCode code) {
    super(code.name(), null, false, false);
    this.code = code;
  }

  RefusalCode code() {
    return code;
  }
}
