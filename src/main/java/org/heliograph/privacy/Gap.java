package org.heliograph.privacy;

/** What separates two runs of digits. */
enum Gap {
  /** Something that no number is split by. */
  NONE,
  SPACE,
  HYPHEN,
  /** A full stop, middle dot, underscore or slash. */
  MARK,
  /** The parenthesis that closes around the digits before: (138)0012. */
  CLOSING,
  /** A line's end or a tab, with spaces around it. */
  BREAK;

  private static final int WIDEST_SPACE = 3;
  private static final int WIDEST_BREAK = 10;

  static Gap between(ScannedText text, int start, int end) {
    if (end - start > WIDEST_BREAK) {
      return NONE;
    }
    Gap gap = SPACE;
    int marks = 0;
    for (int i = start; i < end; i++) {
      switch (text.at(i)) {
        case ' ' -> {}
        case '\n', '\t' -> gap = BREAK;
        case '-' -> {
          gap = HYPHEN;
          marks++;
        }
        case ')' -> {
          gap = CLOSING;
          marks++;
        }
        case '.', '·', '_', '/' -> {
          gap = MARK;
          marks++;
        }
        default -> {
          return NONE;
        }
      }
    }
    if (marks > 1 || marks == 1 && gap == BREAK) {
      return NONE;
    }
    return gap == BREAK || end - start <= WIDEST_SPACE ? gap : NONE;
  }

  /** Whether the digits on both sides may be those of one number. */
  boolean joins() {
    return this != NONE;
  }
}
