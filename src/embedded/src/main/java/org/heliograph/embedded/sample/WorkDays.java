package org.heliograph.embedded.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The days on which offices sign and publish: the calendar where it is known, else weekdays. */
final class WorkDays {
  /** The county's last day: later than this nothing has happened yet. */
  static final LocalDate LAST = LocalDate.of(2026, 11, 20);

  private static final LocalDate FIRST = LocalDate.of(2023, 1, 3);
  private final List<LocalDate> days = new ArrayList<>();
  private final Map<LocalDate, Integer> positions = new HashMap<>();

  WorkDays(SmallSample small) {
    Map<LocalDate, Boolean> calendar = new HashMap<>();
    for (String line : small.lines("working-days")) {
      calendar.put(
          LocalDate.parse(SmallSample.field(line, "date")), line.contains("\"working\": true"));
    }
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      if (calendar.getOrDefault(day, day.getDayOfWeek().getValue() <= 5)) {
        positions.put(day, days.size());
        days.add(day);
      }
    }
  }

  LocalDate any(Dice dice) {
    return dice.pick(days);
  }

  /** The first working day on or after this one; the last known one when it lies beyond. */
  LocalDate from(LocalDate day) {
    for (LocalDate d = day; !d.isAfter(LAST); d = d.plusDays(1)) {
      if (positions.containsKey(d)) {
        return d;
      }
    }
    return days.get(days.size() - 1);
  }

  /** Some working days later, at most the last one. */
  LocalDate after(LocalDate day, int workingDays) {
    int position = positions.getOrDefault(from(day), 0) + workingDays;
    return days.get(Math.min(position, days.size() - 1));
  }

  /** The instant at which something was published that day. */
  static String instant(LocalDate day, Dice dice) {
    return day + "T0" + dice.between(1, 8) + ":" + dice.between(10, 59) + ":00Z";
  }
}
