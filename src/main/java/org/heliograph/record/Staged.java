package org.heliograph.record;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import org.heliograph.shared.Audience;
import org.heliograph.shared.OpenEnd;
import org.heliograph.shared.Stage;
import org.heliograph.shared.WithdrawalKind;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way from draft to withdrawal. Which step may be taken is the workflow's to say.
 */
@MappedSuperclass
public abstract class Staged extends Located {
  /** How often this revision was written: what a caller saw is told apart from what is there. */
  public int edition;

  @Enumerated(EnumType.STRING)
  public Stage stage;

  @Enumerated(EnumType.STRING)
  public Audience audience;

  @Column(name = "visible_from")
  public Instant visibleFrom;

  @Column(name = "visible_until")
  public Instant visibleUntil;

  /** The open end until the record is published, so that lists can be ordered by it. */
  @Column(name = "published_at")
  public Instant publishedAt;

  @Column(name = "withdrawn_at")
  public @Nullable Instant withdrawnAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "withdrawal_kind")
  public @Nullable WithdrawalKind withdrawalKind;

  @Column(name = "withdrawal_reason")
  public @Nullable String withdrawalReason;

  @Column(name = "successor_id")
  public @Nullable Long successorId;

  /** Why the reviewer returned it. */
  @Column(name = "review_note")
  public @Nullable String reviewNote;

  /** What a scan found when it was submitted, and why it may go out; null for nothing. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "privacy_decisions")
  public @Nullable List<PrivacyDecision> privacyDecisions;

  /** When an approved revision is to go public. */
  @Column(name = "scheduled_for")
  public @Nullable Instant scheduledFor;

  @Column(name = "changed_at")
  public Instant changedAt;

  @Column(name = "changed_by")
  public String changedBy;

  /** Goes to the reviewer, with why what looks personal in it may go out. */
  public void submit(List<PrivacyDecision> decisions, Instant at, String actor) {
    stage = Stage.IN_REVIEW;
    privacyDecisions = decisions.isEmpty() ? null : decisions;
    reviewNote = null;
    touch(at, actor);
  }

  /** Is fit to go public. */
  public void approve(Instant at, String actor) {
    stage = Stage.APPROVED;
    touch(at, actor);
  }

  /** Goes back to the editor. */
  public void giveBack(String reason, Instant at, String actor) {
    stage = Stage.RETURNED;
    reviewNote = reason;
    scheduledFor = null;
    touch(at, actor);
  }

  /** Will go public at a time. */
  public void schedule(Instant time, Instant at, String actor) {
    stage = Stage.SCHEDULED;
    scheduledFor = time;
    touch(at, actor);
  }

  /** Will be shown up to this instant. */
  public void closeAt(Instant end) {
    visibleUntil = end;
  }

  /** Is no longer shown. */
  public void expire(Instant at, String actor) {
    stage = Stage.EXPIRED;
    touch(at, actor);
  }

  /** Goes public: at once, or when its window opens. */
  public void publish(Instant at, String actor) {
    publish(at, at, actor);
  }

  /**
   * Goes public, having been published elsewhere before.
   *
   * @param since when it was first published
   */
  public void publish(Instant since, Instant at, String actor) {
    stage = Stage.PUBLISHED;
    scheduledFor = null;
    publishedAt = since;
    if (visibleFrom.equals(OpenEnd.INSTANT)) {
      visibleFrom = since;
    }
    touch(at, actor);
  }

  /** Makes room for a later revision. */
  public void supersede(Instant at, String actor) {
    stage = Stage.SUPERSEDED;
    touch(at, actor);
  }

  /**
   * Leaves the public. A record that had not become visible yet never will, so that nobody learns
   * of it.
   */
  public void withdraw(
      WithdrawalKind kind, String reason, @Nullable Long successor, Instant at, String actor) {
    stage = Stage.WITHDRAWN;
    withdrawalKind = kind;
    withdrawalReason = reason;
    successorId = successor;
    withdrawnAt = at;
    if (visibleFrom.isAfter(at)) {
      visibleFrom = OpenEnd.INSTANT;
    }
    touch(at, actor);
  }

  /** Changes whom the record is for. */
  public void address(Audience to, Instant at, String actor) {
    audience = to;
    touch(at, actor);
  }

  protected void touch(Instant at, String actor) {
    edition++;
    changedAt = at;
    changedBy = actor;
  }
}
