package org.heliograph.privacy;

import java.util.BitSet;

/** The area codes of mainland China, without the zero that is dialled before them. */
final class AreaCodes {
  private static final BitSet ASSIGNED = new BitSet(1000);

  static {
    String[] ranges = {
      "10", "20-29", "310-319", "335", "349-359", "370-379", "391-398", "410-419", "421", "427",
      "429", "431-440", "451-459", "464", "467-470", "471-479", "482", "483", "510-519", "523",
      "527", "530-539", "543", "546", "550-566", "570-580", "591-599", "631-635", "660", "662",
      "663", "668", "691", "692", "701", "710-719", "722", "724", "728", "730-739", "743-746",
      "750-763", "766", "768", "769", "770-779", "790-799", "812", "813", "816-818", "825-827",
      "830-840", "851-859", "870-879", "881", "883", "886-888", "891-899", "901-903", "906", "908",
      "909", "911-919", "930-939", "941", "943", "951-955", "970-979", "990-999"
    };
    for (String range : ranges) {
      int hyphen = range.indexOf('-');
      int first = Integer.parseInt(hyphen < 0 ? range : range.substring(0, hyphen));
      int last = Integer.parseInt(hyphen < 0 ? range : range.substring(hyphen + 1));
      ASSIGNED.set(first, last + 1);
    }
  }

  private AreaCodes() {}

  /** Whether the digits between two offsets are an area code. */
  static boolean isAssigned(ScannedText text, int start, int end) {
    int length = end - start;
    return (length == 2 || length == 3)
        && text.at(start) != '0'
        && ASSIGNED.get(number(text, start, end));
  }

  /** How many of the digits from an offset on are an area code; 0: none. */
  static int length(ScannedText text, int start, int end) {
    for (int length = 2; length <= 3 && start + length <= end; length++) {
      if (isAssigned(text, start, start + length)) {
        return length;
      }
    }
    return 0;
  }

  private static int number(ScannedText text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      number = number * 10 + text.at(i) - '0';
    }
    return number;
  }
}
