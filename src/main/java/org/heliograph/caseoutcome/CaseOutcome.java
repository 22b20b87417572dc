package org.heliograph.caseoutcome;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.heliograph.record.Annulment;
import org.heliograph.record.Origin;
import org.heliograph.record.Publicised;
import org.heliograph.shared.RecordKind;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The published result of a case 案件处理结果, in one revision. */
@Entity
@Table(name = "case_outcome")
public class CaseOutcome extends Publicised {
  @Enumerated(EnumType.STRING)
  public CaseType type;

  @Enumerated(EnumType.STRING)
  @Column(name = "respondent_kind")
  public RespondentKind respondentKind;

  /** As the public reads it. */
  public String respondent;

  /** The whole name; class PERSONAL. */
  @Column(name = "respondent_name")
  public @Nullable String respondentName;

  public @Nullable String post;

  @Column(name = "violation_category")
  public String violationCategory;

  public String facts;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "legal_bases")
  public List<CitedBasis> legalBases;

  @JdbcTypeCode(SqlTypes.JSON)
  public List<Sanction> outcomes;

  @Column(name = "document_number")
  public String documentNumber;

  @Column(name = "decided_on")
  public LocalDate decidedOn;

  @Column(name = "effective_on")
  public @Nullable LocalDate effectiveOn;

  public boolean exposure;
  public @Nullable String remediation;

  @Column(name = "power_item")
  public @Nullable String powerItem;

  @Column(name = "risk_point")
  public @Nullable String riskPoint;

  /** When the penalty was changed or annulled; class INTERNAL. */
  @Column(name = "annulled_on")
  public @Nullable LocalDate annulledOn;

  /** The last day on which an annulled penalty may still be public; class INTERNAL. */
  @Column(name = "withdrawal_due")
  public @Nullable LocalDate withdrawalDue;

  /** Class REPORTER, granted to no role: neither the schema nor an index has this field. */
  public @Nullable String reporter;

  public @Nullable String remark;

  /** The first draft of a case outcome. */
  public static CaseOutcome draft(CaseOutcomeDraft draft, Origin origin) {
    var outcome = new CaseOutcome();
    outcome.begin(origin);
    outcome.type = draft.type();
    outcome.respondentKind = draft.respondentKind();
    outcome.respondent = draft.respondent();
    outcome.respondentName = draft.respondentName();
    outcome.post = draft.post();
    outcome.violationCategory = draft.violationCategory();
    outcome.facts = draft.facts();
    outcome.legalBases = draft.legalBases();
    outcome.outcomes = draft.outcomes();
    outcome.documentNumber = draft.documentNumber();
    outcome.decidedOn = draft.decidedOn();
    outcome.effectiveOn = draft.effectiveOn();
    outcome.exposure = draft.exposure();
    outcome.remediation = draft.remediation();
    outcome.powerItem = draft.powerItem();
    outcome.riskPoint = draft.riskPoint();
    outcome.reporter = draft.reporter();
    outcome.remark = draft.remark();
    return outcome;
  }

  /** Was annulled, and has to be withdrawn. */
  void annul(Annulment annulment, Instant at, String actor) {
    annulledOn = annulment.on();
    withdrawalDue = annulment.due();
    touch(at, actor);
  }

  /** What was annulled stays so, whatever is corrected. */
  void takeOver(CaseOutcome published) {
    annulledOn = published.annulledOn;
    withdrawalDue = published.withdrawalDue;
  }

  @Override
  protected void blank() {
    super.blank();
    respondent = "";
    respondentName = null;
    post = null;
    violationCategory = "";
    facts = "";
    legalBases = List.of();
    outcomes = List.of();
    documentNumber = "";
    decidedOn = LocalDate.EPOCH;
    effectiveOn = null;
    exposure = false;
    remediation = null;
    powerItem = null;
    riskPoint = null;
    annulledOn = null;
    withdrawalDue = null;
    reporter = null;
    remark = null;
  }

  @Override
  public RecordKind kind() {
    return RecordKind.CASE_OUTCOME;
  }
}
