package org.heliograph.disclosure;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Categories of the disclosure catalogue 公开目录. */
@Enum
@Description("A category of the disclosure catalogue 公开目录.")
public enum DisclosureCategory {
  @Description("村务公开 affairs of a village or community.")
  VILLAGE_AFFAIRS,
  @Description("村级财务 income and spending of a village.")
  VILLAGE_FINANCE,
  @Description("三资管理 collective funds, assets and resources of a village.")
  THREE_ASSETS,
  @Description("党务公开 affairs of a party body.")
  PARTY_AFFAIRS,
  @Description("三重一大 major decisions, appointments, projects and large sums.")
  MAJOR_DECISIONS,
  @Description("政府投资项目 projects paid by government.")
  GOVERNMENT_PROJECTS,
  @Description("政府采购 government procurement.")
  PROCUREMENT,
  @Description("财政预决算 budgets and final accounts.")
  BUDGETS,
  @Description("惠农补贴 subsidies for farmers.")
  SUBSIDIES,
  @Description("社会救助 social relief.")
  SOCIAL_RELIEF,
  @Description("人事任免 appointments and removals.")
  PERSONNEL,
  @Description("政策文件 policy documents.")
  POLICY,
  @Description("办件统计 statistics of cases handled.")
  HANDLING,
  @Description("执法公示 law enforcement.")
  ENFORCEMENT
}
