package org.heliograph.caseoutcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.editing.PublicisedInput;
import org.jspecify.annotations.Nullable;

/** The content of a case outcome 案件处理结果. */
@Input("CaseOutcomeInput")
@Description("The content of a case outcome 案件处理结果.")
public class CaseOutcomeInput extends PublicisedInput {
  @NonNull
  @Description("Type of case.")
  public CaseType type;

  @NonNull
  @Description("Whether the respondent is a person or an organisation.")
  public RespondentKind respondentKind;

  @NonNull
  @Description("The respondent as the public reads it.")
  public String respondent;

  @Nullable
  @Description("Whole name, for those in charge.")
  public String respondentName;

  @Nullable
  @Description("Post of the respondent.")
  public String post;

  @NonNull
  @Description("Category of the violation.")
  public String violationCategory;

  @NonNull
  @Description("Facts of the case.")
  public String facts;

  @Nullable
  @Description("Laws that the outcome rests on.")
  public List<@NonNull CitedInput> legalBases;

  @Nullable
  @Description("Sanctions.")
  public List<@NonNull SanctionInput> outcomes;

  @NonNull
  @Description("Document number 文号.")
  public String documentNumber;

  @NonNull
  @Description("Day of the decision.")
  public LocalDate decidedOn;

  @Nullable
  @Description("Day of effect.")
  public LocalDate effectiveOn;

  @Nullable
  @Description("通报曝光 whether it is published as a warning; false when absent.")
  public Boolean exposure;

  @Nullable
  @Description("What was put right.")
  public String remediation;

  @Nullable
  @Description("Code of the power item that was abused.")
  public String powerItem;

  @Nullable
  @Description("Code of the risk point that had warned of it.")
  public String riskPoint;

  @Nullable
  @Description("Who reported it; nobody can read it back.")
  public String reporter;

  @Nullable
  @Description("Remark for people in office.")
  public String remark;

  /** A law that an outcome rests on. */
  @Input("CitedBasisInput")
  @Description("A law that an outcome rests on.")
  public static class CitedInput {
    @NonNull
    @Description("Name of the law.")
    public String law;

    @Nullable
    @Description("Article.")
    public String article;
  }

  /** A sanction. */
  @Input("SanctionInput")
  @Description("A sanction.")
  public static class SanctionInput {
    @NonNull
    @Description("The measure, for example 罚款.")
    public String measure;

    @Nullable
    @Description("CNY.")
    public BigDecimal amount;

    @Nullable
    @Description("More of it, in words.")
    public String detail;

    @Nullable
    @Description("Last day of a ban: a rule of expiry may show the penalty up to it.")
    public LocalDate until;
  }
}
