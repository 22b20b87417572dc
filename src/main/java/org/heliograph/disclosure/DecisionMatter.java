package org.heliograph.disclosure;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What a decision was about 三重一大. */
@Enum
@Description("What a decision was about 三重一大.")
public enum DecisionMatter {
  @Description("重大事项决策 a major matter.")
  MAJOR_DECISION,
  @Description("重要干部任免 an appointment or removal.")
  APPOINTMENT,
  @Description("重大项目安排 a major project.")
  PROJECT,
  @Description("大额资金使用 the use of a large sum.")
  LARGE_SUM
}
