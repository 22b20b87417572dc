package org.heliograph.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.Authority;
import org.heliograph.audit.Event;
import org.heliograph.outbox.Outbox;
import org.heliograph.record.PrivacyDecision;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.China;
import org.heliograph.shared.Stage;
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
      content.correct(row, 0, lastRevision(row) + 1);
      new RevisionRows<>(type).write(session, List.of(), List.of(content), List.of());
    } else {
      content.replaceDraft(row);
      new RevisionRows<>(type).write(session, List.of(), List.of(), List.of(content));
    }
    FileRows.bind(session, content);
    return note(content, write.transition(), changes, false);
  }

  private int lastRevision(E row) {
    var sql = new SqlText().add("select max(revision) from ").add(type.kind().table());
    sql.add(" t where t.record_id = ").bind(row.recordId).add(" and t.slot in ('PUBLIC', 'PAST')");
    return Queries.list(session, sql, found -> found.getInt(1)).getFirst();
  }

  private Outcome<E> submit(Step.Submit<E> submit, E row) {
    ChildReader.attach(session, type.children(), List.of(row));
    var verdict =
        PrivacyGate.judge(
            type, row, FileWords.of(session, row), submit.justifications(), actor(), now);
    if (!verdict.refusals().isEmpty()) {
      return new Outcome.Refused<>(verdict.refusals());
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
    if (!schedule.time().isAfter(now)) {
      return refused(Code.INVALID, "at", "lies in the past: publish instead");
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
    if (successor != null && !isPublic(successor, row)) {
      return refused(
          Code.INVALID,
          "successor",
          "is another record of this kind that is public: publish it first");
    }
    LocalDate annulled = withdraw.annulledOn();
    if (annulled != null) {
      if (!type.isPenalty(row) || annulled.isAfter(LocalDate.ofInstant(now, China.ZONE))) {
        return refused(
            Code.INVALID,
            "annulledOn",
            "is the day on which an administrative penalty was annulled");
      }
      // 行政处罚法 第四十八条: it is taken back within three working days, with the reason
      if (withdraw.kind() != WithdrawalKind.GONE && withdraw.kind() != WithdrawalKind.ERASED) {
        return refused(Code.INVALID, "kind", "an annulled penalty leaves as GONE or ERASED");
      }
    }
    if (withdraw.kind() == WithdrawalKind.ERASED) {
      Erasure.of(session, type, row, audit, authority(Transition.WITHDRAW, row), now);
    } else {
      row.withdraw(withdraw.kind(), String.valueOf(attempt.reason()), successor, now, actor());
      session.update(row);
    }
    var detail = new HashMap<String, Object>(Map.of("kind", withdraw.kind().name()));
    if (annulled != null) {
      detail.put("annulledOn", annulled.toString());
    }
    return note(row, Transition.WITHDRAW, detail, true);
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

  private boolean isPublic(long successor, E row) {
    var where = new SqlText().add("t.slot = 'PUBLIC' and t.stage = 'PUBLISHED'");
    where.add(" and t.audience = 'PUBLIC' and t.visible_from <= ").bind(now);
    where.add(" and t.visible_until > ").bind(now).add(" and t.record_id = ").bind(successor);
    return successor != row.recordId
        && !RecordStore.select(session, type, where, " limit 1").isEmpty();
  }

  private Outcome<E> move(Transition transition, E row, @Nullable E published) {
    switch (transition) {
      case APPROVE -> row.approve(now, actor());
      case RETURN -> row.giveBack(String.valueOf(attempt.reason()), now, actor());
      case PUBLISH -> {
        return publish(row, published);
      }
      case DRAFT, UPDATE, CORRECT, SUBMIT, SCHEDULE, WITHDRAW, WITHDRAW_ATTACHMENT, EXPIRE ->
          throw new IllegalArgumentException(transition + " takes more than a move");
    }
    session.update(row);
    return note(row, transition, Map.of(), false);
  }

  private Outcome<E> publish(E row, @Nullable E published) {
    if (published != null && published.stage == Stage.WITHDRAWN) {
      return refused(
          Code.WRONG_STAGE, "id", "the record was withdrawn meanwhile: bring it under a new code");
    }
    boolean narrowing = Publication.of(session, type, outbox, row, published, now, now, actor());
    return note(row, Transition.PUBLISH, Map.of(), narrowing);
  }

  private Outcome<E> note(
      E row, Transition transition, Map<String, Object> detail, boolean narrowing) {
    outbox.add(session, type.kind(), List.of(row.recordId), narrowing);
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
