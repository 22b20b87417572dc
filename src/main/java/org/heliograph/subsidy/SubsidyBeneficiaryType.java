package org.heliograph.subsidy;

import static org.heliograph.record.FieldType.DATE;
import static org.heliograph.record.FieldType.DECIMAL;
import static org.heliograph.record.FieldType.INTEGER;
import static org.heliograph.record.FieldType.KEYWORD;
import static org.heliograph.record.FieldType.TEXT;
import static org.heliograph.visibility.FieldClass.OPEN;
import static org.heliograph.visibility.FieldClass.PERSONAL;

import jakarta.inject.Singleton;
import java.util.List;
import org.heliograph.record.ExpiryFacts;
import org.heliograph.record.Publicised;
import org.heliograph.record.RecordField;
import org.heliograph.record.RecordType;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * How subsidy beneficiaries describe themselves to the engines. The person's key is no field:
 * engines neither index it nor look by it.
 */
@Singleton
public class SubsidyBeneficiaryType extends RecordType<SubsidyBeneficiary> {
  public SubsidyBeneficiaryType() {
    super(
        Publicised.after(
            List.of(
                RecordField.<SubsidyBeneficiary>of("programme", OPEN, KEYWORD, b -> b.programme)
                    .column("programme")
                    .filter()
                    .facet(),
                RecordField.<SubsidyBeneficiary>of("year", OPEN, INTEGER, b -> b.year)
                    .column("year")
                    .filter()
                    .facet(),
                RecordField.<SubsidyBeneficiary>of("period", OPEN, KEYWORD, b -> b.period)
                    .column("period")
                    .filter(),
                RecordField.<SubsidyBeneficiary>of("shownName", OPEN, TEXT, b -> b.shownName),
                RecordField.<SubsidyBeneficiary>of("fullName", PERSONAL, TEXT, b -> b.fullName),
                RecordField.<SubsidyBeneficiary>of("bankTail", PERSONAL, KEYWORD, b -> b.bankTail),
                RecordField.<SubsidyBeneficiary>of(
                        "householdSize", OPEN, INTEGER, b -> b.householdSize)
                    .column("household_size"),
                RecordField.<SubsidyBeneficiary>of("standard", OPEN, TEXT, b -> b.standard),
                RecordField.<SubsidyBeneficiary>of("amount", OPEN, DECIMAL, b -> b.amount)
                    .column("amount")
                    .filter()
                    .sort(),
                RecordField.<SubsidyBeneficiary>of("paidOn", OPEN, DATE, b -> b.paidOn)
                    .column("paid_on")
                    .filter()
                    .sort(),
                RecordField.<SubsidyBeneficiary>of("status", OPEN, KEYWORD, b -> b.status.name())
                    .column("status")
                    .filter()
                    .facet(),
                RecordField.<SubsidyBeneficiary>of(
                        "cadreRelation", OPEN, KEYWORD, b -> b.cadreRelation.name())
                    .column("cadre_relation")
                    .filter()
                    .facet(),
                RecordField.<SubsidyBeneficiary>of("cadreNote", OPEN, TEXT, b -> b.cadreNote),
                RecordField.<SubsidyBeneficiary>of("evidence", OPEN, TEXT, b -> b.evidence))));
  }

  @Override
  public ExpiryFacts expiryFacts(SubsidyBeneficiary row) {
    return new ExpiryFacts(null, row.programme, List.of());
  }

  @Override
  public String inputPath(SubsidyBeneficiary row, String path) {
    return path.equals("fullName") ? "name" : path;
  }

  @Override
  public RecordKind kind() {
    return RecordKind.SUBSIDY_BENEFICIARY;
  }

  @Override
  public Class<SubsidyBeneficiary> entity() {
    return SubsidyBeneficiary.class;
  }

  @Override
  public String defaultSort() {
    return "paidOn";
  }

  @Override
  public List<String> hiddenNames(SubsidyBeneficiary row) {
    return row.fullName.equals(row.shownName) ? List.of() : List.of(row.fullName);
  }

  @Override
  public @Nullable String namingField(SubsidyBeneficiary row) {
    return row.fullName.equals(row.shownName) ? "name" : null;
  }

  /** The programme is suggested, by its name: nobody's receipt is held out to whoever types. */
  @Override
  public boolean isSuggested() {
    return false;
  }

  /** The year that the receipt is for, whenever it was published. */
  @Override
  public @Nullable Integer year(SubsidyBeneficiary row) {
    return row.year;
  }
}
