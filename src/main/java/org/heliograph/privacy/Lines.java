package org.heliograph.privacy;

import java.util.ArrayList;
import java.util.List;

/** Places findings in the lines of their text. */
final class Lines {
  private Lines() {}

  /** The findings, which are in order, with their lines in their places. */
  static List<Finding> number(List<Finding> findings, String text, int firstLine) {
    var numbered = new ArrayList<Finding>(findings.size());
    int line = firstLine;
    int lineStart = 0;
    for (Finding finding : findings) {
      for (int end = text.indexOf('\n', lineStart);
          end >= 0 && end < finding.start();
          end = text.indexOf('\n', lineStart)) {
        line++;
        lineStart = end + 1;
      }
      String place = finding.place().isEmpty() ? "" : finding.place() + ", ";
      numbered.add(finding.at(place + "line " + line, lineStart));
    }
    return numbered;
  }
}
