package org.heliograph.privacy;

/**
 * Landline numbers with their area code, and without it where the words say that it is a telephone.
 * Numbers for everybody (400, 800, 12345) have no area code and are none. Most landlines that an
 * authority publishes are offices': they weigh less, and nothing where the words say so.
 */
final class Landlines implements Detector {
  private static final int LONGEST_EXTENSION = 5;

  @Override
  public void find(ScannedText text, Hits hits) {
    for (int run = 0; run < text.runs(); run++) {
      int size = text.size(run);
      char first = text.at(text.start(run));
      if (text.at(text.start(run) - 1) == '+' && size >= 11 && size <= 13) {
        findInternational(text, hits, run);
      } else if (first == '0' && size >= 3 && size <= 12) {
        findWithArea(text, hits, run);
      } else if (size <= 3 && run > 0 && isCountry(text, run - 1)) {
        findSubscriber(text, hits, run, text.start(run - 1), text.start(run));
      } else if (first >= '2' && first <= '8' && (size == 7 || size == 8 || size <= 4)) {
        findWithoutArea(text, hits, run);
      }
    }
  }

  private static boolean isCountry(ScannedText text, int run) {
    String digits = text.digits(run, run);
    return (digits.equals("86") || digits.equals("0086")) && text.gapAfter(run).joins();
  }

  /** +8685185123456, written in one. */
  private static void findInternational(ScannedText text, Hits hits, int run) {
    int start = text.start(run);
    if (text.at(start) == '8' && text.at(start + 1) == '6') {
      findInOne(text, hits, run, start + 2);
    }
  }

  private static void findWithArea(ScannedText text, Hits hits, int run) {
    int start = text.start(run);
    if (text.size(run) > 4) {
      findInOne(text, hits, run, start + 1);
      return;
    }
    boolean country = run > 0 && isCountry(text, run - 1);
    findSubscriber(text, hits, run, country ? text.start(run - 1) : start, start + 1);
  }

  private static void findInOne(ScannedText text, Hits hits, int run, int area) {
    int end = text.end(run);
    int length = AreaCodes.length(text, area, end);
    if (length > 0 && isSubscriber(text.at(area + length), end - area - length, length)) {
      add(text, hits, text.start(run), run, true);
    }
  }

  /** The groups behind an area code that stands by itself: (0851)8512-3456. */
  private static void findSubscriber(ScannedText text, Hits hits, int run, int start, int area) {
    if (!AreaCodes.isAssigned(text, area, text.end(run)) || !joinsArea(text, run)) {
      return;
    }
    int first = run + 1;
    int last = first;
    int total = text.size(last);
    while (total < 7 && joinsWithin(text, last)) {
      total += text.size(++last);
    }
    boolean subscriber = isSubscriber(text.at(text.start(first)), total, text.end(run) - area);
    if (subscriber && last - first <= 1) {
      add(text, hits, start, last, true);
    }
  }

  private static boolean joinsWithin(ScannedText text, int run) {
    Gap gap = text.gapAfter(run);
    return (gap == Gap.SPACE || gap == Gap.HYPHEN) && text.size(run + 1) <= 4;
  }

  /** A hyphen or a space, or the parenthesis that closes around an area code. */
  private static boolean joinsArea(ScannedText text, int run) {
    if (run + 1 >= text.runs()) {
      return false;
    }
    int from = text.end(run);
    int to = text.start(run + 1);
    boolean closed = false;
    int hyphens = 0;
    for (int i = from; i < to; i++) {
      switch (text.at(i)) {
        case ' ' -> {}
        case '-', '.', '·' -> hyphens++;
        case ')', ']', '）' -> closed = true;
        default -> {
          return false;
        }
      }
    }
    return to - from <= 3 && hyphens <= 1 && (closed || to > from);
  }

  private static boolean isSubscriber(char first, int size, int area) {
    // where the area's code has two digits every number has eight
    return (size == 8 || size == 7 && area == 3) && first >= '2' && first <= '8';
  }

  private static void findWithoutArea(ScannedText text, Hits hits, int run) {
    int last = run;
    if (text.size(run) <= 4) {
      if (text.size(run) < 3 || text.gapAfter(run) != Gap.HYPHEN || text.size(run + 1) != 4) {
        return;
      }
      last = run + 1;
    }
    String digits = text.digits(run, last);
    Label label = Label.before(text, text.start(run)).label();
    boolean date = digits.length() == 8 && digits.startsWith("20") && Checks.isDate(digits);
    if ((label == Label.PHONE || label == Label.OFFICE) && digits.length() >= 7 && !date) {
      add(text, hits, text.start(run), last, false);
    }
  }

  private static void add(ScannedText text, Hits hits, int from, int last, boolean withArea) {
    int start = opening(text, from);
    int end = text.end(last);
    Label label = Label.before(text, start).label();
    boolean named = label == Label.PHONE || label == Label.OFFICE;
    int whole = extension(text, last, end);
    boolean harmless =
        label == Label.CODE
            || label == Label.AMOUNT
            || Surroundings.isWithinCode(text, from, end)
            || Surroundings.isDecimal(text, from, end)
            || Surroundings.isAmount(text, from, end)
            || Surroundings.isDocumentNumber(text, from, end)
            || Surroundings.isInLink(text, from)
            || whole == end && Surroundings.isHyphenated(text, from, end);
    if ((named || withArea && !harmless) && hits.isFree(start, whole)) {
      Severity severity = label == Label.OFFICE ? Severity.NOTICE : Severity.LOW;
      hits.add(Category.LANDLINE, severity, start, whole);
      addFollowing(text, hits, last, severity);
    }
  }

  /** Those that share the area code: 0851-85123456、85123457. */
  private static void addFollowing(ScannedText text, Hits hits, int last, Severity severity) {
    for (int run = last + 1; run < text.runs(); run++) {
      int start = text.start(run);
      char before = text.at(start - 1);
      boolean listed = start - text.end(run - 1) == 1 && (before == '、' || before == '/');
      if (!listed
          || !isSubscriber(text.at(start), text.size(run), 3)
          || !hits.isFree(start, text.end(run))) {
        return;
      }
      hits.add(Category.LANDLINE, severity, start, text.end(run), "");
    }
  }

  private static int opening(ScannedText text, int from) {
    char before = text.at(from - 1);
    return before == '+' || before == '(' ? from - 1 : from;
  }

  /** The end with the extension in it: 转801, -801. */
  private static int extension(ScannedText text, int last, int end) {
    if (last + 1 >= text.runs() || text.size(last + 1) > LONGEST_EXTENSION) {
      return end;
    }
    int next = text.start(last + 1);
    String between = next - end > 6 ? "" : text.part(end, next).strip();
    boolean joined = between.equals("-") && text.at(text.end(last + 1)) != '-';
    boolean said =
        between.equals("转")
            || between.equals("转分机")
            || between.equals("分机")
            || between.equalsIgnoreCase("ext.");
    return joined || said ? text.end(last + 1) : end;
  }
}
