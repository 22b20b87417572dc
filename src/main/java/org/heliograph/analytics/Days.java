package org.heliograph.analytics;

import java.time.Clock;
import java.time.LocalDate;
import org.heliograph.export.Parameters;
import org.heliograph.shared.China;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Whole days that are over, in Chinese time: whoever could watch today's numbers grow could tell
 * when somebody asks.
 */
record Days(LocalDate from, LocalDate until) {
  private static final int USUAL = 30;
  private static final int MOST = 800;

  /** Those that the parameters {@code from} and {@code until} of a file name. */
  static Days asked(Parameters parameters, Clock clock) {
    LocalDate from = parameters.one("from", LocalDate.class);
    LocalDate until = parameters.one("until", LocalDate.class);
    parameters.refuseUnknown();
    return of(from, until, clock);
  }

  static Days of(@Nullable LocalDate from, @Nullable LocalDate until, Clock clock) {
    return of(from, until, LocalDate.ofInstant(clock.instant(), China.ZONE));
  }

  /** Absent ends are the last thirty days. */
  static Days of(@Nullable LocalDate from, @Nullable LocalDate until, LocalDate today) {
    LocalDate last = until == null ? today.minusDays(1) : until;
    LocalDate first = from == null ? last.minusDays(USUAL - 1) : from;
    if (!last.isBefore(today)) {
      throw Problem.badInput("until", "must be a day that is over: yesterday is the latest");
    }
    if (first.isAfter(last)) {
      throw Problem.badInput("from", "must not be after until");
    }
    if (first.isBefore(last.minusDays(MOST))) {
      throw Problem.badInput("from", "is more than " + MOST + " days before until");
    }
    return new Days(first, last);
  }
}
