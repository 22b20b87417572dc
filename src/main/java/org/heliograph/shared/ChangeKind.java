package org.heliograph.shared;

import org.eclipse.microprofile.graphql.Description;

/** What happened to a record in public. */
@Description("What happened to a record in public.")
public enum ChangeKind {
  @Description("公开 it was published, or its publication window opened.")
  PUBLISHED,
  @Description("更正 a later revision took its place; the change note says what is new.")
  CORRECTED,
  @Description("撤回附件 a file of it was taken back.")
  FILE_WITHDRAWN,
  @Description("撤回 it was withdrawn.")
  WITHDRAWN
}
