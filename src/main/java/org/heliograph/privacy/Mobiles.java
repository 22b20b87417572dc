package org.heliograph.privacy;

/** Mobile numbers: eleven digits from 13 to 19, with or without the country's code. */
final class Mobiles implements Detector {
  private static final int SIZE = 11;

  @Override
  public void find(ScannedText text, Hits hits) {
    for (int run = 0; run < text.runs(); run++) {
      int size = text.size(run);
      if (size <= SIZE) {
        findFrom(text, hits, run);
      } else if (size <= SIZE + 4) {
        findAfterPrefix(text, hits, run);
      }
    }
  }

  /** 0086138…, 86138…, 0138…: written in one. */
  private static void findAfterPrefix(ScannedText text, Hits hits, int run) {
    int number = text.end(run) - SIZE;
    if (isPrefix(text.part(text.start(run), number)) && isMobile(text, number)) {
      add(text, hits, text.start(run), text.end(run), run, run);
    }
  }

  private static void findFrom(ScannedText text, Hits hits, int first) {
    int total = text.size(first);
    int last = first;
    Gap gap = text.gapAfter(first);
    while (total < SIZE && last + 1 < text.runs() && text.gapAfter(last).joins()) {
      if (text.gapAfter(last) != gap && gap == Gap.CLOSING) {
        gap = text.gapAfter(last);
      } else if (text.gapAfter(last) != gap) {
        return;
      }
      total += text.size(++last);
    }
    if (total != SIZE || !isMobile(text.digits(first, last), 0)) {
      return;
    }
    int start = text.start(first);
    if (last > first && !isSplitLikeOne(text, first, last, gap)) {
      return;
    }
    add(text, hits, withCountry(text, first, start), text.end(last), first, last);
  }

  private static boolean isSplitLikeOne(ScannedText text, int first, int last, Gap gap) {
    Label label = Label.before(text, text.start(first)).label();
    boolean named = label == Label.PHONE || label == Label.OFFICE;
    if (gap == Gap.BREAK) {
      return named && last == first + 1;
    }
    return switch (last - first) {
      // with a point between they are a decimal's two halves
      case 1 -> text.size(first) >= 3 && gap != Gap.MARK;
      case 2 -> text.size(first) >= 3 && (named || hasNoColumns(text, first, last, gap));
      case SIZE - 1 -> true;
      default -> named && text.size(first) >= 2;
    };
  }

  /** Whether nothing but a serial number or the country's code stands in the same row. */
  private static boolean hasNoColumns(ScannedText text, int first, int last, Gap gap) {
    boolean before =
        first > 0
            && text.gapAfter(first - 1) == gap
            && text.size(first - 1) > 2
            && !isPrefix(text.digits(first - 1, first - 1));
    boolean after = text.gapAfter(last) == gap;
    return !before && !after;
  }

  /** Where the number begins when +86 or 0086 stands before it. */
  private static int withCountry(ScannedText text, int first, int start) {
    if (first == 0
        || text.start(first) - text.end(first - 1) > 2
        || !isCountry(text.digits(first - 1, first - 1))) {
      return start;
    }
    int from = text.start(first - 1);
    return text.at(from - 1) == '+' ? from - 1 : from;
  }

  private static void add(ScannedText text, Hits hits, int start, int end, int first, int last) {
    Label label = Label.before(text, start).label();
    boolean named = label == Label.PHONE || label == Label.OFFICE || text.at(start) == '+';
    boolean harmless =
        label == Label.CODE
            || label == Label.AMOUNT
            || label == Label.CREDIT_CODE
            || Surroundings.isWithinCode(text, start, end)
            || Surroundings.isDecimal(text, start, end)
            || Surroundings.isAmount(text, start, end)
            || Surroundings.isDocumentNumber(text, start, end)
            || Surroundings.isInLink(text, start)
            || text.at(end) == '号' && last == first
            || Surroundings.isHyphenated(text, start, end)
                && !isPhoneNext(text, first, last)
                && !isNumbered(text, first, end);
    if ((named || !harmless) && hits.isFree(start, end)) {
      hits.add(Category.MOBILE, Severity.HIGH, start, end);
    }
  }

  /** Whether a serial number stands before, and nothing else hangs on: 3-13800123456. */
  private static boolean isNumbered(ScannedText text, int first, int end) {
    return first > 0
        && text.size(first - 1) <= 2
        && text.gapAfter(first - 1) == Gap.HYPHEN
        && !Surroundings.isWithinCode(text, text.start(first - 1), text.end(first - 1))
        && text.at(text.start(first - 1) - 1) != '-'
        && text.at(end) != '-';
  }

  /** Whether what hangs on by a hyphen is another telephone number. */
  private static boolean isPhoneNext(ScannedText text, int first, int last) {
    return first > 0 && text.gapAfter(first - 1) == Gap.HYPHEN && text.size(first - 1) == SIZE
        || text.gapAfter(last) == Gap.HYPHEN && text.size(last + 1) == SIZE;
  }

  private static boolean isCountry(String digits) {
    return digits.equals("86") || digits.equals("0086") || digits.equals("086");
  }

  private static boolean isPrefix(String digits) {
    return isCountry(digits) || digits.equals("0");
  }

  private static boolean isMobile(ScannedText text, int start) {
    return text.at(start) == '1' && text.at(start + 1) >= '3';
  }

  private static boolean isMobile(String digits, int start) {
    return digits.charAt(start) == '1' && digits.charAt(start + 1) >= '3';
  }
}
