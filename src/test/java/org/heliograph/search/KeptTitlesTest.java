package org.heliograph.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.heliograph.outbox.OutboxRows.Lag;
import org.heliograph.search.KeptTitles.Asked;
import org.heliograph.search.Suggesting.Answer;
import org.heliograph.shared.RecordKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When an earlier answer is given again, and when it must not be. */
class KeptTitlesTest {
  private static final Duration SETTLING = Duration.ofSeconds(2);
  private static final Asked DIBAO = new Asked("dibao", 8, false);
  private static final Lag LAG = new Lag(Set.of(), 7);
  private static final Lag LATER = new Lag(Set.of(), 8);
  private static final Answer ANSWER =
      new Answer(List.of(new TitleSuggestion("低保公示", RecordKind.DISCLOSURE, 3, true)), 1_000);

  private final AtomicLong nanos = new AtomicLong();
  private final KeptTitles kept = new KeptTitles(SETTLING, nanos::get);

  @BeforeEach
  void an_answer_is_kept_when_the_index_has_settled() {
    kept.find(DIBAO, LAG, 0);
    assertFalse(kept.isSettled(LAG));
    pass(SETTLING.plusMillis(1));
    assertTrue(kept.isSettled(LAG));
    kept.keep(DIBAO, LAG, ANSWER);
    assertEquals(Optional.of(ANSWER), kept.find(DIBAO, LAG, 0));
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void it_answers_the_same_question_alone() {
    for (Asked other :
        List.of(
            new Asked("diba", 8, false),
            new Asked("dibao", 9, false),
            new Asked("dibao", 8, true))) {
      assertEquals(Optional.empty(), kept.find(other, LAG, 0));
    }
  }

  @Test
  void it_is_forgotten_when_a_row_was_followed() {
    assertEquals(Optional.empty(), kept.find(DIBAO, LATER, 0));
  }

  @Test
  void it_is_not_given_while_a_record_is_being_narrowed() {
    assertEquals(Optional.empty(), kept.find(DIBAO, new Lag(Set.of(5L), 7), 0));
  }

  @Test
  void it_ends_with_the_window_of_a_record_in_it() {
    assertEquals(Optional.of(ANSWER), kept.find(DIBAO, LAG, 999));
    assertEquals(Optional.empty(), kept.find(DIBAO, LAG, 1_000));
  }

  @Test
  void it_ends_after_a_while_even_if_nothing_is_heard() {
    pass(Duration.ofMinutes(10));
    assertEquals(Optional.empty(), kept.find(DIBAO, LAG, 0));
  }

  @Test
  void nothing_is_kept_while_a_record_is_being_narrowed() {
    assertFalse(kept.isSettled(new Lag(Set.of(5L), 7)));
  }

  @Test
  void nothing_is_kept_until_the_index_has_settled_again() {
    kept.find(DIBAO, LATER, 0);
    pass(SETTLING);
    assertFalse(kept.isSettled(LATER));
    pass(Duration.ofMillis(1));
    assertTrue(kept.isSettled(LATER));
  }

  @Test
  void who_read_an_older_number_keeps_nothing() {
    kept.find(DIBAO, LATER, 0);
    pass(SETTLING.plusMillis(1));
    assertEquals(Optional.of(ANSWER), kept.find(DIBAO, LAG, 0));
    assertFalse(kept.isSettled(LAG));
  }
}
