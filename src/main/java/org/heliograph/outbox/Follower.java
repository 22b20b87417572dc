package org.heliograph.outbox;

import java.util.Collection;
import java.util.Map;
import org.heliograph.shared.RecordKind;

/** Makes something outside the database agree with what records are now. */
public interface Follower {
  /**
   * What the relay asks for.
   *
   * @param searchable whether searches must see the result before this returns
   * @param sweep whether tombstones are to be deleted rather than written
   */
  record Order(RecordKind kind, Collection<Long> recordIds, boolean searchable, boolean sweep) {}

  /**
   * Re-reads the records and writes what they are now; doing it twice, late or out of order does no
   * harm.
   *
   * @return the records that could not be written, each with the reason
   * @throws NotNow when nothing at all can be written at the moment
   */
  Map<Long, String> follow(Order order);

  /** The other side cannot be reached: everything waits, nothing counts as failed. */
  final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotNow(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
