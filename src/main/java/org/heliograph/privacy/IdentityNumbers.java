package org.heliograph.privacy;

/**
 * Identity numbers: 17 digits and a check character (GB 11643), in one piece or in several, and the
 * 15 digits of before 1999. The check character and the birth date within leave one chance in some
 * twenty thousand to any other number; only numbers that are composed of region, date and serial
 * come near, and those begin with a date of late.
 */
final class IdentityNumbers implements Detector {
  /** In codes that carry a date it is that of the service's own time; births are mostly earlier. */
  private static final int FIRST_YEAR_OF_CODES = 2015;

  /** The same where nothing but hyphens between its parts speaks for a code. */
  private static final int FIRST_YEAR_OF_HYPHENS = 2021;

  /** Of the old form without a word: later years would make the holder a centenarian. */
  private static final int OLDEST_OLD_FORM = 31;

  private static final int MOST_UNEVEN_PIECES = 6;
  private static final int MOST_PIECES_OVER_LINES = 3;
  private static final String CHECK_TEN = "XxХхΧχ×✕✖╳Ⅹⅹ";

  @Override
  public void find(ScannedText text, Hits hits) {
    for (int run = 0; run < text.runs(); run++) {
      if (text.size(run) <= 18 && beginsLikeOne(text, run)) {
        if (!findNew(text, hits, run)) {
          findOld(text, hits, run);
        }
      }
    }
  }

  private static boolean beginsLikeOne(ScannedText text, int run) {
    int second =
        text.size(run) > 1 ? text.start(run) + 1 : run + 1 < text.runs() ? text.start(run + 1) : -1;
    return second >= 0
        && Checks.isProvince((text.at(text.start(run)) - '0') * 10 + text.at(second) - '0')
        && hitsFree(text, run);
  }

  /** A decimal's digits are none. */
  private static boolean hitsFree(ScannedText text, int run) {
    return !Surroundings.isDecimal(text, text.start(run), text.start(run));
  }

  private static boolean findNew(ScannedText text, Hits hits, int first) {
    int total = 0;
    boolean broken = false;
    boolean hyphens = false;
    int longest = 0;
    int shortest = 18;
    for (int run = first; run < text.runs() && total < 18; run++) {
      if (run > first) {
        Gap gap = text.gapAfter(run - 1);
        if (!gap.joins()) {
          return false;
        }
        broken |= gap == Gap.BREAK;
        hyphens |= gap == Gap.HYPHEN || gap == Gap.MARK;
      }
      total += text.size(run);
      longest = Math.max(longest, text.size(run));
      shortest = Math.min(shortest, text.size(run));
      int end = total == 18 ? text.end(run) : total == 17 ? checkTen(text, text.end(run)) : -1;
      if (end < 0) {
        continue;
      }
      int pieces = run - first + 1;
      boolean likely =
          broken
              ? pieces <= MOST_PIECES_OVER_LINES
              : pieces <= MOST_UNEVEN_PIECES || longest - shortest <= 1 || longest <= 2;
      String digits = text.digits(first, run) + (total == 17 ? "X" : "");
      if (likely && isOne(text, first, end, digits, pieces, hyphens)) {
        hits.add(Category.IDENTITY_NUMBER, Severity.HIGH, text.start(first), end);
        return true;
      }
    }
    return false;
  }

  /** Where an X after 17 digits ends, or -1 when there is none. */
  private static int checkTen(ScannedText text, int end) {
    int at = end;
    for (int i = 0;
        i < 3 && (text.at(at) == ' ' || text.at(at) == '-' || text.at(at) == '\n');
        i++) {
      at++;
    }
    boolean found = CHECK_TEN.indexOf(text.at(at)) >= 0;
    char after = text.at(at + 1);
    return found && !ScannedText.isLetter(after) && !ScannedText.isDigit(after) ? at + 1 : -1;
  }

  private static boolean isOne(
      ScannedText text, int first, int end, String digits, int pieces, boolean hyphens) {
    int start = text.start(first);
    if (!Checks.isDate(digits.substring(6, 14))) {
      return false;
    }
    Label label = Label.before(text, start).label();
    if (Checks.identityCheck(digits) != digits.charAt(17)) {
      // mistyped, or changed by a character: personal where the words say what it is
      return label == Label.IDENTITY && pieces <= 4;
    }
    if (label == Label.IDENTITY) {
      return true;
    }
    if (label == Label.CREDIT_CODE && Checks.isCreditCode(digits)) {
      return false;
    }
    boolean likeCode =
        label == Label.CODE
            || Surroundings.isWithinCode(text, start, end)
            || Surroundings.isHyphenated(text, start, end)
            || Surroundings.isDocumentNumber(text, start, end)
            || Surroundings.isInLink(text, start);
    int year = Integer.parseInt(digits, 6, 10, 10);
    return year
        < (likeCode
            ? FIRST_YEAR_OF_CODES
            : hyphens && label == Label.NONE ? FIRST_YEAR_OF_HYPHENS : Integer.MAX_VALUE);
  }

  private static void findOld(ScannedText text, Hits hits, int first) {
    int last = first;
    int total = text.size(first);
    while (total < 15 && text.gapAfter(last).joins() && text.gapAfter(last) != Gap.BREAK) {
      total += text.size(++last);
    }
    int start = text.start(first);
    int end = text.end(last);
    if (total != 15 || Surroundings.isWithinCode(text, start, end)) {
      return;
    }
    String digits = text.digits(first, last);
    Label label = Label.before(text, start).label();
    boolean named = label == Label.IDENTITY;
    if (!isDivision(digits)
        || !Checks.isDate("19" + digits.substring(6, 12))
        || last > first && !named) {
      return;
    }
    boolean likely =
        (label == Label.NONE || label == Label.PERSON)
            && Integer.parseInt(digits, 6, 8, 10) >= OLDEST_OLD_FORM
            && !Surroundings.isDecimal(text, start, end)
            && !Surroundings.isAmount(text, start, end)
            && !Surroundings.isHyphenated(text, start, end)
            && !Surroundings.isDocumentNumber(text, start, end)
            && !Surroundings.isInLink(text, start);
    if (named || likely) {
      hits.add(Category.IDENTITY_NUMBER, Severity.HIGH, start, end);
    }
  }

  /** Whether a city and a county may have these codes. */
  private static boolean isDivision(String digits) {
    int city = Integer.parseInt(digits, 2, 4, 10);
    int county = Integer.parseInt(digits, 4, 6, 10);
    return city >= 1 && (city <= 70 || city == 90) && county >= 1 && county <= 89;
  }
}
