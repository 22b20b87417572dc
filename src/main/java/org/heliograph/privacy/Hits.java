package org.heliograph.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** The findings of one text. What the first detector takes is not found again by the others. */
final class Hits {
  private final ScannedText text;
  private final String place;
  private final BitSet taken = new BitSet();
  private final List<Finding> findings = new ArrayList<>();

  Hits(ScannedText text, String place) {
    this.text = text;
    this.place = place;
  }

  boolean isFree(int start, int end) {
    int next = taken.nextSetBit(start);
    return next < 0 || next >= end;
  }

  void add(Category category, Severity severity, int start, int end) {
    add(category, severity, start, end, Label.before(text, start).text());
  }

  void add(Category category, Severity severity, int start, int end, String label) {
    taken.set(start, end);
    String masked = Masking.of(category);
    findings.add(
        new Finding(
            category,
            severity,
            place,
            text.originalStart(start),
            text.originalEnd(end),
            label.isEmpty() ? masked : label + "：" + masked));
  }

  List<Finding> inOrder() {
    findings.sort(Comparator.comparingInt(Finding::start));
    return List.copyOf(findings);
  }
}
