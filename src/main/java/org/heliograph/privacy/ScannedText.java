package org.heliograph.privacy;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A text without its disguises, the offsets of the original, and its runs of digits. Numbers are
 * looked for among the runs: each may be the beginning of one, and at most eighteen follow it, so
 * that the work grows with the length of the text alone.
 */
final class ScannedText {
  /** A row of Chinese numerals is a number in words only when it is as long as a mobile's. */
  private static final int SHORTEST_IN_WORDS = 11;

  private static final int FEWEST_IN_WORDS = 3;
  private static final int LONGEST_ENTITY = 9;
  private static final Pattern ENTITY = Pattern.compile("&#(?:[0-9]{1,6}|[xX][0-9a-fA-F]{1,5});");
  private static final int MOBILE = 11;
  private static final int IDENTITY_NUMBER = 18;

  /** With fewer digits a row of such letters is a word or a code. */
  private static final int FEWEST_DIGITS = 6;

  private final String original;
  private final char[] chars;
  private final int[] origins;
  private final int length;
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int runs;

  ScannedText(String original) {
    this.original = original;
    chars = new char[original.length()];
    origins = new int[original.length()];
    length = fold();
    readWords();
    readLetters();
    findRuns();
  }

  private int fold() {
    int to = 0;
    for (int from = 0; from < original.length(); from++) {
      char c = original.charAt(from);
      int origin = from;
      char folded;
      if (Character.isHighSurrogate(c)
          && from + 1 < original.length()
          && Character.isLowSurrogate(original.charAt(from + 1))) {
        folded = Folding.fold(Character.toCodePoint(c, original.charAt(++from)));
      } else {
        int end = c == '&' ? entityEnd(from) : 0;
        folded = Folding.fold(end == 0 ? c : entity(from, end));
        from = Math.max(from, end);
      }
      if (folded != Folding.NOTHING) {
        chars[to] = folded;
        origins[to++] = origin;
      }
    }
    return to;
  }

  /** Where a character that is written by its number, as HTML does, ends; 0: none begins there. */
  private int entityEnd(int from) {
    if (from + 1 >= original.length() || original.charAt(from + 1) != '#') {
      return 0;
    }
    int end = original.indexOf(';', from);
    boolean fits = end > from + 2 && end - from <= LONGEST_ENTITY;
    return fits && ENTITY.matcher(original).region(from, end + 1).matches() ? end : 0;
  }

  private char entity(int from, int end) {
    String digits = original.substring(from + 2, end);
    boolean hex = digits.charAt(0) == 'x' || digits.charAt(0) == 'X';
    int value = Integer.parseInt(hex ? digits.substring(1) : digits, hex ? 16 : 10);
    return value > Character.MAX_VALUE ? '\uFFFC' : (char) value;
  }

  /** 138OO138OOO is a number as well: letters that look like digits, within a number's length. */
  private void readLetters() {
    for (int start = 0; start < length; start++) {
      if (!looksLikeDigit(chars[start]) || start > 0 && isWord(chars[start - 1])) {
        continue;
      }
      int end = start;
      int digits = 0;
      while (end < length && looksLikeDigit(chars[end])) {
        digits += isDigit(chars[end++]) ? 1 : 0;
      }
      boolean apart = end == length || !isWord(chars[end]);
      if (apart && digits < end - start && isNumberLong(end - start) && digits >= FEWEST_DIGITS) {
        for (int i = start; i < end; i++) {
          chars[i] = chars[i] == 'O' || chars[i] == 'o' ? '0' : isDigit(chars[i]) ? chars[i] : '1';
        }
      }
      start = end;
    }
  }

  private static boolean isNumberLong(int size) {
    return size == MOBILE || size == IDENTITY_NUMBER;
  }

  private static boolean looksLikeDigit(char c) {
    return isDigit(c) || c == 'O' || c == 'o' || c == 'l' || c == 'I';
  }

  private static boolean isWord(char c) {
    return isDigit(c) || isLetter(c);
  }

  /** 一三八零零一三八零零零 is a number as well. */
  private void readWords() {
    int start = 0;
    while (start < length) {
      if (Folding.chineseDigit(chars[start]) == Folding.NOTHING) {
        start++;
        continue;
      }
      int end = start;
      int digits = 0;
      int words = 0;
      for (; end < length; end++) {
        boolean word = Folding.chineseDigit(chars[end]) != Folding.NOTHING;
        if (word || isDigit(chars[end])) {
          digits++;
          words += word ? 1 : 0;
        } else if (!(chars[end] == ' ' || chars[end] == '-') || !endsInDigit(end - 1)) {
          break;
        }
      }
      if (digits >= SHORTEST_IN_WORDS && words >= FEWEST_IN_WORDS) {
        for (int i = start; i < end; i++) {
          char digit = Folding.chineseDigit(chars[i]);
          chars[i] = digit == Folding.NOTHING ? chars[i] : digit;
        }
      }
      start = end;
    }
  }

  private boolean endsInDigit(int at) {
    return isDigit(chars[at]) || Folding.chineseDigit(chars[at]) != Folding.NOTHING;
  }

  private void findRuns() {
    for (int i = 0; i < length; i++) {
      if (!isDigit(chars[i])) {
        continue;
      }
      if (runs == starts.length) {
        starts = Arrays.copyOf(starts, runs * 2);
        ends = Arrays.copyOf(ends, runs * 2);
      }
      starts[runs] = i;
      while (i < length && isDigit(chars[i])) {
        i++;
      }
      ends[runs++] = i;
    }
  }

  int length() {
    return length;
  }

  /** The character at an offset, or a line's end outside of the text. */
  char at(int i) {
    return i < 0 || i >= length ? '\n' : chars[i];
  }

  String part(int start, int end) {
    return new String(chars, start, end - start);
  }

  int runs() {
    return runs;
  }

  int start(int run) {
    return starts[run];
  }

  int end(int run) {
    return ends[run];
  }

  int size(int run) {
    return ends[run] - starts[run];
  }

  /** What stands between a run and the next one. */
  Gap gapAfter(int run) {
    return run + 1 >= runs ? Gap.NONE : Gap.between(this, ends[run], starts[run + 1]);
  }

  /**
   * The digits of some runs, one after the other. Copied by hand: of a string that a StringBuilder
   * had made here, the second compiler of JDK 25.0.3 made a substring that was null.
   */
  String digits(int first, int last) {
    int total = 0;
    for (int run = first; run <= last; run++) {
      total += size(run);
    }
    char[] digits = new char[total];
    int at = 0;
    for (int run = first; run <= last; run++) {
      System.arraycopy(chars, starts[run], digits, at, size(run));
      at += size(run);
    }
    return new String(digits);
  }

  int originalStart(int start) {
    return origins[start];
  }

  int originalEnd(int end) {
    int last = origins[end - 1];
    int entity = original.charAt(last) == '&' ? entityEnd(last) : 0;
    if (entity > 0) {
      return entity + 1;
    }
    return last + Character.charCount(original.codePointAt(last));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
