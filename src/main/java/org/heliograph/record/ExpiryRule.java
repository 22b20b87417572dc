package org.heliograph.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.heliograph.shared.China;
import org.heliograph.shared.RecordKind;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * How long records of one sort are shown. A part that is absent narrows nothing; of several rules
 * that cover a record, the one that says more of it counts.
 */
@Entity
@Table(name = "expiry_rule")
public class ExpiryRule {
  private static final String FINE = "罚款";

  public static final ReferenceType<ExpiryRule> TYPE =
      new ReferenceType<>(
          ExpiryRule.class,
          "expiry_rule",
          rule -> rule.code,
          ExpiryRule::content,
          Map.of(
              "code", "code",
              "kind", "kind",
              "organisationType", "organisation_type",
              "programme", "programme"));

  /** The one that says more comes last; where two say the same, the younger. */
  public static final Comparator<ExpiryRule> BY_DETAIL =
      Comparator.comparingInt(ExpiryRule::detail)
          .thenComparing(
              rule -> rule.effectiveFrom, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(rule -> rule.code);

  @Id public String code;

  @Enumerated(EnumType.STRING)
  public RecordKind kind;

  @Column(name = "organisation_type")
  public @Nullable String organisationType;

  public @Nullable String programme;
  public @Nullable String category;

  @JdbcTypeCode(SqlTypes.JSON)
  public List<String> measures;

  /** CNY; the largest fine that the rule is still for. */
  @Column(name = "fine_ceiling")
  public @Nullable BigDecimal fineCeiling;

  public int months;

  @Column(name = "until_ban_end")
  public boolean untilBanEnd;

  public String basis;

  @Column(name = "effective_from")
  public @Nullable LocalDate effectiveFrom;

  @Column(name = "effective_until")
  public @Nullable LocalDate effectiveUntil;

  /** A rule as a source gives it. */
  public record Draft(
      String code,
      RecordKind kind,
      @Nullable String organisationType,
      @Nullable String programme,
      @Nullable String category,
      List<String> measures,
      @Nullable BigDecimal fineCeiling,
      int months,
      boolean untilBanEnd,
      String basis,
      @Nullable LocalDate effectiveFrom,
      @Nullable LocalDate effectiveUntil) {}

  public static ExpiryRule of(Draft draft) {
    var rule = new ExpiryRule();
    rule.code = draft.code();
    rule.kind = draft.kind();
    rule.organisationType = draft.organisationType();
    rule.programme = draft.programme();
    rule.category = draft.category();
    rule.measures = List.copyOf(draft.measures());
    rule.fineCeiling = draft.fineCeiling();
    rule.months = draft.months();
    rule.untilBanEnd = draft.untilBanEnd();
    rule.basis = draft.basis();
    rule.effectiveFrom = draft.effectiveFrom();
    rule.effectiveUntil = draft.effectiveUntil();
    return rule;
  }

  /** Everything but the code. */
  public List<@Nullable Object> content() {
    return Arrays.asList(
        kind,
        organisationType,
        programme,
        category,
        measures,
        fineCeiling == null ? null : fineCeiling.stripTrailingZeros(),
        months,
        untilBanEnd,
        basis,
        effectiveFrom,
        effectiveUntil);
  }

  /** Whether the rule is for a record of its kind that is shown from this day on. */
  public boolean covers(@Nullable String ownerType, ExpiryFacts facts, LocalDate shown) {
    return (organisationType == null || organisationType.equals(ownerType))
        && (programme == null || programme.equals(facts.programme()))
        && (category == null || category.equals(facts.category()))
        && (effectiveFrom == null || !shown.isBefore(effectiveFrom))
        && (effectiveUntil == null || !shown.isAfter(effectiveUntil))
        && (!isForLightPenalties() || isLight(facts.measures()));
  }

  private boolean isForLightPenalties() {
    return !measures.isEmpty() || fineCeiling != null;
  }

  private boolean isLight(List<ExpiryFacts.Measure> decided) {
    return !decided.isEmpty() && decided.stream().allMatch(this::isLight);
  }

  private boolean isLight(ExpiryFacts.Measure measure) {
    BigDecimal amount = measure.amount();
    boolean small =
        fineCeiling != null
            && amount != null
            && amount.compareTo(fineCeiling) <= 0
            && measure.name().contains(FINE);
    return small || measures.contains(measure.name().strip());
  }

  /**
   * When a record is no longer shown: at the end of the day that the period ends on, counted from
   * the day after the first (民法典 第二百零一条、第二百零二条).
   */
  public Instant end(ExpiryFacts facts, LocalDate shown) {
    LocalDate last = shown.plusMonths(months);
    if (untilBanEnd) {
      LocalDate usual = last;
      last = facts.lastBan().filter(usual::isBefore).orElse(usual);
    }
    return last.plusDays(1).atStartOfDay(China.ZONE).toInstant();
  }

  private int detail() {
    return (programme == null ? 0 : 8)
        + (organisationType == null ? 0 : 4)
        + (isForLightPenalties() ? 2 : 0)
        + (category == null ? 0 : 1);
  }
}
