package org.heliograph.relevance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreTest {
  private static final Question QUESTION = new Question("q", "低保", Map.of("A", 3, "B", 1));

  @Test
  void the_best_order_scores_one() {
    assertEquals(new Score(1, 1, 1, 1), Score.of(QUESTION, List.of("A", "B", "C")));
  }

  @Test
  void a_better_answer_below_a_worse_one_costs() {
    double expected = (1 + 3 * Math.log(2) / Math.log(3)) / (3 + Math.log(2) / Math.log(3));
    assertEquals(expected, Score.of(QUESTION, List.of("B", "A")).ndcg(), 1e-9);
  }

  @Test
  void nothing_found_scores_nothing() {
    assertEquals(new Score(0, 0, 0, 0), Score.of(QUESTION, List.of()));
  }

  @Test
  void beyond_ten_only_the_deep_recall_counts() {
    var found = new java.util.ArrayList<>(Collections.nCopies(10, "X"));
    found.add("A");
    assertEquals(new Score(0, 0, .5, 0), Score.of(QUESTION, found));
  }

  @Test
  void a_pattern_stands_for_a_page_full_of_records() {
    var many = new Question("q", "财务", Map.of("CWGK-*", 3));
    assertEquals(1, Score.of(many, Collections.nCopies(10, "CWGK-1")).ndcg(), 1e-9);
    assertEquals(.1, Score.of(many, List.of("CWGK-1", "X")).recall10(), 1e-9);
    assertEquals(0, many.gain("GK-1"));
  }

  @Test
  void an_interval_of_equal_values_is_that_value() {
    assertEquals(new Interval(.5, .5), Interval.ofMean(new double[] {.5, .5, .5}));
  }

  @Test
  void an_interval_holds_the_mean_and_is_the_same_every_time() {
    double[] values = {0, 0, 1, 1, .5, .3, .9};
    Interval interval = Interval.ofMean(values);
    assertTrue(interval.low() < .5286 && interval.high() > .5286);
    assertEquals(interval, Interval.ofMean(values));
  }
}
