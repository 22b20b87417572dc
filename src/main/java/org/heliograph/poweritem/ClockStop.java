package org.heliograph.poweritem;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What stops the clock of a step 不计时情形. */
@Enum
@Description("What stops the clock of a step 不计时情形.")
public enum ClockStop {
  @Description("补件 the applicant supplements materials.")
  SUPPLEMENT,
  @Description("上级审核 a superior body reviews.")
  SUPERIOR_REVIEW,
  @Description("听证 a hearing is held.")
  HEARING,
  @Description("专家评审 experts review.")
  EXPERT_REVIEW,
  @Description("检验检测 an inspection or test is made.")
  INSPECTION_TEST,
  @Description("公示 the matter stands open to objections.")
  PUBLICITY
}
