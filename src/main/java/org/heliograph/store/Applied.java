package org.heliograph.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.Authority;
import org.heliograph.audit.Event;
import org.heliograph.outbox.Outbox;
import org.heliograph.record.PrivacyDecision;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.WithdrawalKind;
import org.heliograph.workflow.Attempt;
import org.heliograph.workflow.Outcome;
import org.heliograph.workflow.Refusal;
import org.heliograph.workflow.Refusal.Code;
import org.heliograph.workflow.Rules;
import org.heliograph.workflow.Step;
import org.heliograph.workflow.Transition;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Writes a transition that the rules allow, with all that belongs to it, in one session. */
final class Applied<E extends PublicRecord> {
  private static final Duration FARTHEST = Duration.ofDays(3_653);

  private final StatelessSession session;
  private final RecordType<E> type;
  private final AuditTrail audit;
  private final Outbox outbox;
  private final Attempt attempt;
  private final Instant now;

  Applied(
      StatelessSession session,
      RecordType<E> type,
      AuditTrail audit,
      Outbox outbox,
      Attempt attempt,
      Instant now) {
    this.session = session;
    this.type = type;
    this.audit = audit;
    this.outbox = outbox;
    this.attempt = attempt;
    this.now = now;
  }

  Outcome<E> draft(E content) {
    var unfit = FileClaims.settle(session, content, null);
    if (unfit.isPresent()) {
      return refused(unfit.get());
    }
    new RevisionRows<>(type).write(session, List.of(), List.of(content), List.of());
    FileRows.bind(session, content);
    return note(content, Transition.DRAFT, Map.of(), false);
  }

  Outcome<E> step(Step<E> step, E row, @Nullable E published) {
    var unfit = PrivacyGate.reason(type, row, attempt.reason());
    if (unfit.isPresent()) {
      return refused(unfit.get());
    }
    return switch (step) {
      case Step.Write<E> write -> write(write, row);
      case Step.Submit<E> submit -> submit(submit, row);
      case Step.Schedule<E> schedule -> schedule(schedule, row);
      case Step.Withdraw<E> withdraw -> withdraw(withdraw, row);
      case Step.Annul<E> annul -> annul(annul, row);
      case Step.WithdrawAttachment<E> file -> withdraw(file, row);
      case Step.Move<E> move -> move(move.transition(), row, published);
    };
  }

  private Outcome<E> write(Step.Write<E> write, E row) {
    E content = write.content();
    if (!content.code.equals(row.code) || !content.organisation.equals(row.organisation)) {
      return refused(
          Code.INVALID, "input.code", "code and organisation of a record stay what they are");
    }
    var unfit = FileClaims.settle(session, content, row.recordId);
    if (unfit.isPresent()) {
      return refused(unfit.get());
    }
    boolean correction = write.transition() == Transition.CORRECT;
    ChildReader.attach(session, type.children(), List.of(row));
    Map<String, Object> changes = ChangeDetail.of(type, row, content);
    if (correction) {
      if (content.changeNote == null) {
        return refused(
            Code.INVALID, "input.changeNote", "tell the public what the correction changes");
      }
      content.correct(row, 0, RevisionRows.last(session, type, row.recordId) + 1);
      new RevisionRows<>(type).write(session, List.of(), List.of(content), List.of());
    } else {
      content.replaceDraft(row);
      new RevisionRows<>(type).write(session, List.of(), List.of(), List.of(content));
    }
    FileRows.bind(session, content);
    return note(content, write.transition(), changes, false);
  }

  private Outcome<E> submit(Step.Submit<E> submit, E row) {
    ChildReader.attach(session, type.children(), List.of(row));
    var verdict =
        PrivacyGate.judge(
            type, row, FileWords.of(session, row), submit.justifications(), actor(), now);
    var refusals = new ArrayList<>(verdict.refusals());
    refusals.addAll(Mentions.of(session, type, List.of(row), attempt.viewer()).refusals(row));
    Settlement.of(session, type, List.of(row), now).refusal(row).ifPresent(refusals::add);
    if (!refusals.isEmpty()) {
      return new Outcome.Refused<>(refusals);
    }
    row.submit(verdict.decisions(), now, actor());
    session.update(row);
    return note(
        row,
        Transition.SUBMIT,
        verdict.decisions().isEmpty()
            ? Map.of()
            : Map.of("justified", verdict.decisions().stream().map(PrivacyDecision::told).toList()),
        false);
  }

  private Outcome<E> schedule(Step.Schedule<E> schedule, E row) {
    if (!schedule.time().isAfter(now) || schedule.time().isAfter(now.plus(FARTHEST))) {
      return refused(
          Code.INVALID, "at", "lies in the past, or farther ahead than ten years: publish instead");
    }
    row.schedule(schedule.time(), now, actor());
    session.update(row);
    return note(row, Transition.SCHEDULE, Map.of("at", schedule.time().toString()), false);
  }

