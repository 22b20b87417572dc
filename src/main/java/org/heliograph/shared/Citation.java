package org.heliograph.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One spelling for what people write in many: law names with and without 《》 and 中华人民共和国, article
 * numbers in Chinese or Arabic numerals, codes and document numbers with any kind of bracket.
 */
public final class Citation {
  private static final String STATE = "中华人民共和国";
  private static final String DIGITS = "零一二三四五六七八九";
  private static final Pattern ARTICLE =
      Pattern.compile("第?([0-9]{1,4}|[零〇一二两三四五六七八九十百千]{1,9})条(?:之([0-9]{1,2}|[一二三四五六七八九十]{1,3}))?");

  private Citation() {}

  /** The key of an article, for example {@code 民法典#54}; empty when the number cannot be read. */
  public static Optional<String> key(String law, String article) {
    return number(article).map(number -> lawKey(law) + "#" + number);
  }

  /** The law's name without book-title marks, spaces and the name of the state. */
  public static String lawKey(String law) {
    String name = normalise(law).replaceAll("[《》〈〉]", "");
    return name.length() > STATE.length() && name.startsWith(STATE)
        ? name.substring(STATE.length())
        : name;
  }

  /** 54 for 第五十四条, 第54条 and 五十四条; 120-1 for 第一百二十条之一; empty for anything else. */
  public static Optional<String> number(String article) {
    Matcher matcher = ARTICLE.matcher(normalise(article));
    return matcher.matches() ? Optional.of(number(matcher)) : Optional.empty();
  }

  /** Finds articles in running text; read what was found with {@link #number(Matcher)}. */
  public static Matcher articles(String normalised) {
    return ARTICLE.matcher(normalised);
  }

  /** The number that the matcher of {@link #articles} stands at. */
  public static String number(Matcher article) {
    String insertion = article.group(2);
    return value(article.group(1)) + (insertion == null ? "" : "-" + value(insertion));
  }

  /**
   * Codes, document numbers and names as they are compared: half-width, lower case, square
   * brackets, no spaces.
   */
  public static String normalise(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[〔【（(｛{]", "[")
        .replaceAll("[〕】）)｝}]", "]")
        .replaceAll("[\\s\\u3000]+", "");
  }

  private static int value(String numeral) {
    if (numeral.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Integer.parseInt(numeral);
    }
    int sum = 0;
    int digit = 0;
    for (char c : numeral.toCharArray()) {
      switch (c) {
        case '十', '百', '千' -> {
          int unit = c == '十' ? 10 : c == '百' ? 100 : 1000;
          // 十五 says its one only by itself
          sum += (digit == 0 ? 1 : digit) * unit;
          digit = 0;
        }
        case '两' -> digit = 2;
        case '〇' -> digit = 0;
        default -> digit = DIGITS.indexOf(c);
      }
    }
    return sum + digit;
  }
}
