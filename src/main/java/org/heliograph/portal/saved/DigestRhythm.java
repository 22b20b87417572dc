package org.heliograph.portal.saved;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.heliograph.shared.China;

/** How often letters are sent, when there is something to tell. */
@Enum
@Description("How often a letter is sent, when there is something to tell.")
public enum DigestRhythm {
  @Description("Each morning.")
  DAILY,
  @Description("Each Monday morning.")
  WEEKLY;

  private static final LocalTime MORNING = LocalTime.of(7, 0);

  /** The next time after this one. */
  Instant after(Instant now) {
    LocalDate tomorrow = now.atZone(China.ZONE).toLocalDate().plusDays(1);
    LocalDate day =
        switch (this) {
          case DAILY -> tomorrow;
          case WEEKLY -> tomorrow.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        };
    return day.atTime(MORNING).atZone(China.ZONE).toInstant();
  }

  Duration until(Instant now) {
    return Duration.between(now, after(now));
  }
}
