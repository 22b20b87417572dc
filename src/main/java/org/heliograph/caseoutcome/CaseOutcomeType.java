package org.heliograph.caseoutcome;

import static org.heliograph.record.FieldType.BOOLEAN;
import static org.heliograph.record.FieldType.DATE;
import static org.heliograph.record.FieldType.KEYWORD;
import static org.heliograph.record.FieldType.TEXT;
import static org.heliograph.visibility.FieldClass.INTERNAL;
import static org.heliograph.visibility.FieldClass.OPEN;
import static org.heliograph.visibility.FieldClass.PERSONAL;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heliograph.record.Annulment;
import org.heliograph.record.CommonFields;
import org.heliograph.record.ExpiryFacts;
import org.heliograph.record.Mention;
import org.heliograph.record.Publicised;
import org.heliograph.record.RecordField;
import org.heliograph.record.RecordType;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * How case outcomes describe themselves to the engines. The reporter is no field, so that no engine
 * can read it; nor are the codes of power item and risk point, which would tell of items that the
 * reader may not see.
 */
@Singleton
public class CaseOutcomeType extends RecordType<CaseOutcome> {
  /** How a masked name is told from a whole one. */
  private static final Pattern MASKED = Pattern.compile("[某×ＸX*＊○〇]");

  public CaseOutcomeType() {
    super(
        Publicised.after(
            List.of(
                RecordField.<CaseOutcome>of("type", OPEN, KEYWORD, c -> c.type.name())
                    .column("type")
                    .filter()
                    .facet(),
                RecordField.<CaseOutcome>of(
                        "respondentKind", OPEN, KEYWORD, c -> c.respondentKind.name())
                    .column("respondent_kind")
                    .filter()
                    .facet(),
                CommonFields.categoryPath(c -> List.of(c.type.name(), c.violationCategory)),
                RecordField.<CaseOutcome>of(
                        "violationCategory", OPEN, KEYWORD, c -> c.violationCategory)
                    .column("violation_category")
                    .filter()
                    .facet(),
                RecordField.<CaseOutcome>of("documentNumber", OPEN, KEYWORD, c -> c.documentNumber)
                    .column("document_number")
                    .filter()
                    .identifier(),
                RecordField.<CaseOutcome>of("decidedOn", OPEN, DATE, c -> c.decidedOn)
                    .column("decided_on")
                    .filter()
                    .sort(),
                RecordField.<CaseOutcome>of("exposure", OPEN, BOOLEAN, c -> c.exposure)
                    .column("exposure")
                    .filter()
                    .facet(),
                text("respondent", c -> c.respondent),
                text("post", c -> c.post),
                text("facts", c -> c.facts),
                text("legalBases", c -> c.legalBases.stream().map(CaseOutcomeType::words).toList()),
                text("outcomes", c -> c.outcomes.stream().map(CaseOutcomeType::words).toList()),
                text("remediation", c -> c.remediation),
                RecordField.of("respondentName", PERSONAL, TEXT, c -> c.respondentName),
                RecordField.<CaseOutcome>of("annulledOn", INTERNAL, DATE, c -> c.annulledOn)
                    .column("annulled_on"),
                RecordField.<CaseOutcome>of("withdrawalDue", INTERNAL, DATE, c -> c.withdrawalDue)
                    .column("withdrawal_due")
                    .filter(),
                RecordField.of("remark", INTERNAL, TEXT, c -> c.remark))));
  }

  private static RecordField<CaseOutcome> text(
      String name, Function<CaseOutcome, @Nullable Object> value) {
    return RecordField.of(name, OPEN, TEXT, value);
  }

  private static String words(CitedBasis basis) {
    return basis.article() == null ? basis.law() : basis.law() + basis.article();
  }

  private static String words(Sanction sanction) {
    return sanction.detail() == null
        ? sanction.measure()
        : sanction.measure() + " " + sanction.detail();
  }

  @Override
  public List<Mention> mentions(CaseOutcome row) {
    return row.powerItem == null
        ? List.of()
        : List.of(new Mention("powerItem", RecordKind.POWER_ITEM, row.powerItem));
  }

  @Override
  public boolean isPenalty(CaseOutcome row) {
    return row.type == CaseType.ADMINISTRATIVE_PENALTY;
  }

  @Override
  public void annul(CaseOutcome row, Annulment annulment, Instant at, String actor) {
    row.annul(annulment, at, actor);
  }

  @Override
  public @Nullable LocalDate annulledOn(CaseOutcome row) {
    return row.annulledOn;
  }

  @Override
  public void takeOver(CaseOutcome correction, CaseOutcome published) {
    correction.takeOver(published);
  }

  @Override
  public Set<String> categories() {
    return Arrays.stream(CaseType.values()).map(Enum::name).collect(Collectors.toSet());
  }

  @Override
  public ExpiryFacts expiryFacts(CaseOutcome row) {
    return new ExpiryFacts(
        row.type.name(),
        null,
        row.outcomes.stream()
            .map(each -> new ExpiryFacts.Measure(each.measure(), each.amount(), each.until()))
            .toList());
  }

  @Override
  public List<String> hiddenNames(CaseOutcome row) {
    String name = row.respondentName;
    return name == null
            || row.respondentKind != RespondentKind.PERSON
            || row.respondent.contains(name)
        ? List.of()
        : List.of(name);
  }

  @Override
  public @Nullable String namingField(CaseOutcome row) {
    return row.respondentKind == RespondentKind.PERSON && !MASKED.matcher(row.respondent).find()
        ? "respondent"
        : null;
  }

  /** The year of the decision. */
  @Override
  public @Nullable Integer year(CaseOutcome row) {
    return row.decidedOn.getYear();
  }

  @Override
  public RecordKind kind() {
    return RecordKind.CASE_OUTCOME;
  }

  @Override
  public Class<CaseOutcome> entity() {
    return CaseOutcome.class;
  }

  @Override
  public String defaultSort() {
    return "decidedOn";
  }
}
