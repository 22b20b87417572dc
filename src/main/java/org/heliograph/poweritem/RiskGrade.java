package org.heliograph.poweritem;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Grade of an integrity risk 廉政风险等级. */
@Enum
@Description("Grade of an integrity risk 廉政风险等级.")
public enum RiskGrade {
  @Description("High risk, shown red on the flow chart.")
  A,
  @Description("Medium risk, shown orange.")
  B,
  @Description("Low risk, shown yellow.")
  C
}
