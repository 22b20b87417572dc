package org.heliograph.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.WithdrawalKind;
import org.jspecify.annotations.Nullable;

/** One transition with what it takes. */
public sealed interface Step<E extends PublicRecord> {
  Transition transition();

  /** The record is written anew with this content. */
  record Write<E extends PublicRecord>(Transition transition, E content) implements Step<E> {}

  /** The stage changes and nothing else. */
  record Move<E extends PublicRecord>(Transition transition) implements Step<E> {}

  /**
   * The draft goes to review.
   *
   * @param justifications why what looks personal in it may go out
   */
  record Submit<E extends PublicRecord>(List<Justification> justifications) implements Step<E> {
    public Submit {
      justifications = List.copyOf(justifications);
    }

    @Override
    public Transition transition() {
      return Transition.SUBMIT;
    }
  }

  record Schedule<E extends PublicRecord>(Instant time) implements Step<E> {
    @Override
    public Transition transition() {
      return Transition.SCHEDULE;
    }
  }

  /**
   * One file is taken back.
   *
   * @param erase whether its content, its name and what is known of it go for good
   */
  record WithdrawAttachment<E extends PublicRecord>(String file, boolean erase) implements Step<E> {
    @Override
    public Transition transition() {
      return Transition.WITHDRAW_ATTACHMENT;
    }
  }

  /**
   * @param successor record id of the successor; there for REPLACED alone
   * @param annulledOn when a penalty was annulled; null for any other reason
   */
  record Withdraw<E extends PublicRecord>(
      WithdrawalKind kind, @Nullable Long successor, @Nullable LocalDate annulledOn)
      implements Step<E> {
    @Override
    public Transition transition() {
      return Transition.WITHDRAW;
    }
  }
}
