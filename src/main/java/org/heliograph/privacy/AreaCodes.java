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

  /** Whether two or three digits are an area code. */
  static boolean isAssigned(String digits) {
    return (digits.length() == 2 || digits.length() == 3)
        && digits.charAt(0) != '0'
        && ASSIGNED.get(Integer.parseInt(digits));
  }

  /** How many of the digits after a zero are an area code; 0: none. */
  static int length(String afterZero) {
    for (int length = 2; length <= 3; length++) {
      if (afterZero.length() >= length && isAssigned(afterZero.substring(0, length))) {
        return length;
      }
    }
    return 0;
  }
}
