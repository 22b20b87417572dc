package org.heliograph.store;

import java.time.LocalDate;
import org.hibernate.StatelessSession;

/** Counts working days by the calendar that administrators bring. */
final class WorkingCalendar {
  private WorkingCalendar() {}

  /** The last of so many working days after a day, which itself is not counted. */
  static LocalDate after(StatelessSession session, LocalDate day, int days) {
    var sql = new SqlText().add("select working_days_after(").bind(day).add(", ").bind(days);
    return Queries.list(session, sql.add(")"), row -> row.getObject(1, LocalDate.class)).getFirst();
  }
}
