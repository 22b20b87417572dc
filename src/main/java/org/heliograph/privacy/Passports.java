package org.heliograph.privacy;

import java.util.List;
import java.util.Locale;

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
      if (text.at(first) == ' ' && isNamed(text, first)) {
        first--;
      } else if (isNamed(text, text.start(run)) && isPermit(text, run)) {
        hits.add(Category.PASSPORT, Severity.HIGH, text.start(run), text.end(run));
        continue;
      }
      if (size < 6 || size > 10 || !ScannedText.isLetter(text.at(first))) {
        continue;
      }
      int letters = ScannedText.isLetter(text.at(first - 1)) ? 2 : 1;
      int start = first - letters + 1;
      if (!isAlone(text, start, text.end(run)) || !hits.isFree(start, text.end(run))) {
        continue;
      }
      String number = text.part(start, text.end(run)).replace(" ", "").toUpperCase(Locale.ROOT);
      Label label = Label.before(text, start).label();
      boolean harmless =
          label == Label.CODE || label == Label.AMOUNT || Surroundings.isInLink(text, start);
      if (isNamed(text, start) || isMainland(number) && !harmless) {
        hits.add(Category.PASSPORT, Severity.HIGH, start, text.end(run));
      }
    }
  }

  /** The permits of Taiwan's residents and the older passports have digits alone. */
  private static boolean isPermit(ScannedText text, int run) {
    int size = text.size(run);
    int start = text.start(run);
    int end = text.end(run);
    return size >= 8
        && size <= 10
        && !ScannedText.isLetter(text.at(start - 1))
        && isAlone(text, start, end)
        && !Checks.isDate(text.part(start, start + 8))
        && !Surroundings.isAmount(text, start, end);
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
    int from = start;
    boolean possible = false;
    while (start - from < WINDOW && text.at(from - 1) != '\n') {
      char c = text.at(--from);
      possible |= c == '照' || c == '证' || c == 'T' || c == 't';
    }
    if (!possible) {
      return false;
    }
    String clause = text.part(from, start).toUpperCase(Locale.ROOT);
    return WORDS.stream().anyMatch(clause::contains);
  }
}
