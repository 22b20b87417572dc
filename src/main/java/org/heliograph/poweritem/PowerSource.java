package org.heliograph.poweritem;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Where a power comes from 权力来源. */
@Enum
@Description("Where a power comes from 权力来源.")
public enum PowerSource {
  @Description("法定 given by statute.")
  STATUTORY,
  @Description("下放 delegated down by a superior body.")
  DELEGATED,
  @Description("授权 authorised by law or regulation.")
  AUTHORISED,
  @Description("委托 entrusted by another body.")
  ENTRUSTED
}
