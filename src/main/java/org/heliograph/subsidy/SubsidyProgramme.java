package org.heliograph.subsidy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/** A subsidy programme 补贴项目: reference data, always public. */
@Entity
@Table(name = "subsidy_programme")
public class SubsidyProgramme {
  @Id public String code;
  public String name;
  public String category;
  public String organisation;
  public String region;
  public @Nullable String basis;
  public @Nullable String standard;

  @Enumerated(EnumType.STRING)
  @Column(name = "publicity_rule")
  public PublicityRule publicityRule;

  /** Whether its list tells of illness, disability or a minor. */
  public boolean sensitive;

  @Column(name = "valid_from")
  public @Nullable LocalDate validFrom;

  @Column(name = "valid_until")
  public @Nullable LocalDate validUntil;

  /** A programme as a source gives it. */
  public record Draft(
      String code,
      String name,
      String category,
      String organisation,
      String region,
      @Nullable String basis,
      @Nullable String standard,
      PublicityRule publicityRule,
      boolean sensitive,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil) {}

  /** Refuses a sensitive programme that would show whole names. */
  public static SubsidyProgramme of(Draft draft) {
    if (draft.sensitive() && draft.publicityRule() == PublicityRule.FULL) {
      throw Problem.badInput(
          "publicityRule",
          "a programme whose list tells of illness, disability or a minor never shows whole names: use MASKED or HIDDEN");
    }
    var programme = new SubsidyProgramme();
    programme.code = draft.code();
    programme.name = draft.name();
    programme.category = draft.category();
    programme.organisation = draft.organisation();
    programme.region = draft.region();
    programme.basis = draft.basis();
    programme.standard = draft.standard();
    programme.publicityRule = draft.publicityRule();
    programme.sensitive = draft.sensitive();
    programme.validFrom = draft.validFrom();
    programme.validUntil = draft.validUntil();
    return programme;
  }

  /** Everything but the code, to tell whether a second import changes anything. */
  List<@Nullable Object> content() {
    return Arrays.asList(
        name,
        category,
        organisation,
        region,
        basis,
        standard,
        publicityRule,
        sensitive,
        validFrom,
        validUntil);
  }
}
