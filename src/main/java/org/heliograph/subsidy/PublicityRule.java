package org.heliograph.subsidy;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How a programme's published list names people. */
@Enum
@Description("How a programme's published list names people.")
public enum PublicityRule {
  @Description("The whole name.")
  FULL,
  @Description("The surname alone: 张某某.")
  MASKED,
  @Description("No part of the name: 不公开.")
  HIDDEN
}
