package org.heliograph.poweritem;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.RecordOrTombstone;
import org.heliograph.graphql.RecordView;
import org.heliograph.visibility.FieldClass;
import org.jspecify.annotations.Nullable;

/** A power item as the schema shows it. */
@Name("PowerItem")
@Description(
    "A power item 权力事项: one administrative power of one organisation, as listed in its power list.")
public class PowerItemView extends RecordView implements RecordNode, RecordOrTombstone {
  private final PowerItem row;
  private final Parts parts;

  /** What was loaded of the item's children: only what was selected. */
  record Parts(
      List<LegalBasisView> legalBases,
      List<ProcessStepView> steps,
      List<RiskPointView> riskPoints,
      List<SupervisionPointView> supervisionPoints) {}

  PowerItemView(Visible<PowerItem> visible, Parts parts) {
    super(visible);
    row = visible.row();
    this.parts = parts;
  }

  @Nullable
  @Description("Catalogue code 基本编码; null for micro-powers.")
  public String getBasicCode() {
    return row.basicCode;
  }

  @NonNull
  @Description("What sort of power it is.")
  public PowerCategory getCategory() {
    return row.category;
  }

  @NonNull
  @Description("At which level it is exercised.")
  public ExerciseLevel getLevel() {
    return row.level;
  }

  @NonNull
  @Description("Where the power comes from.")
  public PowerSource getSource() {
    return row.source;
  }

  @Nullable
  @Description("The item's own integrity-risk grade.")
  public RiskGrade getGrade() {
    return row.grade;
  }

  @Nullable
  @Description("Responsible post 责任岗位.")
  public String getPost() {
    return row.post;
  }

  @Nullable
  @Description("Responsible person.")
  public String getResponsiblePerson() {
    return row.responsiblePerson;
  }

  @Nullable
  @Description("The post's internal phone; for people in office only.")
  public String getContactPhone() {
    return allowed(FieldClass.INTERNAL, row.contactPhone);
  }

  @NonNull
  @Description("Duties 责任事项: what the holder must do.")
  public List<@NonNull String> getDuties() {
    return row.duties;
  }

  @NonNull
  @Description("Accountability 追责情形: when the holder answers for it.")
  public List<@NonNull String> getAccountability() {
    return row.accountability;
  }

  @Nullable
  @Description("Conditions for an application.")
  public String getConditions() {
    return row.conditions;
  }

  @NonNull
  @Description("Materials that the applicant hands in.")
  public List<@NonNull Material> getMaterials() {
    return row.materials;
  }

  @Nullable
  @Description("Time limit set by law 法定时限.")
  public TimeLimit getStatutoryLimit() {
    return row.statutoryLimit;
  }

  @Nullable
  @Description("Time limit that the organisation promises 承诺时限.")
  public TimeLimit getPromisedLimit() {
    return row.promisedLimit;
  }

  @NonNull
  @Description("Fees and their basis.")
  public List<@NonNull Fee> getFees() {
    return row.fees;
  }

  @NonNull
  @Description("Discretion standard 裁量基准 of a penalty.")
  public List<@NonNull DiscretionRange> getDiscretion() {
    return row.discretion;
  }

  @Nullable
  @Description("Rights of the counterpart 相对人权利.")
  public String getCounterpartRights() {
    return row.counterpartRights;
  }

  @Nullable
  @Description("Where to complain.")
  public String getComplaintChannel() {
    return row.complaintChannel;
  }

  @NonNull
  @Description("How the item is disclosed.")
  public DisclosureManner getManner() {
    return row.manner;
  }

  @NonNull
  @Description("Whether it is in force.")
  public PowerItemState getState() {
    return row.state;
  }

  @Nullable
  @Description("Why it is no longer in force, or what was adjusted.")
  public String getStateReason() {
    return row.stateReason;
  }

  @Nullable
  @Description("Date from which it is in force.")
  public LocalDate getEffectiveFrom() {
    return row.effectiveFrom;
  }

  @Nullable
  @Description("Date until which it is in force; null while open.")
  public LocalDate getEffectiveUntil() {
    return row.effectiveUntil;
  }

  @Nullable
  @Description("Remark of the review; for people in office only.")
  public String getReviewRemark() {
    return allowed(FieldClass.INTERNAL, row.reviewRemark);
  }

  @NonNull
  @Description("Legal bases 设定依据.")
  public List<@NonNull LegalBasisView> getLegalBases() {
    return parts.legalBases();
  }

  @NonNull
  @Description("Steps of the process flow 流程图, in their usual order.")
  public List<@NonNull ProcessStepView> getSteps() {
    return parts.steps();
  }

  @NonNull
  @Description("All integrity risk points of the item.")
  public List<@NonNull RiskPointView> getRiskPoints() {
    return parts.riskPoints();
  }

  @NonNull
  @Description("All supervision points of the item.")
  public List<@NonNull SupervisionPointView> getSupervisionPoints() {
    return parts.supervisionPoints();
  }
}
