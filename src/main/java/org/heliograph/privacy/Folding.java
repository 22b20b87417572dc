package org.heliograph.privacy;

/**
 * One character for all of its disguises: full-width and other scripts' digits, every kind of dash,
 * dot and space; what is invisible becomes nothing. Circled and raised digits number lists and
 * notes, and would grow together with the number after them: only long rows of them count, as those
 * of Chinese numerals do.
 */
final class Folding {
  static final char NOTHING = '\0';
  private static final char[] TABLE = table();
  private static final String CHINESE =
      "〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺⓪①②③④⑤⑥⑦⑧⑨⓿❶❷❸❹❺❻❼❽❾⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉";
  private static final String CHINESE_VALUES =
      "00012345678912345678910123456789012345678901234567890123456789";

  private Folding() {}

  static char fold(char c) {
    return TABLE[c];
  }

  /**
   * A digit of a plane that takes two units (𝟎); anything else there is kept apart as one mark.
   */
  static char fold(int codePoint) {
    int digit = Character.digit(codePoint, 10);
    if (digit >= 0) {
      return (char) ('0' + digit);
    }
    return Character.getType(codePoint) == Character.FORMAT ? NOTHING : '\uFFFC';
  }

  /**
   * The digit that a Chinese numeral, or a circled or raised digit, writes, or {@link #NOTHING}.
   */
  static char chineseDigit(char c) {
    if (c < '²') {
      return NOTHING;
    }
    int at = CHINESE.indexOf(c);
    return at < 0 ? NOTHING : CHINESE_VALUES.charAt(at);
  }

  private static char[] table() {
    var table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = entry((char) c);
    }
    return table;
  }

  private static char entry(char c) {
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return (char) (c - 0xFEE0);
    }
    if (c < 0x80) {
      return c == '\t' || c == '\n' || c >= ' ' ? c : c == '\r' || c == '\f' ? '\n' : ' ';
    }
    int digit = Character.digit(c, 10);
    if (digit >= 0) {
      return (char) ('0' + digit);
    }
    return switch (c) {
      case '\u2212', '\u2500', '\u2501', '\u2043' -> '-';
      case '\u301C', '\u223C' -> '~';
      case '·', '•', '・', '‧', '∙', '⋅', '･', '●' -> '·';
      case '﹒', '․' -> '.';
      case '﹫' -> '@';
      case '﹕', '︰' -> ':';
      case '〔', '﹝', '［' -> '[';
      case '〕', '﹞', '］' -> ']';
      case '\u034F', '\u115F', '\u1160', '\u17B4', '\u17B5', '\u3164', '\uFFA0' -> NOTHING;
      default -> byType(c);
    };
  }

  private static char byType(char c) {
    if (c >= '\uFE00' && c <= '\uFE0F') {
      return NOTHING;
    }
    return switch (Character.getType(c)) {
      case Character.FORMAT -> NOTHING;
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
      case Character.CONTROL -> ' ';
      case Character.DASH_PUNCTUATION -> '-';
      default -> c;
    };
  }
}
