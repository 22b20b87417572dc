package org.heliograph.subsidy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The content of one receipt as an editor or importer gives it.
 *
 * @param name the whole name
 * @param amount CNY, at most two places
 * @param standard by what standard the amount was computed, in words
 */
public record SubsidyBeneficiaryDraft(
    int year,
    @Nullable String period,
    String name,
    @Nullable IdentityNumber identity,
    @Nullable String bankTail,
    @Nullable Integer householdSize,
    @Nullable String standard,
    BigDecimal amount,
    LocalDate paidOn,
    @Nullable PaymentStatus status,
    @Nullable CadreRelation cadreRelation,
    @Nullable String cadreNote,
    @Nullable String evidence) {
  private static final BigDecimal LARGEST = new BigDecimal("999999999999.99");

  public SubsidyBeneficiaryDraft {
    if (name.isBlank()) {
      throw Problem.badInput("name", "a receipt names its beneficiary");
    }
    if (year < 1949 || year > 2200) {
      throw Problem.badInput("year", "must lie between 1949 and 2200");
    }
    try {
      amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException e) {
      throw Problem.badInput("amount", "an amount has at most two places");
    }
    if (amount.abs().compareTo(LARGEST) > 0) {
      throw Problem.badInput("amount", "an amount has at most twelve digits before the point");
    }
    if (householdSize != null && householdSize < 0) {
      throw Problem.badInput("householdSize", "must not be negative");
    }
    status = status == null ? PaymentStatus.PAID : status;
    cadreRelation = cadreRelation == null ? CadreRelation.NONE : cadreRelation;
  }

  /** Says nothing of the person: drafts end up in logs. */
  @Override
  public String toString() {
    return "SubsidyBeneficiaryDraft[year=" + year + ", period=" + period + "]";
  }
}
