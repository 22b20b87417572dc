package org.heliograph.caseoutcome;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.PublicisedView;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.RecordOrTombstone;
import org.heliograph.poweritem.LegalBasisView;
import org.heliograph.poweritem.PowerItemView;
import org.heliograph.poweritem.RiskPointView;
import org.heliograph.visibility.FieldClass;
import org.jspecify.annotations.Nullable;

/** A case outcome as the schema shows it. */
@Name("CaseOutcome")
@Description(
    "A case outcome 案件处理结果: the published result of a case of discipline, penalty or justice.")
public class CaseOutcomeView extends PublicisedView implements RecordNode, RecordOrTombstone {
  private final CaseOutcome row;
  private final Links links;

  /** What the outcome leads to, as far as it was selected and exists for the viewer. */
  record Links(
      List<LegalBasisView> legalBases,
      @Nullable PowerItemView powerItem,
      @Nullable RiskPointView riskPoint) {}

  CaseOutcomeView(Visible<CaseOutcome> visible, Links links) {
    super(visible);
    row = visible.row();
    this.links = links;
  }

  @NonNull
  @Description("What sort of case it was.")
  public CaseType getType() {
    return row.type;
  }

  @NonNull
  @Description("Whether the respondent is a person or an organisation.")
  public RespondentKind getRespondentKind() {
    return row.respondentKind;
  }

  @NonNull
  @Description(
      "The respondent 当事人 as the public reads it; a person is masked where the rules say so.")
  public String getRespondent() {
    return row.respondent;
  }

  @Nullable
  @Description("The whole name of a masked respondent; for those in charge only.")
  public String getRespondentName() {
    return allowed(FieldClass.PERSONAL, row.respondentName);
  }

  @Nullable
  @Description("Post of the respondent.")
  public String getPost() {
    return row.post;
  }

  @NonNull
  @Description("Category of the violation 违法违纪类型.")
  public String getViolationCategory() {
    return row.violationCategory;
  }

  @NonNull
  @Description("The facts that were found.")
  public String getFacts() {
    return row.facts;
  }

  @NonNull
  @Description("Legal bases that the decision cites.")
  public List<@NonNull LegalBasisView> getLegalBases() {
    return links.legalBases();
  }

  @NonNull
  @Description("What was decided 处理结果.")
  public List<@NonNull Sanction> getOutcomes() {
    return row.outcomes;
  }

  @NonNull
  @Description("Document number 文号 of the decision.")
  public String getDocumentNumber() {
    return row.documentNumber;
  }

  @NonNull
  @Description("Date of the decision.")
  public LocalDate getDecidedOn() {
    return row.decidedOn;
  }

  @Nullable
  @Description("Date from which the decision has effect.")
  public LocalDate getEffectiveOn() {
    return row.effectiveOn;
  }

  @Description("Whether it was published as a warning 通报曝光.")
  public boolean isExposure() {
    return row.exposure;
  }

  @Nullable
  @Description("What was put right 以案促改.")
  public String getRemediation() {
    return row.remediation;
  }

  @Nullable
  @Description("The power item whose exercise the case was about; null when there is none for you.")
  public PowerItemView getPowerItem() {
    return links.powerItem();
  }

  @Nullable
  @Description("The risk point of that item that came true; null when there is none for you.")
  public RiskPointView getRiskPoint() {
    return links.riskPoint();
  }

  @Nullable
  @Description("For people in office: when the penalty was changed or annulled.")
  public LocalDate getAnnulledOn() {
    return allowed(FieldClass.INTERNAL, row.annulledOn);
  }

  @Nullable
  @Description(
      "For people in office: the last of the three working days within which an annulled penalty is withdrawn (行政处罚法 第四十八条).")
  public LocalDate getWithdrawalDue() {
    return allowed(FieldClass.INTERNAL, row.withdrawalDue);
  }

  @Nullable
  @Description("Internal remark; for people in office only.")
  public String getRemark() {
    return allowed(FieldClass.INTERNAL, row.remark);
  }
}
