package org.heliograph.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.heliograph.record.Annulment;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.China;
import org.heliograph.shared.WithdrawalKind;
import org.heliograph.workflow.Refusal;
import org.heliograph.workflow.Refusal.Code;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * What the law asks of a penalty that was changed or annulled: it is taken back within three
 * working days, with the reason (行政处罚法 第四十八条 with 第八十五条).
 */
final class PenaltyAnnulment {
  private static final int WORKING_DAYS = 3;

  private PenaltyAnnulment() {}

  /** Why a record cannot have been annulled on that day. */
  static <E extends PublicRecord> Optional<Refusal> refusal(
      RecordType<E> type, E row, LocalDate on, Instant now) {
    return type.isPenalty(row) && !on.isAfter(LocalDate.ofInstant(now, China.ZONE))
        ? Optional.empty()
        : Optional.of(
            Refusal.at(
                Code.INVALID,
                "annulledOn",
                "is the day on which an administrative penalty was annulled, today at the latest"));
  }

  /** Why a record cannot leave in this way: an annulled penalty must not stay readable. */
  static <E extends PublicRecord> Optional<Refusal> refusal(
      RecordType<E> type, E row, @Nullable LocalDate on, WithdrawalKind kind, Instant now) {
    if (on != null) {
      var unfit = refusal(type, row, on, now);
      if (unfit.isPresent()) {
        return unfit;
      }
    }
    return day(type, row, on) == null
            || kind == WithdrawalKind.GONE
            || kind == WithdrawalKind.ERASED
        ? Optional.empty()
        : Optional.of(
            Refusal.at(Code.INVALID, "kind", "an annulled penalty leaves as GONE or ERASED"));
  }

  /** When it was annulled, as is said now or was noted before; null: it was not. */
  static <E extends PublicRecord> @Nullable LocalDate day(
      RecordType<E> type, E row, @Nullable LocalDate on) {
    return on == null ? type.annulledOn(row) : on;
  }

  /** Notes the day, and by when the penalty is withdrawn. */
  static <E extends PublicRecord> Annulment note(
      StatelessSession session,
      RecordType<E> type,
      E row,
      LocalDate on,
      Instant now,
      String actor) {
    var annulment = new Annulment(on, WorkingCalendar.after(session, on, WORKING_DAYS));
    type.annul(row, annulment, now, actor);
    session.update(row);
    return annulment;
  }
}
