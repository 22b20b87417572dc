package org.heliograph.privacy.document;

import java.util.HashMap;
import java.util.Map;
import org.heliograph.privacy.PrivacyScan;

/** The headings of a table's columns, which say what the values below them are. */
final class Columns {
  private static final int LAST_HEADING_ROW = 10;
  private static final int LONGEST_HEADING = 20;
  private final Map<Integer, String> headings = new HashMap<>();

  /** The heading of a cell, after the cell itself was looked at as a heading. */
  String heading(int row, int column, String text) {
    boolean heading =
        row <= LAST_HEADING_ROW && text.length() <= LONGEST_HEADING && PrivacyScan.isLabel(text);
    if (heading) {
      headings.put(column, text.strip().replaceAll("\\s+", ""));
      return "";
    }
    return headings.getOrDefault(column, "");
  }
}
