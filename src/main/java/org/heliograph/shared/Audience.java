package org.heliograph.shared;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Whom a published record is for. */
@Enum
@Description("Whom a published record is for.")
public enum Audience {
  @Description("对外公开: everybody.")
  PUBLIC,
  @Description("对内公开: staff of the record's region.")
  INTERNAL,
  @Description("Supervisors of the region and the owning organisation's editors and reviewers.")
  RESTRICTED
}
