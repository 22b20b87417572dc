package org.heliograph.poweritem;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How something is disclosed 公开方式. */
@Enum
@Description("How something is disclosed 公开方式.")
public enum DisclosureManner {
  @Description("主动公开 disclosed without being asked.")
  ACTIVE,
  @Description("依申请公开 disclosed on request.")
  ON_REQUEST
}
