package org.heliograph.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heliograph.shared.RecordKind;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Duration SOON = Duration.ofMillis(7);
  private final Tally tally = new Tally(LocalDate.parse("2026-03-01"));

  private static List<Told.Asked> asked(Tally tally, String words) {
    return tally.untold().stream()
        .filter(each -> each instanceof Told.Asked && each.question().equals(words))
        .map(Told.Asked.class::cast)
        .toList();
  }

  private void ask(int from, int until, String words, boolean nothing) {
    for (int visitor = from; visitor < until; visitor++) {
      tally.asked(visitor + 1, words, nothing, SOON);
    }
  }

  @Test
  void four_visitors_are_never_told_and_nine_always() {
    for (int round = 0; round < 200; round++) {
      var each = new Tally(LocalDate.parse("2026-03-01"));
      for (int visitor = 1; visitor <= 9; visitor++) {
        each.asked(visitor, "低保", false, SOON);
        if (visitor < Count.LEAST) {
          assertEquals(List.of(), each.untold());
        }
      }
      assertEquals(5, asked(each, "低保").getFirst().asked());
    }
  }

  @Test
  void where_the_steps_begin_is_different_each_time() {
    Set<Integer> begins = new HashSet<>();
    for (int round = 0; round < 200; round++) {
      var each = new Tally(LocalDate.parse("2026-03-01"));
      int visitors = 0;
      while (asked(each, "低保").isEmpty()) {
        each.asked(++visitors, "低保", false, SOON);
      }
      begins.add(visitors);
    }
    assertEquals(Set.of(5, 6, 7, 8, 9), begins);
  }

  @Test
  void one_visitor_counts_once_however_often_they_ask() {
    for (int i = 0; i < 1_000; i++) {
      ask(0, 4, "低保", false);
    }
    assertEquals(List.of(), tally.untold());
  }

  @Test
  void one_visitor_who_asks_much_is_no_crowd_either() {
    for (int i = 0; i < 1_000; i++) {
      tally.asked(1, "低保" + i, true, SOON);
    }
    assertEquals(List.of(), tally.untold());
  }

  @Test
  void what_was_told_is_not_told_again() {
    ask(0, 30, "低保", true);
    List<Told> first = tally.untold();
    assertTrue(asked(tally, "低保").getFirst().nothing() >= 25);
    tally.told(first);
    assertEquals(List.of(), tally.untold());
    ask(30, 60, "低保", true);
    int more = asked(tally, "低保").getFirst().asked();
    assertTrue(more == 30 || more == 25 || more == 35, "a whole number of steps: " + more);
  }

  @Test
  void nothing_is_never_more_than_asked() {
    for (int round = 0; round < 100; round++) {
      var each = new Tally(LocalDate.parse("2026-03-01"));
      for (int visitor = 1; visitor <= 23; visitor++) {
        each.asked(visitor, "低保", true, SOON);
        for (Told.Asked told : asked(each, "低保")) {
          assertEquals(told.asked(), told.nothing());
        }
      }
    }
  }

  @Test
  void openings_are_counted_after_each_question_and_in_all() {
    for (int visitor = 1; visitor <= 9; visitor++) {
      tally.opened(visitor, visitor % 2 == 0 ? "低保" : "dibao 申请", RecordKind.DISCLOSURE, 7);
    }
    var all = tally.untold().stream().filter(each -> each.question().equals(Told.ALL)).toList();
    assertEquals(List.of(new Told.Opened(Told.ALL, RecordKind.DISCLOSURE, 7, 5)), all);
  }

  @Test
  void times_of_few_answers_are_not_told() {
    ask(0, 12, "低保", false);
    var few = asked(tally, "低保").getFirst();
    assertEquals(10, few.median());
    assertNull(few.slow());
    ask(12, 40, "低保", false);
    assertEquals(10, asked(tally, "低保").getFirst().slow());
  }

  @Test
  void what_does_not_fit_is_not_counted() {
    var seen = new Seen();
    for (int i = 1; i <= 200; i++) {
      assertTrue(seen.add(1, i * 7_919L));
      assertFalse(seen.add(1, i * 7_919L));
    }
    assertFalse(seen.add(1, 1), "one visitor has had enough");
    assertTrue(seen.add(2, 1), "others have not");
    var full = new Seen();
    long counted = 0;
    for (long i = 1; i <= 900_000; i++) {
      if (full.add(i / 100, i * 0x9E3779B97F4A7C15L)) {
        counted++;
      }
    }
    assertEquals((1 << 20) / 4 * 3, counted);
  }
}
