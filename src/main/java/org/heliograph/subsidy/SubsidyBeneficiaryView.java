package org.heliograph.subsidy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.PublicisedView;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.RecordOrTombstone;
import org.heliograph.visibility.FieldClass;
import org.jspecify.annotations.Nullable;

/** A receipt as the schema shows it. */
@Name("SubsidyBeneficiary")
@Description(
    "A subsidy beneficiary 享受对象: one receipt of one person or household under one programme in one period.")
public class SubsidyBeneficiaryView extends PublicisedView
    implements RecordNode, RecordOrTombstone {
  private final SubsidyBeneficiary row;
  private final @Nullable SubsidyProgrammeView programme;

  /**
   * @param programme null when it was not selected
   */
  SubsidyBeneficiaryView(
      Visible<SubsidyBeneficiary> visible, @Nullable SubsidyProgrammeView programme) {
    super(visible);
    row = visible.row();
    this.programme = programme;
  }

  @NonNull
  @Description("The programme that pays.")
  public SubsidyProgrammeView getProgramme() {
    if (programme == null) {
      throw new IllegalStateException("the programme was not looked up");
    }
    return programme;
  }

  @Description("Year that the receipt is for.")
  public int getYear() {
    return row.year;
  }

  @Nullable
  @Description("Period that the receipt is for: 2026-Q3, 2026-09 or 2026.")
  public String getPeriod() {
    return row.period;
  }

  @NonNull
  @Description(
      "Name as the programme's publicity rule shows it: whole, masked (张某某), or not at all (不公开).")
  public String getShownName() {
    return row.shownName;
  }

  @Nullable
  @Description(
      "Whole name; for the owning organisation's editors and reviewers and the region's supervisors only.")
  public String getFullName() {
    return allowed(FieldClass.PERSONAL, row.fullName);
  }

  @Nullable
  @Description(
      "Last digits of the bank account; for the owning organisation's editors and reviewers and the region's supervisors only.")
  public String getBankTail() {
    return allowed(FieldClass.PERSONAL, row.bankTail);
  }

  @Nullable
  @Description("Number of people in the household.")
  public Integer getHouseholdSize() {
    return row.householdSize;
  }

  @Nullable
  @Description("By what standard the amount was computed, in words.")
  public String getStandard() {
    return row.standard;
  }

  @NonNull
  @Description("Amount in CNY.")
  public BigDecimal getAmount() {
    return row.amount;
  }

  @NonNull
  @Description("Date of the payment.")
  public LocalDate getPaidOn() {
    return row.paidOn;
  }

  @NonNull
  @Description("What became of the payment.")
  public PaymentStatus getStatus() {
    return row.status;
  }

  @NonNull
  @Description("Whether the beneficiary is a village cadre or a cadre's direct relative.")
  public CadreRelation getCadreRelation() {
    return row.cadreRelation;
  }

  @Nullable
  @Description("Which cadre, and how they are related, in words.")
  public String getCadreNote() {
    return row.cadreNote;
  }

  @Nullable
  @Description("Evidence that the receipt rests on.")
  public String getEvidence() {
    return row.evidence;
  }
}
