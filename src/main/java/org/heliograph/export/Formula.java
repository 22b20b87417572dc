package org.heliograph.export;

/**
 * Text that a spreadsheet program would run as a formula. A cell of such text is neutralised in CSV
 * by an apostrophe in front; in a workbook text is typed as text and cannot run.
 */
final class Formula {
  private static final String BEGINS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B";

  private Formula() {}

  /** The text, harmless in a spreadsheet. */
  static String neutralised(String text) {
    return isLike(text) ? "'" + text : text;
  }

  /**
   * Whether the text begins with one of {@code = + - @} or their full-width and small forms, with
   * or without blanks and invisible characters in front, or with a tab or line break: programs
   * differ in what they skip.
   */
  static boolean isLike(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t' || c == '\r' || c == '\n' || BEGINS.indexOf(c) >= 0) {
        return true;
      }
      if (!isSkipped(c)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isSkipped(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
