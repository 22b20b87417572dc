package org.heliograph.shared;

/**
 * Where a revision stands on its way from draft to withdrawal. SUPERSEDED marks a revision that a
 * later published one replaced.
 */
public enum Stage {
  DRAFT(Slot.WORK),
  IN_REVIEW(Slot.WORK),
  RETURNED(Slot.WORK),
  APPROVED(Slot.WORK),
  SCHEDULED(Slot.WORK),
  PUBLISHED(Slot.PUBLIC),
  WITHDRAWN(Slot.PUBLIC),
  EXPIRED(Slot.PUBLIC),
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
