package org.heliograph.search;

import com.hankcs.hanlp.HanLP;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One form for what is written in several: traditional characters as simplified ones, numerals of
 * articles and years as Arabic ones. The index applies it as a character filter, to texts and
 * questions alike, so that passages are marked in the form in which they were written.
 */
final class OneForm {
  private static final char FIRST_HAN = 0x3400;
  private static final char LAST_HAN = 0x9FFF;
  private static final int FIRST_YEAR = 1949;
  private static final int LAST_YEAR = 2060;

  /** The longest law there is, the civil code, has 1260 articles. */
  private static final int ARTICLES = 1300;

  private static final String DIGITS = "零一二三四五六七八九";
  private static final String NUMERAL = "[零〇一二三四五六七八九十百千]";

  /** 54 has two figures and 五十四 has three: the cluster marks as many characters as were asked. */
  private static final Pattern PART =
      Pattern.compile("(?<=" + NUMERAL + ")</em>(" + NUMERAL + "+)(?=[条條])");

  private static final char[] SIMPLIFIED = table();

  private OneForm() {}

  private static char[] table() {
    var table = new char[LAST_HAN - FIRST_HAN + 1];
    for (char c = FIRST_HAN; c <= LAST_HAN; c++) {
      String one = String.valueOf(c);
      String simple = HanLP.convertToSimplifiedChinese(one);
      // what has become two units in a supplementary plane nobody types, and it would move offsets
      table[c - FIRST_HAN] = simple.length() == 1 ? simple.charAt(0) : c;
    }
    return table;
  }

  /** Character by character: as long as before. */
  static String simplified(String text) {
    char[] all = text.toCharArray();
    for (int i = 0; i < all.length; i++) {
      if (all[i] >= FIRST_HAN && all[i] <= LAST_HAN) {
        all[i] = SIMPLIFIED[all[i] - FIRST_HAN];
      }
    }
    return new String(all);
  }

  /** A passage in which numerals of articles are marked whole or not at all. */
  static String wholeNumerals(String passage) {
    return PART.matcher(passage).replaceAll("$1</em>");
  }

  /** Rules of a {@code mapping} character filter; the longest match counts. */
  static List<String> rules() {
    var rules = new LinkedHashMap<String, String>();
    for (char c = FIRST_HAN; c <= LAST_HAN; c++) {
      char simple = SIMPLIFIED[c - FIRST_HAN];
      if (simple != c) {
        rules.put(String.valueOf(c), String.valueOf(simple));
      }
    }
    for (int article = 1; article <= ARTICLES; article++) {
      articles(rules, article);
    }
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      String digits = digits(year);
      rules.put(digits, Integer.toString(year));
      rules.put(digits.replace('零', '〇'), Integer.toString(year));
      rules.put(digits.replace('零', '○'), Integer.toString(year));
    }
    return rules.entrySet().stream().map(rule -> rule.getKey() + " => " + rule.getValue()).toList();
  }

  /** Only where it surely is a number: 一 in 一个 or 统一 stays what it is. */
  private static void articles(Map<String, String> rules, int article) {
    String numeral = numeral(article);
    for (String unit : List.of("条", "條")) {
      String plain = "第" + article + "条";
      rules.put("第" + numeral + unit, plain);
      if (numeral.contains("零")) {
        rules.put("第" + numeral.replace('零', '〇') + unit, plain);
      }
    }
  }

  private static String digits(int year) {
    var digits = new StringBuilder();
    for (char digit : Integer.toString(year).toCharArray()) {
      digits.append(DIGITS.charAt(digit - '0'));
    }
    return digits.toString();
  }

  /** 一千二百六十, 一百零五, 十五. */
  static String numeral(int number) {
    var numeral = new StringBuilder();
    boolean gap = false;
    int rest = number;
    for (int unit = 1000; unit >= 1; unit /= 10) {
      int digit = rest / unit;
      rest %= unit;
      if (digit == 0) {
        gap = !numeral.isEmpty();
        continue;
      }
      if (gap) {
        numeral.append('零');
        gap = false;
      }
      // 十五 says its one only by itself: 一百一十五
      if (digit > 1 || unit != 10 || !numeral.isEmpty()) {
        numeral.append(DIGITS.charAt(digit));
      }
      numeral.append(
          switch (unit) {
            case 1000 -> "千";
            case 100 -> "百";
            case 10 -> "十";
            default -> "";
          });
    }
    return numeral.toString();
  }
}
