package org.heliograph.shared;

/** Whom a published record is for. */
public enum Audience {
  /** 对外公开: everybody. */
  PUBLIC,
  /** 对内公开: staff of the record's region. */
  INTERNAL,
  /** Supervisors of the region and the owning organisation's editors and reviewers. */
  RESTRICTED
}
