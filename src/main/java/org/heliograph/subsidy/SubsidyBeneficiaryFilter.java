package org.heliograph.subsidy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.CommonFilter;
import org.heliograph.record.Criterion;
import org.jspecify.annotations.Nullable;

/** What a list or a summary of receipts may be narrowed by. */
@Input("SubsidyBeneficiaryFilter")
@Description("Narrows a list or summary of subsidy beneficiaries; all given parts must hold.")
public class SubsidyBeneficiaryFilter extends CommonFilter {
  @Nullable
  @Description("Codes of programmes.")
  public List<@NonNull String> programmes;

  @Nullable
  @Description("Years that the receipts are for.")
  public List<@NonNull Integer> years;

  @Nullable
  @Description("Periods that the receipts are for: 2026-Q3, 2026-09 or 2026.")
  public List<@NonNull String> periods;

  @Nullable
  @Description("Amounts of at least this, in CNY.")
  public BigDecimal amountFrom;

  @Nullable
  @Description("Amounts of at most this, in CNY.")
  public BigDecimal amountUntil;

  @Nullable
  @Description("Paid on or after this date.")
  public LocalDate paidFrom;

  @Nullable
  @Description("Paid on or before this date.")
  public LocalDate paidUntil;

  @Nullable
  @Description("What became of the payments.")
  public List<@NonNull PaymentStatus> statuses;

  @Nullable
  @Description("Whether the beneficiaries are village cadres or their direct relatives.")
  public List<@NonNull CadreRelation> cadreRelations;

  @Nullable
  @Description("Open to objections on this date 公示期内.")
  public LocalDate publicityOn;

  @Override
  public List<Criterion> criteria() {
    return common()
        .anyOf("programme", programmes)
        .anyOf("year", years)
        .anyOf("period", periods)
        .between("amount", amountFrom, amountUntil)
        .between("paidOn", paidFrom, paidUntil)
        .anyOf("status", statuses)
        .anyOf("cadreRelation", cadreRelations)
        .between("publicityFrom", null, publicityOn)
        .between("publicityUntil", publicityOn, null)
        .criteria();
  }
}
