package org.heliograph.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.Authority;
import org.heliograph.record.Attachment;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.Stage;
import org.heliograph.workflow.Step;
import org.hibernate.StatelessSession;

/** Takes one file back from every revision that has it. */
final class FileWithdrawal {
  private FileWithdrawal() {}

  /**
   * Within one transaction. The reason of an erasure stands on the trail alone.
   *
   * @return false when the revision has no such file that stands
   */
  static <E extends PublicRecord> boolean of(
      StatelessSession session,
      RecordType<E> type,
      E row,
      Step.WithdrawAttachment<E> step,
      Authority authority,
      AuditTrail audit,
      Instant now) {
    boolean known =
        row.attachments().stream()
            .filter(each -> step.file().equals(each.file()))
            .map(Attachment::withdrawal)
            .anyMatch(before -> before == null || step.erase() && !before.erased());
    if (!known) {
      return false;
    }
    var others = new SqlText().add("t.record_id = ").bind(row.recordId);
    others.add(" and t.id <> ").bind(row.id);
    others.add(" and (t.slot = 'PUBLIC' or t.slot = 'WORK' or t.slot = 'PAST')");
    var rows = new ArrayList<>(RecordStore.select(session, type, others, " for update"));
    // what was public once stays as it was, unless it has to go for good
    rows.removeIf(each ->
        !FileRows.ids(List.of(each)).contains(step.file())
            || !step.erase() && each.stage.slot() == Stage.Slot.PAST);
    rows.add(row);
    String reason = String.valueOf(authority.reason());
    for (E each : rows) {
      each.changeAttachment(
          step.file(),
          file -> step.erase() ? file.erased(now) : file.withdrawn(now, reason),
          now,
          authority.actor());
    }
    session.updateMultiple(rows);
    FileRows.withdraw(session, step.file(), step.erase());
    if (step.erase()) {
      Erasure.begin(session, row, audit, authority, now);
    }
    return true;
  }
}
