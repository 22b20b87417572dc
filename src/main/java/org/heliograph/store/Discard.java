package org.heliograph.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.Authority;
import org.heliograph.audit.Event;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.workflow.Transition;
import org.hibernate.StatelessSession;

/** Gives up work that was never public: its content goes, with the files of a first draft. */
final class Discard {
  private Discard() {}

  /** Within one transaction; the trail names it by the code that its editors know. */
  static <E extends PublicRecord> void of(
      StatelessSession session,
      RecordType<E> type,
      E row,
      Authority authority,
      AuditTrail audit,
      Instant now) {
    boolean first = row.revision == 1;
    audit.append(session, Event.of(row, Transition.DISCARD.name(), Map.of()), authority);
    row.discard(now, authority.actor());
    new RevisionRows<>(type).writeErased(session, List.of(row));
    if (first) {
      FileRows.purge(session, type.kind(), row.recordId);
    }
  }
}
