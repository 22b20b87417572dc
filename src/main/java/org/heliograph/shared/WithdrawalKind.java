package org.heliograph.shared;

/** The four ways in which a published record is withdrawn 撤回. */
public enum WithdrawalKind {
  /** A tombstone remains. */
  GONE,
  /** A tombstone remains and points to the successor. */
  REPLACED,
  /** The record stays readable by id or code, marked as withdrawn. */
  WITHDRAWN,
  /**
   * Personal data published by mistake: the content is purged everywhere, the tombstone keeps only
   * the fact.
   */
  ERASED
}
