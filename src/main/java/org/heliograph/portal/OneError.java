package org.heliograph.portal;

/** Tells a typing error: one letter wrong, missing, too many, or swapped with its neighbour. */
final class OneError {
  private OneError() {}

  /**
   * Whether some beginning of the text is the typed word but for one error after its first letter.
   */
  static boolean beginsNearly(String text, String typed) {
    int same = 0;
    while (same < typed.length()
        && same < text.length()
        && text.charAt(same) == typed.charAt(same)) {
      same++;
    }
    if (same == typed.length()) {
      return true;
    }
    if (same == 0) {
      return false;
    }
    String rest = typed.substring(same);
    return text.startsWith(rest.substring(1), same + 1)
        || text.startsWith(rest.substring(1), same)
        || text.startsWith(rest, same + 1)
        || swapped(text, rest, same);
  }

  /** Whether the whole text is the typed word but for one error. */
  static boolean isNearly(String text, String typed) {
    return Math.abs(text.length() - typed.length()) <= 1 && beginsNearly(text, typed);
  }

  private static boolean swapped(String text, String rest, int at) {
    return rest.length() > 1
        && text.startsWith("" + rest.charAt(1) + rest.charAt(0) + rest.substring(2), at);
  }
}
