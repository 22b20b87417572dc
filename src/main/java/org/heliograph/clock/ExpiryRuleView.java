package org.heliograph.clock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.record.ExpiryRule;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** A rule of expiry as the schema shows it. */
@Name("ExpiryRule")
@Description(
    "How long records of one sort are shown 公示期限. Absent parts narrow nothing; of several rules that cover a record, the one that says more of it counts: programme before type of organisation before measures before category.")
public record ExpiryRuleView(
    @NonNull @Description("Code of the rule.") String code,
    @NonNull @Description("Kind of the records.") RecordKind kind,
    @Nullable @Description("Type of the organisations that own them; null for any.")
        String organisationType,
    @Nullable @Description("Code of the subsidy programme; null for any.") String programme,
    @Nullable
        @Description(
            "Type of case or category of disclosure, by name, for example ADMINISTRATIVE_PENALTY; null for any.")
        String category,
    @NonNull
        @Description(
            "Where measures or fineCeiling are given, the rule is for penalties that consist of these measures, and of fines up to the ceiling, alone.")
        List<@NonNull String> measures,
    @Nullable @Description("CNY; the largest fine that the rule is for.") BigDecimal fineCeiling,
    @Description("How many months they are shown, counted from the day after the first.")
        int months,
    @Description("Whether a ban that lasts longer keeps the record up to its own last day.")
        boolean untilBanEnd,
    @NonNull @Description("Legal basis, with article.") String basis,
    @Nullable @Description("First day on which a record has to be shown for it; null for any.")
        LocalDate effectiveFrom,
    @Nullable @Description("Last day on which a record has to be shown for it; null for any.")
        LocalDate effectiveUntil) {

  static ExpiryRuleView of(ExpiryRule rule) {
    return new ExpiryRuleView(
        rule.code,
        rule.kind,
        rule.organisationType,
        rule.programme,
        rule.category,
        rule.measures,
        rule.fineCeiling,
        rule.months,
        rule.untilBanEnd,
        rule.basis,
        rule.effectiveFrom,
        rule.effectiveUntil);
  }
}
