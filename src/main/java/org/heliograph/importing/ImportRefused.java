package org.heliograph.importing;

/** Why an import as a whole cannot go on, as one sentence for whoever started it. */
public final class ImportRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ImportRefused(String sentence) {
    super(sentence, null, false, false);
  }
}
