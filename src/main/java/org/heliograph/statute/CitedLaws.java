package org.heliograph.statute;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.shared.Citation;

/** The laws whose articles a text cites by number: 依照刑法第二百六十四条 cites 刑法. */
final class CitedLaws {
  private static final Pattern CITATION =
      Pattern.compile(
          "(?:《([^《》]{2,60})》|(\\p{IsHan}{1,30}))第(?:[0-9]{1,4}|[零〇一二两三四五六七八九十百千]{1,9})条");

  /**
   * What stands before a name that has no title marks. Cutting here gives cleaner counts than
   * looking for known names, by which 应当认定为民法典 would be lost and 水法 found in 排水法.
   */
  private static final Pattern BEFORE =
      Pattern.compile(
          "依照|依据|根据|按照|遵照|参照|比照|适用|违反|符合|构成|属于|以及|或者|具有|规定的|认定为|实施|修[正改][前后]"
              + "|[和与及或对以的在因有除由经按犯]");

  private static final Pattern NAME = Pattern.compile(".*(?:法|法典|条例|规定|办法|规则|解释|细则)");
  private static final Pattern ITSELF = Pattern.compile("^(?:本|该|上述|前述|同).*");

  private CitedLaws() {}

  /**
   * @param own the key of the law that the text is part of: citing oneself says nothing
   */
  static Set<String> in(String text, String own) {
    var laws = new LinkedHashSet<String>();
    Matcher citation = CITATION.matcher(Citation.normalise(text));
    while (citation.find()) {
      String marked = citation.group(1);
      String name = Citation.lawKey(marked != null ? marked : last(citation.group(2)));
      boolean law = NAME.matcher(name).matches() && !ITSELF.matcher(name).matches();
      if (law && name.length() > 1 && !name.equals(own)) {
        laws.add(name);
      }
    }
    return laws;
  }

  private static String last(String words) {
    Matcher before = BEFORE.matcher(words);
    int end = 0;
    while (before.find()) {
      end = before.end();
    }
    return words.substring(end);
  }
}
