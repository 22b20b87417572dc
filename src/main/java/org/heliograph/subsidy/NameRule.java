package org.heliograph.subsidy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person is named in a published list. Masking keeps the surname and hides how long the given
 * name is: 张三 and 张小三 are both 张某某, 欧阳明 is 欧阳某某. A name written with a middle dot (阿依古丽·买买提) keeps
 * the first character of its first part and nothing else (阿某某), because any longer part of it is
 * often a whole given name. Names in Latin letters keep their first letter.
 */
final class NameRule {
  static final String HIDDEN = "不公开";
  private static final String MASK = "某某";
  private static final String DOTS = "·•・‧∙";

  /**
   * Surnames of two characters that are in use; of other names the first character is kept. Those
   * that are as often a surname and a given name's beginning (贺兰, 纳兰, 乐正) are left out: to keep one
   * character is never too much.
   */
  private static final Set<String> COMPOUND_SURNAMES =
      Set.of(
          "欧阳", "上官", "司马", "诸葛", "司徒", "司空", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "长孙", "宇文",
          "轩辕", "端木", "百里", "呼延", "南宫", "西门", "独孤", "申屠", "太史", "公冶", "濮阳", "淳于", "单于", "澹台", "钟离",
          "闻人", "东郭", "南门", "拓跋", "完颜", "赫连", "闾丘", "梁丘", "左丘", "公羊", "谷梁", "仲孙", "万俟", "鲜于", "第五",
          "亓官", "司寇", "漆雕", "巫马", "颛孙", "公西");

  private NameRule() {}

  /** The name as a list under this rule shows it. */
  static String shown(String fullName, PublicityRule rule) {
    return switch (rule) {
      case FULL -> fullName;
      case MASKED -> masked(fullName.strip());
      case HIDDEN -> HIDDEN;
    };
  }

  /**
   * A text in which the whole name, wherever it stands, is replaced by the form that is shown; so
   * that no title or remark says what the list leaves out.
   */
  static @Nullable String redact(@Nullable String text, String fullName, String shownName) {
    String name = fullName.strip();
    return text == null || name.isEmpty() ? text : text.replace(name, shownName);
  }

  private static String masked(String name) {
    if (name.isEmpty()) {
      return HIDDEN;
    }
    boolean dotted = name.chars().anyMatch(c -> DOTS.indexOf(c) >= 0);
    int end = name.offsetByCodePoints(0, 1);
    // two characters are a compound surname only where a given name follows
    if (!dotted && name.length() > 2 && COMPOUND_SURNAMES.contains(name.substring(0, 2))) {
      end = 2;
    }
    return name.substring(0, end) + MASK;
  }
}
