package org.heliograph.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import org.heliograph.shared.RecordKind;
import org.hibernate.StatelessSession;

/** Notes, inside a change's transaction, which records the index has to follow. */
@ApplicationScoped
public class Outbox {
  /** The channel on which every pod hears, at commit, that there is work. */
  public static final String CHANNEL = "heliograph_outbox";

  /** Fired inside the transaction; observe it after success to start at once. */
  public record Written() {}

  private final Event<Written> written;

  public Outbox(Event<Written> written) {
    this.written = written;
  }

  /**
   * @param narrowing whether somebody may see less than before: searches leave these records out
   *     until the index has followed
   */
  public void add(
      StatelessSession session, RecordKind kind, Collection<Long> recordIds, boolean narrowing) {
    insert(session, kind, recordIds, narrowing, null);
    session
        .createNativeQuery("select cast(pg_notify('" + CHANNEL + "', '') as text)", String.class)
        .getSingleResult();
    written.fire(new Written());
  }

  /** Has the index look again at the edge of a publication window. */
  public void addAt(
      StatelessSession session, RecordKind kind, Collection<Long> recordIds, Instant due) {
    insert(session, kind, recordIds, false, due);
  }

  private static void insert(
      StatelessSession session,
      RecordKind kind,
      Collection<Long> recordIds,
      boolean narrowing,
      @org.jspecify.annotations.Nullable Instant due) {
    if (recordIds.isEmpty()) {
      return;
    }
    session
        .createNativeMutationQuery(
            "insert into outbox(kind, record_ids, narrowing, due_at)"
                + " values (:kind, :ids, :narrowing, coalesce(:due, now()))")
        .setParameter("kind", kind.name())
        .setParameter("ids", recordIds.toArray(Long[]::new))
        .setParameter("narrowing", narrowing)
        .setParameter("due", due, Instant.class)
        .executeUpdate();
  }
}
