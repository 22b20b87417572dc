package org.heliograph.shared;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The four ways in which a published record is withdrawn 撤回. */
@Enum
@Description("The four ways in which a published record is withdrawn 撤回.")
public enum WithdrawalKind {
  @Description("A tombstone remains.")
  GONE,
  @Description("A tombstone remains and points to the successor.")
  REPLACED,
  @Description("The record stays readable by id or code, marked as withdrawn.")
  WITHDRAWN,
  @Description(
      "Personal data published by mistake: the content is purged everywhere, the tombstone keeps only the fact.")
  ERASED
}
