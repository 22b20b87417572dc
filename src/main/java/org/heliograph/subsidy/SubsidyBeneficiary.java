package org.heliograph.subsidy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.heliograph.privacy.SensitiveTopic;
import org.heliograph.record.Origin;
import org.heliograph.record.Publicised;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * One receipt of one person or household under one programme in one period 享受对象, in one revision.
 * How the person is named to the public is settled when the draft is made.
 */
@Entity
@Table(name = "subsidy_beneficiary")
public class SubsidyBeneficiary extends Publicised {
  /** Code of the programme. */
  public String programme;

  public int year;
  public @Nullable String period;

  /** The name as the programme's rule shows it. */
  @Column(name = "shown_name")
  public String shownName;

  @Column(name = "full_name")
  public String fullName;

  /** Keyed hash of the identity number; null when the source gives none. */
  @Column(name = "person_key")
  public @Nullable String personKey;

  @Column(name = "bank_tail")
  public @Nullable String bankTail;

  @Column(name = "household_size")
  public @Nullable Integer householdSize;

  public @Nullable String standard;

  /** CNY with two places. */
  public BigDecimal amount;

  @Column(name = "paid_on")
  public LocalDate paidOn;

  @Enumerated(EnumType.STRING)
  public PaymentStatus status;

  @Enumerated(EnumType.STRING)
  @Column(name = "cadre_relation")
  public CadreRelation cadreRelation;

  @Column(name = "cadre_note")
  public @Nullable String cadreNote;

  public @Nullable String evidence;

  /**
   * The first draft of a receipt. A blank title is made from programme, year and shown name; the
   * whole name is taken out of every text that the public reads where the rule does not show it.
   */
  public static SubsidyBeneficiary draft(
      SubsidyBeneficiaryDraft draft, SubsidyProgramme programme, PersonKey keys, Origin origin) {
    String name = draft.name().strip();
    String shown = NameRule.shown(name, rule(draft, programme, origin));
    String title =
        origin.title().isBlank()
            ? programme.name + draft.year() + "年：" + shown
            : NameRule.redact(origin.title(), name, shown);
    var row = new SubsidyBeneficiary();
    row.begin(origin);
    row.title = open("title", title);
    row.code = open("code", origin.code());
    row.changeNote = open("changeNote", NameRule.redact(origin.changeNote(), name, shown));
    // also of what the rule makes of it: a changed rule changes the record though its source did
    // not
    row.contentHash = keys.seal(origin.contentHash() + "\n" + title + "\n" + shown);
    row.programme = programme.code;
    row.year = draft.year();
    row.period = open("period", draft.period());
    row.shownName = shown;
    row.fullName = name;
    row.personKey = draft.identity() == null ? null : keys.of(draft.identity());
    row.bankTail = draft.bankTail();
    row.householdSize = draft.householdSize();
    row.standard = open("standard", NameRule.redact(draft.standard(), name, shown));
    row.amount = draft.amount();
    row.paidOn = draft.paidOn();
    row.status = draft.status();
    row.cadreRelation = draft.cadreRelation();
    row.cadreNote = open("cadreNote", NameRule.redact(draft.cadreNote(), name, shown));
    row.evidence = open("evidence", NameRule.redact(draft.evidence(), name, shown));
    return row;
  }

  /**
   * The programme's rule; a record that names illness, disability or a minor shows no whole name
   * whatever the rule says (个人信息保护法 第二十八条).
   */
  private static PublicityRule rule(
      SubsidyBeneficiaryDraft draft, SubsidyProgramme programme, Origin origin) {
    boolean sensitive =
        Stream.of(
                programme.name,
                origin.title(),
                draft.standard(),
                draft.cadreNote(),
                draft.evidence(),
                origin.changeNote())
            .anyMatch(text -> text != null && !SensitiveTopic.in(text).isEmpty());
    return sensitive && programme.publicityRule == PublicityRule.FULL
        ? PublicityRule.MASKED
        : programme.publicityRule;
  }

  private static @Nullable String open(String field, @Nullable String text) {
    if (IdentityNumber.isWithin(text)) {
      throw Problem.badInput(field, "has an identity number in it: take it out");
    }
    return text;
  }

  @Override
  protected void blank() {
    super.blank();
    period = null;
    shownName = "";
    fullName = "";
    personKey = null;
    bankTail = null;
    householdSize = null;
    standard = null;
    amount = BigDecimal.ZERO.setScale(2);
    paidOn = LocalDate.EPOCH;
    cadreRelation = CadreRelation.NONE;
    cadreNote = null;
    evidence = null;
  }

  @Override
  public RecordKind kind() {
    return RecordKind.SUBSIDY_BENEFICIARY;
  }
}
