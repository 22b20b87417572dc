package org.heliograph.subsidy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.editing.PublicisedInput;
import org.jspecify.annotations.Nullable;

/** The content of one receipt 享受对象. */
@Input("SubsidyBeneficiaryInput")
@Description("The content of one receipt 享受对象.")
public class SubsidyBeneficiaryInput extends PublicisedInput {
  @NonNull
  @Description("Code of the programme.")
  public String programme;

  @NonNull
  @Description("Year that it is for; 1949 to 2200.")
  public Integer year;

  @Nullable
  @Description("Period, for example 2026-09.")
  public String period;

  @NonNull
  @Description("Whole name; the public sees what the rule of the programme shows.")
  public String name;

  @Nullable
  @Description("Identity number; becomes a keyed hash at once and is stored nowhere.")
  public String idNumber;

  @Nullable
  @Description("Last three to six digits of the account.")
  public String bankTail;

  @Nullable
  @Description("Persons in the household; 0 to 100.")
  public Integer householdSize;

  @Nullable
  @Description("By what standard the amount was computed, in words.")
  public String standard;

  @NonNull
  @Description("CNY, two places.")
  public BigDecimal amount;

  @NonNull
  @Description("Day of payment.")
  public LocalDate paidOn;

  @Nullable
  @Description("Status; PAID when absent.")
  public PaymentStatus status;

  @Nullable
  @Description(
      "Whether the person is a village cadre or a direct relative of one; NONE when absent.")
  public CadreRelation cadreRelation;

  @Nullable
  @Description("Words on that, for the public.")
  public String cadreNote;

  @Nullable
  @Description("Evidence, for the public.")
  public String evidence;
}
