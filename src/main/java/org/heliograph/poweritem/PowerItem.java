package org.heliograph.poweritem;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.record.Origin;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.RecordKind;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One administrative power of one organisation 权力事项, in one revision. Children are attached by the
 * store when somebody asks for them.
 */
@Entity
@Table(name = "power_item")
public class PowerItem extends PublicRecord {
  @Column(name = "basic_code")
  public @Nullable String basicCode;

  @Enumerated(EnumType.STRING)
  public PowerCategory category;

  @Enumerated(EnumType.STRING)
  public ExerciseLevel level;

  @Enumerated(EnumType.STRING)
  public PowerSource source;

  @Enumerated(EnumType.STRING)
  public @Nullable RiskGrade grade;

  public @Nullable String post;

  @Column(name = "responsible_person")
  public @Nullable String responsiblePerson;

  @Column(name = "contact_phone")
  public @Nullable String contactPhone;

  @JdbcTypeCode(SqlTypes.JSON)
  public List<String> duties;

  @JdbcTypeCode(SqlTypes.JSON)
  public List<String> accountability;

  public @Nullable String conditions;

  @JdbcTypeCode(SqlTypes.JSON)
  public List<Material> materials;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "statutory_limit")
  public @Nullable TimeLimit statutoryLimit;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "promised_limit")
  public @Nullable TimeLimit promisedLimit;

  @JdbcTypeCode(SqlTypes.JSON)
  public List<Fee> fees;

  @JdbcTypeCode(SqlTypes.JSON)
  public List<DiscretionRange> discretion;

  @Column(name = "counterpart_rights")
  public @Nullable String counterpartRights;

  @Column(name = "complaint_channel")
  public @Nullable String complaintChannel;

  @Enumerated(EnumType.STRING)
  public DisclosureManner manner;

  @Enumerated(EnumType.STRING)
  public PowerItemState state;

  @Column(name = "state_reason")
  public @Nullable String stateReason;

  @Column(name = "effective_from")
  public @Nullable LocalDate effectiveFrom;

  @Column(name = "effective_until")
  public @Nullable LocalDate effectiveUntil;

  @Column(name = "review_remark")
  public @Nullable String reviewRemark;

  @Transient public List<LegalBasis> legalBases = List.of();
  @Transient public List<ProcessStep> steps = List.of();
  @Transient public List<SupervisionPoint> supervisionPoints = List.of();
  @Transient public List<RiskPoint> riskPoints = List.of();
  @Transient public List<ControlMeasure> measures = List.of();

  /** The first draft of an item, with everything that belongs to it. */
  public static PowerItem draft(PowerItemDraft draft, Origin origin) {
    var item = new PowerItem();
    item.begin(origin);
    item.basicCode = draft.basicCode();
    item.category = draft.category();
    item.level = draft.level();
    item.source = draft.source();
    item.grade = draft.grade();
    item.post = draft.post();
    item.responsiblePerson = draft.responsiblePerson();
    item.contactPhone = draft.contactPhone();
    item.duties = draft.duties();
    item.accountability = draft.accountability();
    item.conditions = draft.conditions();
    item.materials = draft.materials();
    item.statutoryLimit = draft.statutoryLimit();
    item.promisedLimit = draft.promisedLimit();
    item.fees = draft.fees();
    item.discretion = draft.discretion();
    item.counterpartRights = draft.counterpartRights();
    item.complaintChannel = draft.complaintChannel();
    item.manner = draft.manner();
    item.state = draft.state();
    item.stateReason = draft.stateReason();
    item.effectiveFrom = draft.effectiveFrom();
    item.effectiveUntil = draft.effectiveUntil();
    item.reviewRemark = draft.reviewRemark();
    item.legalBases = numbered(draft.legalBases(), LegalBasis::of);
    item.steps = numbered(draft.steps(), ProcessStep::of);
    item.supervisionPoints = numbered(draft.supervisionPoints(), SupervisionPoint::of);
    item.riskPoints = numbered(draft.riskPoints(), RiskPoint::of);
    item.measures = new ArrayList<>();
    for (int risk = 0; risk < draft.riskPoints().size(); risk++) {
      var answers = draft.riskPoints().get(risk).measures();
      for (int i = 0; i < answers.size(); i++) {
        item.measures.add(ControlMeasure.of(risk + 1, i + 1, answers.get(i)));
      }
    }
    return item;
  }

  private interface Numbering<D, C> {
    C of(int seq, D draft);
  }

  private static <D, C> List<C> numbered(List<D> drafts, Numbering<D, C> numbering) {
    var all = new ArrayList<C>();
    for (D draft : drafts) {
      all.add(numbering.of(all.size() + 1, draft));
    }
    return all;
  }

  @Override
  protected void blank() {
    basicCode = null;
    grade = null;
    post = null;
    responsiblePerson = null;
    contactPhone = null;
    duties = List.of();
    accountability = List.of();
    conditions = null;
    materials = List.of();
    statutoryLimit = null;
    promisedLimit = null;
    fees = List.of();
    discretion = List.of();
    counterpartRights = null;
    complaintChannel = null;
    stateReason = null;
    effectiveFrom = null;
    effectiveUntil = null;
    reviewRemark = null;
    legalBases = List.of();
    steps = List.of();
    supervisionPoints = List.of();
    riskPoints = List.of();
    measures = List.of();
  }

  @Override
  public RecordKind kind() {
    return RecordKind.POWER_ITEM;
  }
}
