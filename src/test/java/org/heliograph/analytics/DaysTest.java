package org.heliograph.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.heliograph.shared.Problem;
import org.junit.jupiter.api.Test;

class DaysTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-31");

  @Test
  void the_last_thirty_days_that_are_over() {
    assertEquals(
        new Days(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-30")),
        Days.of(null, null, TODAY));
  }

  @Test
  void today_and_impossible_spans_are_refused() {
    assertThrows(Problem.class, () -> Days.of(null, TODAY, TODAY));
    assertThrows(Problem.class, () -> Days.of(TODAY, TODAY.minusDays(2), TODAY));
    assertThrows(Problem.class, () -> Days.of(TODAY.minusYears(9), null, TODAY));
  }
}
