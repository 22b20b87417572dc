package org.heliograph.embedded.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Some three records in a hundred are not public: drafts, other audiences, closed windows. */
enum Exposure {
  PUBLIC,
  DRAFT,
  INTERNAL,
  RESTRICTED,
  CLOSED,
  NOT_YET;

  private static final String CLOSED_SINCE = "2026-06-30T16:00:00Z";
  private static final String OPENS = "2034-12-31T16:00:00Z";

  static Exposure of(Dice dice) {
    int thrown = dice.below(1000);
    return thrown < 10
        ? DRAFT
        : thrown < 16
            ? INTERNAL
            : thrown < 21 ? RESTRICTED : thrown < 26 ? CLOSED : thrown < 30 ? NOT_YET : PUBLIC;
  }

  /** The columns that say so; a draft has no date of publication. */
  Map<String, Object> columns(LocalDate published, Dice dice) {
    Map<String, Object> columns = new LinkedHashMap<>();
    switch (this) {
      case PUBLIC -> {}
      case DRAFT -> columns.put("stage", "DRAFT");
      case INTERNAL, RESTRICTED -> columns.put("audience", name());
      case CLOSED -> columns.put("visibleUntil", CLOSED_SINCE);
      case NOT_YET -> columns.put("visibleFrom", OPENS);
    }
    if (this != DRAFT) {
      // what has expired was published before
      LocalDate day = this == CLOSED ? published.minusYears(1) : published;
      columns.put("publishedAt", WorkDays.instant(day, dice));
    }
    return columns;
  }
}
