package org.heliograph.disclosure;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Which structured detail a disclosure carries. */
@Enum
@Description("Which structured detail a disclosure carries.")
public enum DisclosureForm {
  @Description("一般信息 text only.")
  GENERAL,
  @Description("决策事项 a decision, with how it was reached.")
  DECISION,
  @Description("工程项目 a government project.")
  PROJECT,
  @Description("资产合同 a contract about collective assets.")
  CONTRACT,
  @Description("预决算 a budget or final account.")
  ACCOUNT,
  @Description("办件统计 figures of cases handled.")
  STATISTICS
}
