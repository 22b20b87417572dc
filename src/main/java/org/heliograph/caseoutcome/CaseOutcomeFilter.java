package org.heliograph.caseoutcome;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.CommonFilter;
import org.heliograph.record.Criterion;
import org.jspecify.annotations.Nullable;

/** What a list of case outcomes may be narrowed by. */
@Input("CaseOutcomeFilter")
@Description("Narrows a list of case outcomes; all given parts must hold.")
public class CaseOutcomeFilter extends CommonFilter {
  @Nullable
  @Description("Types of case.")
  public List<@NonNull CaseType> types;

  @Nullable
  @Description("Kinds of respondent.")
  public List<@NonNull RespondentKind> respondentKinds;

  @Nullable
  @Description("Violation categories, exactly as given.")
  public List<@NonNull String> violationCategories;

  @Nullable
  @Description("Document numbers, exactly as given.")
  public List<@NonNull String> documentNumbers;

  @Nullable
  @Description("Whether the outcome was published as a warning 通报曝光.")
  public Boolean exposure;

  @Nullable
  @Description("Decided on or after this date.")
  public LocalDate decidedFrom;

  @Nullable
  @Description("Decided on or before this date.")
  public LocalDate decidedUntil;

  @Nullable
  @Description(
      "Annulled penalties whose withdrawal is due on or before this date; for people in office, others find none.")
  public LocalDate withdrawalDueUntil;

  @Nullable
  @Description("Open to objections on this date 公示期内.")
  public LocalDate publicityOn;

  @Override
  public List<Criterion> criteria() {
    return common()
        .anyOf("type", types)
        .anyOf("respondentKind", respondentKinds)
        .anyOf("violationCategory", violationCategories)
        .anyOf("documentNumber", documentNumbers)
        .is("exposure", exposure)
        .between("decidedOn", decidedFrom, decidedUntil)
        .between("withdrawalDue", null, withdrawalDueUntil)
        .between("publicityFrom", null, publicityOn)
        .between("publicityUntil", publicityOn, null)
        .criteria();
  }
}
