package org.heliograph.privacy;

import java.util.Comparator;
import java.util.List;

/**
 * The one masked form of each category, the same for every value and in every view. It keeps no
 * digit at all: were one view to keep the first six and another the last four, the two could be
 * joined, and the birth date between them is soon guessed. Masking what is masked changes nothing.
 * Names have their own one form in the programme's publicity rule.
 */
public final class Masking {

  private Masking() {}

  /** What stands in the place of any value of the category. */
  public static String of(Category category) {
    return "【" + category.label() + "已隐去】";
  }

  /** The text with each finding replaced by its masked form; findings of another text are a bug. */
  public static String mask(String text, List<Finding> findings) {
    var masked = new StringBuilder(text.length());
    int done = 0;
    for (Finding finding : inOrder(findings)) {
      if (finding.end() > text.length()) {
        throw new IllegalArgumentException("the findings are those of another text");
      }
      if (finding.end() <= done) {
        continue;
      }
      if (finding.start() > done) {
        masked.append(text, done, finding.start());
      }
      masked.append(of(finding.category()));
      done = finding.end();
    }
    return masked.append(text, done, text.length()).toString();
  }

  private static List<Finding> inOrder(List<Finding> findings) {
    return findings.stream().sorted(Comparator.comparingInt(Finding::start)).toList();
  }
}
