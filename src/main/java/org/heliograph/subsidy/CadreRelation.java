package org.heliograph.subsidy;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Whether a beneficiary holds village office or is close to somebody who does. */
@Enum
@Description(
    "Whether a beneficiary holds village office or is a direct relative of somebody who does.")
public enum CadreRelation {
  @Description("无 neither.")
  NONE,
  @Description("村干部 holds village office.")
  CADRE,
  @Description("村干部直系亲属 direct relative of somebody in village office.")
  RELATIVE
}
