package org.heliograph.privacy.document;

import org.heliograph.privacy.PrivacyScan;

/** Names of a document's parts as a place may repeat them: a sheet may be named by a number. */
final class Places {
  private static final int LONGEST = 40;

  private Places() {}

  static String title(String title) {
    String plain = title.replaceAll("\\p{Cntrl}", " ").strip();
    String safe = PrivacyScan.mask(plain);
    return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "…";
  }

  /** The letters of a column, from 0: D. */
  static String column(int index) {
    var letters = new StringBuilder();
    for (int i = index + 1; i > 0; i = (i - 1) / 26) {
      letters.insert(0, (char) ('A' + (i - 1) % 26));
    }
    return letters.toString();
  }
}
