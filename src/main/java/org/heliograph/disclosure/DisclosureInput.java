package org.heliograph.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.editing.RecordInput;
import org.heliograph.poweritem.DisclosureManner;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** The content of a disclosure 公开信息; of the five details at most one is given. */
@Input("DisclosureInput")
@Description("The content of a disclosure 公开信息; of the five details at most one is given.")
public class DisclosureInput extends RecordInput {
  @NonNull
  @Description("Category of the disclosure catalogue 公开目录.")
  public DisclosureCategory category;

  @Nullable
  @Description("A year, quarter or month: 2026, 2026-Q3, 2026-09.")
  public String period;

  @Nullable
  @Description("Manner of disclosure; ACTIVE when absent.")
  public DisclosureManner manner;

  @NonNull
  @Description("公开内容 what is disclosed.")
  public String content;

  @Nullable
  @Description("公开依据 what it rests on.")
  public String basis;

  @Nullable
  @Description("公开程序 by what procedure.")
  public String procedure;

  @Nullable
  @Description("公开过程 how it came about.")
  public String process;

  @Nullable
  @Description("公开结果 what came of it.")
  public String result;

  @Nullable
  @Description("公示期 first day on which objections are taken.")
  public LocalDate publicityFrom;

  @Nullable
  @Description("Last day on which objections are taken.")
  public LocalDate publicityUntil;

  @Nullable
  @Description("Records that it relates to.")
  public List<@NonNull RelatedInput> related;

  @Nullable
  @Description("Form; that of the detail when absent.")
  public DisclosureForm form;

  @Nullable
  @Description("A decision 决策.")
  public DecisionInput decision;

  @Nullable
  @Description("A government project 政府投资项目.")
  public GovernmentProjectInput project;

  @Nullable
  @Description("A contract of collective assets 集体资产合同.")
  public ContractInput contract;

  @Nullable
  @Description("A budget or final account 收支.")
  public AccountInput account;

  @Nullable
  @Description("Statistics of handling cases 办件统计.")
  public StatisticsInput statistics;

  @Nullable
  @Description("Remark for people in office.")
  public String remark;

  /** A record that is related. */
  @Input("RelatedInput")
  @Description("A record that is related.")
  public static class RelatedInput {
    @NonNull
    @Description("Its kind.")
    public RecordKind kind;

    @NonNull
    @Description("Its code.")
    public String code;
  }

  /** A contract of collective assets. */
  @Input("AssetContractInput")
  @Description("A contract of collective assets.")
  public static class ContractInput {
    @NonNull
    @Description("The asset.")
    public String asset;

    @Nullable
    @Description("With whom.")
    public String counterpart;

    @Nullable
    @Description("First day.")
    public LocalDate from;

    @Nullable
    @Description("Last day.")
    public LocalDate until;

    @Nullable
    @Description("CNY.")
    public BigDecimal amount;

    @Nullable
    @Description("Per what, for example 年.")
    public String unit;
  }

  /** A budget or final account. */
  @Input("AccountInput")
  @Description("A budget or final account.")
  public static class AccountInput {
    @NonNull
    @Description("Its lines.")
    public List<@NonNull LineInput> lines;
  }

  /** A line of an account. */
  @Input("AccountLineInput")
  @Description("A line of an account.")
  public static class LineInput {
    @NonNull
    @Description("Name.")
    public String name;

    @Nullable
    @Description("Budget, CNY.")
    public BigDecimal budget;

    @Nullable
    @Description("Actual, CNY.")
    public BigDecimal actual;
  }

  /** Statistics of handling cases. */
  @Input("HandlingStatisticsInput")
  @Description("Statistics of handling cases.")
  public static class StatisticsInput {
    @Nullable
    @Description("Received.")
    public Integer received;

    @Nullable
    @Description("Finished at once.")
    public Integer finishedAtOnce;

    @Nullable
    @Description("Taken with a promised limit.")
    public Integer committed;

    @Nullable
    @Description("Finished before the limit.")
    public Integer finishedEarly;
  }
}
