package org.heliograph.caseoutcome;

import java.time.LocalDate;
import java.util.List;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The content of a case outcome as an editor or importer gives it. Absent lists are empty.
 *
 * @param respondent as the public reads it, masked where the rules say so
 * @param respondentName the whole name; for those in charge only
 * @param powerItem code of the power item whose exercise the case was about
 * @param riskPoint code of the risk point within that item
 * @param reporter who reported the case; stored, never shown and never indexed
 */
public record CaseOutcomeDraft(
    CaseType type,
    RespondentKind respondentKind,
    String respondent,
    @Nullable String respondentName,
    @Nullable String post,
    String violationCategory,
    String facts,
    List<CitedBasis> legalBases,
    List<Sanction> outcomes,
    String documentNumber,
    LocalDate decidedOn,
    @Nullable LocalDate effectiveOn,
    boolean exposure,
    @Nullable String remediation,
    @Nullable String powerItem,
    @Nullable String riskPoint,
    @Nullable String reporter,
    @Nullable String remark) {

  public CaseOutcomeDraft {
    Problem.required("type", type);
    Problem.required("respondentKind", respondentKind);
    Problem.required("respondent", respondent);
    Problem.required("violationCategory", violationCategory);
    Problem.required("facts", facts);
    Problem.required("documentNumber", documentNumber);
    Problem.required("decidedOn", decidedOn);
    legalBases = orEmpty(legalBases);
    outcomes = orEmpty(outcomes);
    if (riskPoint != null && powerItem == null) {
      throw Problem.badInput("riskPoint", "belongs to a power item: name that too");
    }
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
