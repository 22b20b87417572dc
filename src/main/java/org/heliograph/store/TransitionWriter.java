package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.heliograph.audit.AuditTrail;
import org.heliograph.outbox.Outbox;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.RecordRef;
import org.heliograph.shared.Stage;
import org.heliograph.visibility.VisibilityPolicy;
import org.heliograph.workflow.Attempt;
import org.heliograph.workflow.Change;
import org.heliograph.workflow.Outcome;
import org.heliograph.workflow.Refusal;
import org.heliograph.workflow.Refusal.Code;
import org.heliograph.workflow.Rules;
import org.heliograph.workflow.Step;
import org.heliograph.workflow.Transition;
import org.heliograph.workflow.Version;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Makes transitions: looks under a lock, asks the rules, and then writes the revision, its audit
 * entry, its outbox row and the attempt's key in one transaction, or nothing at all.
 */
@ApplicationScoped
public class TransitionWriter {
  private final Database database;
  private final AuditTrail audit;
  private final Outbox outbox;
  private final Clock clock;

  public TransitionWriter(Database database, AuditTrail audit, Outbox outbox, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Writes the first draft of a new record. */
  public <E extends PublicRecord> Outcome<E> draft(RecordType<E> type, E content, Attempt attempt) {
    return once(
        type,
        attempt,
        session -> {
          Optional<Refusal> refusal = refusal(session, type, content, attempt);
          return refusal.isPresent()
              ? refused(refusal.get())
              : applied(session, type, attempt).draft(content);
        });
  }

  /** Takes a step from the revision that the reference names. */
  public <E extends PublicRecord> Outcome<E> take(
      RecordType<E> type, RecordRef ref, Step<E> step, Attempt attempt) {
    return once(
        type,
        attempt,
        session -> {
          List<E> current = lock(session, type, ref.recordId());
          E published = at(Stage.Slot.PUBLIC, current);
          E work = at(Stage.Slot.WORK, current);
          E row = speaking(ref, published, work);
          if (row == null
              || VisibilityPolicy.of(type.kind(), attempt.viewer()).fields(row).isEmpty()) {
            return refused(
                Refusal.at(Code.NOT_FOUND, "id", "there is no such record for you: check the id"));
          }
          if (!Version.of(row).equals(attempt.seen())
              && Rules.roleFor(step.transition(), row.organisation, attempt.viewer()).isPresent()) {
            return refused(stale(session, row, attempt));
          }
          var others =
              Stream.of(published, work).filter(each -> each != null && each != row).toList();
          var refusal =
              Rules.refusal(step.transition(), row, others, attempt.viewer(), attempt.reason());
          return refusal.isPresent()
              ? refused(refusal.get())
              : applied(session, type, attempt).step(step, row, published);
        });
  }

  /** Forgets keys of attempts that are so old that nobody repeats them. */
  public int forgetKeys(Duration age) {
    return database.write(session -> IdempotencyKeys.forget(session, clock.instant().minus(age)));
  }

  private <E extends PublicRecord> Applied<E> applied(
      StatelessSession session, RecordType<E> type, Attempt attempt) {
    return new Applied<>(
        session, type, audit, outbox, attempt, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private interface Work<E extends PublicRecord> {
    Outcome<E> in(StatelessSession session);
  }

  /**
   * Runs the work unless it was done before under the attempt's key. Two attempts at once that meet
   * at a unique index are put in order: the loser looks again.
   */
  private <E extends PublicRecord> Outcome<E> once(
      RecordType<E> type, Attempt attempt, Work<E> work) {
    try {
      return database.write(session -> keyed(session, type, attempt, work));
    } catch (RuntimeException e) {
      if (!collided(e)) {
        throw e;
      }
      return database.write(session -> keyed(session, type, attempt, work));
    }
  }

  private <E extends PublicRecord> Outcome<E> keyed(
      StatelessSession session, RecordType<E> type, Attempt attempt, Work<E> work) {
    String key = attempt.key();
    String actor = attempt.viewer().subject();
    if (key == null) {
      return work.in(session);
    }
    IdempotencyKeys.take(session, actor, key);
    var kept = IdempotencyKeys.find(session, actor, key);
    if (kept.isPresent()) {
      return repeated(session, type, attempt, kept.get());
    }
    Outcome<E> outcome = work.in(session);
    if (outcome instanceof Outcome.Done<E> done) {
      IdempotencyKeys.keep(session, actor, key, attempt.digest(), done.row(), clock.instant());
    }
    return outcome;
  }

  private static <E extends PublicRecord> Outcome<E> repeated(
      StatelessSession session, RecordType<E> type, Attempt attempt, IdempotencyKeys.Kept kept) {
    if (kept.kind() != type.kind() || !kept.request().equals(attempt.digest())) {
      return refused(
          Refusal.at(
              Code.KEY_REUSED, "key", "was used for another change: take a new key for each one"));
    }
    var where = new SqlText().add("t.record_id = ").bind(kept.recordId());
    where.add(" and t.revision = ").bind(kept.revision());
    return new Outcome.Done<>(RecordStore.select(session, type, where, "").getFirst(), true);
  }

  private static boolean collided(@Nullable Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConstraintViolationException violated
          && "23505".equals(violated.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static <E extends PublicRecord> Optional<Refusal> refusal(
      StatelessSession session, RecordType<E> type, E content, Attempt attempt) {
    if (Rules.roleFor(Transition.DRAFT, content.organisation, attempt.viewer()).isEmpty()) {
      return Optional.of(
          Refusal.at(
              Code.FORBIDDEN,
              "input.organisation",
              "you draft for your own organisation alone, as its editor"));
    }
    var taken = new SqlText().add("t.code = ").bind(content.code);
    taken.add(" and t.organisation = ").bind(content.organisation);
    return RecordStore.select(session, type, taken, " limit 1").isEmpty()
        ? Optional.empty()
        : Optional.of(
            Refusal.at(
                Code.CODE_TAKEN,
                "input.code",
                "your organisation has a record with this code: correct that one, or choose another code"));
  }

  private Refusal stale(StatelessSession session, PublicRecord row, Attempt attempt) {
    Version seen = attempt.seen();
    var changes =
        audit.of(session, row.kind(), row.recordId).stream()
            .map(step ->
                new Change(
                    step.transition(),
                    new Version(step.revision(), step.edition()),
                    step.at(),
                    step.fields()))
            .filter(change -> seen == null || change.version().compareTo(seen) > 0)
            .toList();
    return new Refusal(
        Code.STALE,
        "version",
        "the record is now at version %s: look at what changed, and repeat with that version"
            .formatted(Version.of(row).text()),
        changes);
  }

  /** The revision that a reference names among the current ones. */
  private static <E extends PublicRecord> @Nullable E speaking(
      RecordRef ref, @Nullable E published, @Nullable E work) {
    if (ref.revision() != 0) {
      return work != null && work.revision == ref.revision() ? work : null;
    }
    return published != null || work == null || work.revision > 1 ? published : work;
  }

  /**
   * Locks the current revisions, so that transitions of one record happen one after the other. In
   * one statement: a revision that goes public while this waits for it is found all the same.
   */
  static <E extends PublicRecord> List<E> lock(
      StatelessSession session, RecordType<E> type, long recordId) {
    return RecordStore.select(
        session, type, IndexSource.current(List.of(recordId)), " order by t.id for update");
  }

  static <E extends PublicRecord> @Nullable E at(Stage.Slot slot, List<E> current) {
    return current.stream().filter(row -> row.stage.slot() == slot).findFirst().orElse(null);
  }

  private static <E extends PublicRecord> Outcome<E> refused(Refusal refusal) {
    return new Outcome.Refused<>(List.of(refusal));
  }
}