  private Outcome<E> withdraw(Step.Withdraw<E> withdraw, E row) {
    Long successor = withdraw.successor();
    if ((withdraw.kind() == WithdrawalKind.REPLACED) != (successor != null)) {
      return refused(
          Code.INVALID, "successor", "a REPLACED record names its successor, any other none");
    }
    if (successor != null && !Publication.isPublic(session, type, successor, row, now)) {
      return refused(
          Code.INVALID,
          "successor",
          "is another record of this kind that is public: publish it first");
    }
    var unfit = PenaltyAnnulment.refusal(type, row, withdraw.annulledOn(), withdraw.kind(), now);
    if (unfit.isPresent()) {
      return refused(unfit.get());
    }
    LocalDate annulled = PenaltyAnnulment.day(type, row, withdraw.annulledOn());
    if (withdraw.kind() == WithdrawalKind.ERASED) {
      Erasure.of(session, type, row, audit, authority(Transition.WITHDRAW, row), now);
    } else {
      row.withdraw(withdraw.kind(), String.valueOf(attempt.reason()), successor, now, actor());
      session.update(row);
    }
    Map<String, Object> detail = Map.of("kind", withdraw.kind().name());
    if (annulled != null) {
      detail = Map.of("kind", withdraw.kind().name(), "annulledOn", annulled.toString());
    }
    return note(row, Transition.WITHDRAW, detail, true);
  }

  private Outcome<E> annul(Step.Annul<E> annul, E row) {
    var unfit = PenaltyAnnulment.refusal(type, row, annul.on(), now);
    if (unfit.isPresent()) {
      return refused(unfit.get());
    }
    var annulment = PenaltyAnnulment.note(session, type, row, annul.on(), now, actor());
    return note(
        row,
        Transition.ANNUL,
        Map.of(
            "annulledOn", annulment.on().toString(), "withdrawalDue", annulment.due().toString()),
        false);
  }

  private Outcome<E> withdraw(Step.WithdrawAttachment<E> step, E row) {
    if (!FileWithdrawal.of(
        session, type, row, step, authority(step.transition(), row), audit, now)) {
      return refused(
          Code.INVALID,
          "attachment",
          "is no file of this revision that stands: take the id from the record's attachments");
    }
    return note(
        row,
        step.transition(),
        Map.of("file", step.file(), "kind", step.erase() ? "ERASED" : "GONE"),
        true);
  }

  private Outcome<E> move(Transition transition, E row, @Nullable E published) {
    switch (transition) {
      case APPROVE -> row.approve(now, actor());
      case RETURN -> row.giveBack(String.valueOf(attempt.reason()), now, actor());
      case PUBLISH -> {
        var ended = Publication.of(session, type, outbox, row, published, now, now, actor());
        Refusal refusal = ended.refusal();
        return refusal == null
            ? note(row, Transition.PUBLISH, ended.told(), ended.narrowing())
            : new Outcome.Refused<>(List.of(refusal));
      }
      case DISCARD -> {
        Discard.of(session, type, row, authority(transition, row), audit, now);
        outbox.add(session, type.kind(), List.of(row.recordId), false);
        return new Outcome.Done<>(row, false);
      }
      case DRAFT, UPDATE, CORRECT, SUBMIT, SCHEDULE, WITHDRAW, ANNUL, WITHDRAW_ATTACHMENT, EXPIRE ->
          throw new IllegalArgumentException(transition + " takes more than a move");
    }
    session.update(row);
    return note(row, transition, Map.of(), false);
  }

  private Outcome<E> note(
      E row, Transition transition, Map<String, Object> detail, boolean narrowing) {
    outbox.add(session, type.kind(), List.of(row.recordId), narrowing);
    ChangeLog.taken(session, transition, row, now);
    audit.append(session, Event.of(row, transition.name(), detail), authority(transition, row));
    return new Outcome.Done<>(row, false);
  }

  private Authority authority(Transition transition, E row) {
    String role =
        Rules.roleFor(transition, row.organisation, attempt.viewer())
            .map(Enum::name)
            .orElseThrow(() -> new IllegalStateException("taken without a role"));
    return new Authority(
        actor(), role, row.organisation, attempt.reason(), attempt.request(), attempt.address());
  }

  private String actor() {
    return attempt.viewer().subject();
  }

  private Outcome<E> refused(Code code, String path, String message) {
    return refused(Refusal.at(code, path, message));
  }

  private Outcome<E> refused(Refusal refusal) {
    return new Outcome.Refused<>(List.of(refusal));
  }
}
