package org.heliograph.shared;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/**
 * Where a revision stands on its way from draft to withdrawal. SUPERSEDED marks a revision that a
 * later published one replaced.
 */
@Enum
@Description("Where a revision stands on its way from draft to withdrawal.")
public enum Stage {
  @Description("草稿 being written.")
  DRAFT(Slot.WORK),
  @Description("审核中 submitted for review.")
  IN_REVIEW(Slot.WORK),
  @Description("退回 returned to the editor with a reason.")
  RETURNED(Slot.WORK),
  @Description("已审核 approved, not yet published.")
  APPROVED(Slot.WORK),
  @Description("定时发布 approved, to be published at a set time.")
  SCHEDULED(Slot.WORK),
  @Description("已公开 published; visible within its publication window.")
  PUBLISHED(Slot.PUBLIC),
  @Description("已撤回 withdrawn; by id or code only.")
  WITHDRAWN(Slot.PUBLIC),
  @Description("已到期 no longer shown.")
  EXPIRED(Slot.PUBLIC),
  @Description("已更正 replaced by a later revision.")
  SUPERSEDED(Slot.PAST);

  private final Slot slot;

  Stage(Slot slot) {
    this.slot = slot;
  }

  /** Which of a record's places a revision in this stage takes. */
  public Slot slot() {
    return slot;
  }

  /** A record has at most one revision in PUBLIC and one in WORK; PAST holds its history. */
  public enum Slot {
    PUBLIC,
    WORK,
    PAST
  }
}
