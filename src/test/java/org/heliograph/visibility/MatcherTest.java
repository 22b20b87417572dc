package org.heliograph.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.VisibilityCorpus.Expectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle itself, held against what was written by hand. */
class MatcherTest {
  static List<Expectation> expectations() {
    return VisibilityCorpus.expectations();
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void admits_what_the_corpus_says(Expectation expected) {
    Visibility visibility = VisibilityPolicy.of(RecordKind.POWER_ITEM, expected.who());
    assertEquals(
        new TreeSet<>(expected.rows()),
        VisibilityCorpus.admitted(
            visibility.rows(expected.fieldClass()), VisibilityCorpus.rows("M")),
        expected.viewer() + " " + expected.fieldClass());
  }

  @Test
  void empty_parts_mean_what_they_say() {
    var row = VisibilityCorpus.rows("M").getFirst().facts();
    assertEquals(true, Matcher.admits(new Condition.All(List.of()), row));
    assertEquals(false, Matcher.admits(new Condition.Any(List.of()), row));
  }
}
