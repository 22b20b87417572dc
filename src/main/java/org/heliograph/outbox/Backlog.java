package org.heliograph.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.SessionFactory;

/** How far the index is behind. */
@ApplicationScoped
public class Backlog {
  private final SessionFactory sessions;

  public Backlog(SessionFactory sessions) {
    this.sessions = sessions;
  }

  /**
   * What the index still has to follow now.
   *
   * @param records how many times a record is named in rows that are due and not parked
   */
  public record Due(long rows, long records) {}

  public Due due() {
    try (var session = sessions.openStatelessSession()) {
      Object[] row =
          session
              .createNativeQuery(
                  "select count(*), coalesce(sum(cardinality(record_ids)), 0) from outbox"
                      + " where not parked and due_at <= now()",
                  Object[].class)
              .getSingleResult();
      return new Due(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }
  }
}
