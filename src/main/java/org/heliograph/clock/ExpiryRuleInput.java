package org.heliograph.clock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** A rule of expiry as an administrator gives it. */
@Input("ExpiryRuleInput")
@Description("A rule of expiry 公示期限规则; absent parts narrow nothing.")
public class ExpiryRuleInput {
  @NonNull
  @Description("Code of the rule; 1 to 64 characters. A known one is changed.")
  public String code;

  @NonNull
  @Description("Kind of the records; not STATUTE_ARTICLE.")
  public RecordKind kind;

  @Nullable
  @Description("Type of the organisations that own them, for example MARKET_REGULATION.")
  public String organisationType;

  @Nullable
  @Description("Code of the subsidy programme that they are paid under; for receipts alone.")
  public String programme;

  @Nullable
  @Description("Type of case or category of disclosure, by name.")
  public String category;

  @Nullable
  @Description(
      "For penalties that consist of these measures, and of fines up to fineCeiling, alone: for example 通报批评.")
  public List<@NonNull String> measures;

  @Nullable
  @Description("CNY; the largest fine that the rule is for 较低数额罚款.")
  public BigDecimal fineCeiling;

  @NonNull
  @Description("How many months they are shown; 1 to 1200, so 36 for three years.")
  public Integer months;

  @Nullable
  @Description(
      "Whether a ban that lasts longer keeps the record up to its own last day; false when absent.")
  public Boolean untilBanEnd;

  @NonNull
  @Description("Legal basis, with article.")
  public String basis;

  @Nullable
  @Description("For records that are first shown on or after this day.")
  public LocalDate effectiveFrom;

  @Nullable
  @Description("For records that are first shown on or before this day: so a rule is ended.")
  public LocalDate effectiveUntil;
}
