package org.heliograph.privacy;

/** Bank cards: 16 to 19 digits that pass Luhn's check and begin as an issuer's do. */
final class BankCards implements Detector {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 19;

  @Override
  public void find(ScannedText text, Hits hits) {
    for (int run = 0; run < text.runs(); run++) {
      int size = text.size(run);
      if (size > LONGEST || size < 4 || text.at(text.start(run)) == '0') {
        continue;
      }
      if (size < SHORTEST || !check(text, hits, run, run)) {
        findInGroups(text, hits, run);
      }
    }
  }

  /** Groups of four, or the issuer's six digits and the rest, with the same gap between all. */
  private static void findInGroups(ScannedText text, Hits hits, int first) {
    Gap gap = text.gapAfter(first);
    if (!gap.joins() || first > 0 && text.gapAfter(first - 1) == Gap.HYPHEN && gap == Gap.HYPHEN) {
      return;
    }
    int total = text.size(first);
    int last = first;
    while (last + 1 < text.runs()
        && text.gapAfter(last) == gap
        && total + text.size(last + 1) <= LONGEST) {
      total += text.size(++last);
    }
    // a table's next column may follow: 16 digits are tried before the rest of the line
    for (; last > first; total -= text.size(last--)) {
      if (total >= SHORTEST && isGrouped(text, first, last) && check(text, hits, first, last)) {
        return;
      }
    }
  }

  private static boolean isGrouped(ScannedText text, int first, int last) {
    if (text.gapAfter(first) == Gap.BREAK) {
      return last == first + 1;
    }
    boolean fours = last - first >= 3;
    for (int run = first; run < last; run++) {
      fours &= text.size(run) == 4;
    }
    return fours && text.size(last) <= 4
        || text.size(first) >= 4 && last - first <= 2
        || Label.before(text, text.start(first)).label() == Label.CARD;
  }

  private static boolean check(ScannedText text, Hits hits, int first, int last) {
    int start = text.start(first);
    int end = text.end(last);
    String digits = text.digits(first, last);
    if (!Checks.luhn(digits)
        || !hits.isFree(start, end)
        || Surroundings.isDecimal(text, start, end)) {
      return false;
    }
    Label label = Label.before(text, start).label();
    boolean card =
        label == Label.CARD
            || isIssued(digits)
                && label != Label.CODE
                && label != Label.AMOUNT
                && label != Label.CREDIT_CODE
                && (label == Label.ACCOUNT || !isComposed(digits))
                && !Surroundings.isWithinCode(text, start, end)
                && !Surroundings.isHyphenated(text, start, end)
                && !Surroundings.isAmount(text, start, end)
                && !Surroundings.isDocumentNumber(text, start, end)
                && !Surroundings.isInLink(text, start)
                && (first == last || isAlone(text, first, last) || digits.startsWith("62"));
    if (card) {
      hits.add(Category.BANK_CARD, Severity.HIGH, start, end);
    }
    return card;
  }

  /** Numbers of a table's row stand in groups as well, but in more of them. */
  private static boolean isAlone(ScannedText text, int first, int last) {
    Gap gap = text.gapAfter(first);
    boolean before = first > 0 && text.gapAfter(first - 1) == gap;
    boolean after = text.gapAfter(last) == gap && !isSum(text, last + 1);
    return !before && !after;
  }

  /** What is paid to a card stands behind it. */
  private static boolean isSum(ScannedText text, int run) {
    int end = text.end(run);
    return text.at(end) == '元' || text.at(end) == '.' && ScannedText.isDigit(text.at(end + 1));
  }

  /**
   * Whether mainland cards begin so: UnionPay, the older numbers of the large banks, and others.
   */
  private static boolean isIssued(String digits) {
    int two = Integer.parseInt(digits, 0, 2, 10);
    int four = Integer.parseInt(digits, 0, 4, 10);
    boolean sixteen = digits.length() == 16;
    return two == 62
        || two == 60
        || two == 81
        || four >= 9555 && four <= 9559
        || four == 9400
        || four == 6858
        || digits.startsWith("690755")
        || digits.length() == 19 && (digits.startsWith("103") || digits.startsWith("4367"))
        || sixteen
            && (digits.charAt(0) == '4'
                || two >= 51 && two <= 55
                || four >= 2221 && four <= 2720
                || four >= 3528 && four <= 3589);
  }

  /** Whether it is rather a division's code, a date and a serial number in one. */
  private static boolean isComposed(String digits) {
    return Checks.isProvince(Integer.parseInt(digits, 0, 2, 10))
        && Integer.parseInt(digits, 6, 10, 10) >= 1990
        && Checks.isDate(digits.substring(6, 14));
  }
}
