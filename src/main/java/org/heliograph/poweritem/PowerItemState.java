package org.heliograph.poweritem;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Whether a power item is in force, and what became of it if not. */
@Enum
@Description("Whether a power item is in force, and what became of it if not.")
public enum PowerItemState {
  @Description("现行有效 in force.")
  IN_FORCE,
  @Description("调整 adjusted.")
  ADJUSTED,
  @Description("下放 delegated to a lower body.")
  DELEGATED,
  @Description("取消 cancelled.")
  CANCELLED
}
