package org.heliograph.portal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.search.Spelling;
import org.heliograph.shared.Citation;

/**
 * A text that names an article and says nothing else: 民法典 54条, 刑法382, 第五十四条 民法典.
 *
 * @param law as it was typed, without marks; perhaps short for the law's name
 * @param number as {@link Citation#number} gives it
 */
record ArticleName(String law, String number) {
  private static final String NUMBER =
      "第?(?:[0-9]{1,4}|[零〇一二两三四五六七八九十百千]{1,9})条(?:之[0-9一二三四五六七八九十]{1,3})?";

  /** Without 条 only figures are surely a number, and only behind the law. */
  private static final Pattern LAW_FIRST =
      Pattern.compile("(?!第)(\\p{IsHan}{2,40}?)的?(" + NUMBER + "|第?[0-9]{1,4})");

  private static final Pattern NUMBER_FIRST = Pattern.compile("(" + NUMBER + ")(\\p{IsHan}{2,40})");

  static Optional<ArticleName> read(String text) {
    String plain = Spelling.plain(text);
    Matcher behind = LAW_FIRST.matcher(plain);
    if (behind.matches()) {
      return of(behind.group(1), behind.group(2));
    }
    Matcher before = NUMBER_FIRST.matcher(plain);
    return before.matches() ? of(before.group(2), before.group(1)) : Optional.empty();
  }

  private static Optional<ArticleName> of(String law, String number) {
    boolean said = number.contains("条");
    return Citation.number(said ? number : number + "条")
        .map(read -> new ArticleName(Citation.lawKey(law), read));
  }

  /** Whether the law may be meant: 燃气条例 are four characters of 城镇燃气管理条例, in their order. */
  boolean mayMean(String name) {
    int at = 0;
    for (int i = 0; i < name.length() && at < law.length(); i++) {
      if (name.charAt(i) == law.charAt(at)) {
        at++;
      }
    }
    return at == law.length();
  }
}
