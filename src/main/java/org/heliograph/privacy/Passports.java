package org.heliograph.privacy;

import java.util.List;

/**
 * Passports: E or G with eight digits, E with a letter and seven, and the official kinds; other
 * forms and the travel permits only where the words say so.
 */
final class Passports implements Detector {
  private static final int WINDOW = 16;
  private static final List<String> WORDS = List.of("护照", "通行证", "回乡证", "台胞证", "旅行证", "PASSPORT");

  @Override
  public void find(ScannedText text, Hits hits) {
    for (int run = 0; run < text.runs(); run++) {
      int size = text.size(run);
      int first = text.start(run) - 1;
      if (size < 6 || size > 10 || !ScannedText.isLetter(text.at(first))) {
        continue;
      }
      int letters = ScannedText.isLetter(text.at(first - 1)) ? 2 : 1;
      int start = first - letters + 1;
      if (!isAlone(text, start, text.end(run)) || !hits.isFree(start, text.end(run))) {
        continue;
      }
      String number = text.part(start, text.end(run)).toUpperCase(java.util.Locale.ROOT);
      Label label = Label.before(text, start).label();
      boolean harmless =
          label == Label.CODE || label == Label.AMOUNT || Surroundings.isInLink(text, start);
      if (isNamed(text, start) || isMainland(number) && !harmless) {
        hits.add(Category.PASSPORT, Severity.HIGH, start, text.end(run));
      }
    }
  }

  private static boolean isAlone(ScannedText text, int start, int end) {
    return isBoundary(text.at(start - 1))
        && isBoundary(text.at(end))
        && !Surroundings.isDecimal(text, start, end)
        && !Surroundings.isHyphenated(text, start, end);
  }

  private static boolean isBoundary(char c) {
    return !ScannedText.isLetter(c) && !ScannedText.isDigit(c) && c != '_' && c != '/';
  }

  private static boolean isMainland(String number) {
    if (number.length() != 9) {
      return false;
    }
    char second = number.charAt(1);
    return switch (number.charAt(0)) {
      // many codes are a letter and a date
      case 'E' ->
          (ScannedText.isDigit(second) || second != 'I' && second != 'O') && !isDate(number);
      case 'G' -> ScannedText.isDigit(second) && !isDate(number);
      case 'D', 'S', 'P' -> second == 'E';
      default -> false;
    };
  }

  private static boolean isDate(String number) {
    return ScannedText.isDigit(number.charAt(1)) && Checks.isDate(number.substring(1));
  }

  private static boolean isNamed(ScannedText text, int start) {
    int from = Math.max(0, start - WINDOW);
    String before = text.part(from, start).toUpperCase(java.util.Locale.ROOT);
    String clause = before.substring(before.lastIndexOf('\n') + 1);
    return WORDS.stream().anyMatch(clause::contains);
  }
}
