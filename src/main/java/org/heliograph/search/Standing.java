package org.heliograph.search;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.shared.RecordKind;

/**
 * How well known the names of a kind are, from the number of public rows that cite them.
 *
 * @param field the field in which a row of the kind has its name
 * @param grades names by grade: each grade is cited twice as often as the one before, so that one
 *     citation more does not move what a reader is paging through
 */
record Standing(RecordKind kind, String field, TreeMap<Integer, TreeSet<String>> grades) {

  static Standing of(RecordKind kind, String field, Map<String, Long> cited) {
    var grades = new TreeMap<Integer, TreeSet<String>>();
    cited.forEach(
        (name, times) -> grades.computeIfAbsent(grade(times), g -> new TreeSet<>()).add(name));
    return new Standing(kind, field, grades);
  }

  private static int grade(long times) {
    return (int) Math.round(Math.log1p(times) / Math.log(2));
  }

  int highest() {
    return grades.lastKey();
  }
}
