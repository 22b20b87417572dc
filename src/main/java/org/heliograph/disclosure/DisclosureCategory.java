package org.heliograph.disclosure;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Categories of the disclosure catalogue 公开目录. */
@Enum
@Description("A category of the disclosure catalogue 公开目录.")
public enum DisclosureCategory {
  @Description("村务公开 affairs of a village or community.")
  VILLAGE_AFFAIRS(Branch.VILLAGE),
  @Description("村级财务 income and spending of a village.")
  VILLAGE_FINANCE(Branch.VILLAGE),
  @Description("三资管理 collective funds, assets and resources of a village.")
  THREE_ASSETS(Branch.VILLAGE),
  @Description("党务公开 affairs of a party body.")
  PARTY_AFFAIRS(Branch.PARTY),
  @Description("三重一大 major decisions, appointments, projects and large sums.")
  MAJOR_DECISIONS(Branch.DECISIONS),
  @Description("政府投资项目 projects paid by government.")
  GOVERNMENT_PROJECTS(Branch.PUBLIC_MONEY),
  @Description("政府采购 government procurement.")
  PROCUREMENT(Branch.PUBLIC_MONEY),
  @Description("财政预决算 budgets and final accounts.")
  BUDGETS(Branch.PUBLIC_MONEY),
  @Description("惠农补贴 subsidies for farmers.")
  SUBSIDIES(Branch.WELFARE),
  @Description("社会救助 social relief.")
  SOCIAL_RELIEF(Branch.WELFARE),
  @Description("人事任免 appointments and removals.")
  PERSONNEL(Branch.PARTY),
  @Description("政策文件 policy documents.")
  POLICY(Branch.DECISIONS),
  @Description("办件统计 statistics of cases handled.")
  HANDLING(Branch.ADMINISTRATION),
  @Description("执法公示 law enforcement.")
  ENFORCEMENT(Branch.ADMINISTRATION);

  private final Branch branch;

  DisclosureCategory(Branch branch) {
    this.branch = branch;
  }

  /** Branches of the catalogue, between kind and category in the tree that searches count by. */
  private enum Branch {
    VILLAGE,
    PARTY,
    DECISIONS,
    PUBLIC_MONEY,
    WELFARE,
    ADMINISTRATION
  }

  /** The branch that it belongs to, and itself. */
  List<String> path() {
    return List.of(branch.name(), name());
  }
}
