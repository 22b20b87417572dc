package org.heliograph.workflow;

import java.util.List;
import org.heliograph.record.PublicRecord;

/** How an attempt at a transition ended. */
public sealed interface Outcome<E extends PublicRecord> {
  /**
   * It was made.
   *
   * @param row the revision as it is now
   * @param repeated whether an earlier attempt with the same key had made it
   */
  record Done<E extends PublicRecord>(E row, boolean repeated) implements Outcome<E> {}

  /** It was not made, for all of these reasons. */
  record Refused<E extends PublicRecord>(List<Refusal> refusals) implements Outcome<E> {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }
}
