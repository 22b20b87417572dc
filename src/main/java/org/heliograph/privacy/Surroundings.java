package org.heliograph.privacy;

import java.util.Locale;
import java.util.Set;

/** What stands right before and after a value, and speaks against its being personal. */
final class Surroundings {
  private static final Set<String> INTRODUCTIONS =
      Set.of(
          "ID", "IDCARD", "NO", "TEL", "PHONE", "MOBILE", "MOB", "CELL", "CALL", "SMS", "WX", "VX",
          "CARD", "T", "M");
  private static final int LONGEST_INTRODUCTION = 6;

  /**
   * Units of what is counted or measured, by their first character; 号 closes a document's number.
   */
  private static final String UNITS = "元万亿吨亩平公千立株尾册页";

  private static final int LONGEST_LINK = 200;

  private Surroundings() {}

  /** Whether the value is part of a longer word of Latin letters and digits: a code. */
  static boolean isWithinCode(ScannedText text, int start, int end) {
    if (ScannedText.isLetter(text.at(end))) {
      return true;
    }
    int from = start;
    while (start - from <= LONGEST_INTRODUCTION && ScannedText.isLetter(text.at(from - 1))) {
      from--;
    }
    return from < start
        && (!INTRODUCTIONS.contains(text.part(from, start).toUpperCase(Locale.ROOT))
            || ScannedText.isDigit(text.at(from - 1)));
  }

  /** Whether letters or digits hang on by a hyphen: 2026-GZ-13800138000-01. */
  static boolean isHyphenated(ScannedText text, int start, int end) {
    return text.at(start - 1) == '-' && isAlphanumeric(text.at(start - 2))
        || text.at(end) == '-' && isAlphanumeric(text.at(end + 1));
  }

  /** Whether the digits go on beyond a decimal point or before it. */
  static boolean isDecimal(ScannedText text, int start, int end) {
    return text.at(start - 1) == '.' && ScannedText.isDigit(text.at(start - 2))
        || (text.at(end) == '.' || text.at(end) == ',')
            && ScannedText.isDigit(text.at(end + 1))
            && !isLikelyList(text, end);
  }

  /** 13800138000,13900139000: a comma with a number as long behind it. */
  private static boolean isLikelyList(ScannedText text, int end) {
    int to = end + 1;
    while (to - end <= 8 && ScannedText.isDigit(text.at(to))) {
      to++;
    }
    return text.at(end) == ',' && to - end > 8;
  }

  /** Whether a sum of money or a quantity is written here. */
  static boolean isAmount(ScannedText text, int start, int end) {
    char before = text.at(start - 1);
    if (before == '¥' || before == '$' || before == '￥') {
      return true;
    }
    int at = text.at(end) == ' ' ? end + 1 : end;
    return UNITS.indexOf(text.at(at)) >= 0 || text.at(at) == '%';
  }

  /** Whether a document's number is written here: 〔2026〕12号, 第12号. */
  static boolean isDocumentNumber(ScannedText text, int start, int end) {
    char before = text.at(start - 1);
    return before == '第'
        || before == ']' && ScannedText.isDigit(text.at(start - 2)) && text.at(end) == '号';
  }

  /** Whether it stands in a link, other than as the value of a parameter that names it. */
  static boolean isInLink(ScannedText text, int start) {
    int from = start;
    while (from > 0 && start - from < LONGEST_LINK && isOfLink(text.at(from - 1))) {
      from--;
    }
    if (start - from < 4) {
      return false;
    }
    String link = text.part(from, start).toLowerCase(Locale.ROOT);
    int scheme = Math.max(link.indexOf("://"), link.indexOf("www."));
    return scheme >= 0
        && !link.matches(".*[?&](tel|phone|mobile|shouji|sfz|idcard|idno|card|cardno)=");
  }

  private static boolean isOfLink(char c) {
    return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '|';
  }

  private static boolean isAlphanumeric(char c) {
    return ScannedText.isDigit(c) || ScannedText.isLetter(c);
  }
}
