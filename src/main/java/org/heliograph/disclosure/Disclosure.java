package org.heliograph.disclosure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.heliograph.poweritem.DisclosureManner;
import org.heliograph.record.Origin;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.RecordKind;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Anything published under a category of the disclosure catalogue 公开信息, in one revision. */
@Entity
@Table(name = "disclosure")
public class Disclosure extends PublicRecord {
  @Enumerated(EnumType.STRING)
  public DisclosureCategory category;

  /** A year, quarter or month: 2026, 2026-Q3, 2026-09. */
  public @Nullable String period;

  @Enumerated(EnumType.STRING)
  public DisclosureForm form;

  @Enumerated(EnumType.STRING)
  public DisclosureManner manner;

  public String content;
  public @Nullable String basis;
  public @Nullable String procedure;
  public @Nullable String process;
  public @Nullable String result;

  @Column(name = "publicity_from")
  public @Nullable LocalDate publicityFrom;

  @Column(name = "publicity_until")
  public @Nullable LocalDate publicityUntil;

  @JdbcTypeCode(SqlTypes.JSON)
  public List<Related> related;

  @JdbcTypeCode(SqlTypes.JSON)
  public @Nullable DisclosureDetail detail;

  public @Nullable String remark;

  /** The first draft of a disclosure. */
  public static Disclosure draft(DisclosureDraft draft, Origin origin) {
    var disclosure = new Disclosure();
    disclosure.begin(origin);
    disclosure.category = draft.category();
    disclosure.period = draft.period();
    disclosure.form = draft.form();
    disclosure.manner = draft.manner();
    disclosure.content = draft.content();
    disclosure.basis = draft.basis();
    disclosure.procedure = draft.procedure();
    disclosure.process = draft.process();
    disclosure.result = draft.result();
    disclosure.attach(draft.attachments());
    disclosure.publicityFrom = draft.publicityFrom();
    disclosure.publicityUntil = draft.publicityUntil();
    disclosure.related = draft.related();
    disclosure.detail = draft.detail();
    disclosure.remark = draft.remark();
    return disclosure;
  }

  @Override
  protected void blank() {
    period = null;
    content = "";
    basis = null;
    procedure = null;
    process = null;
    result = null;
    publicityFrom = null;
    publicityUntil = null;
    related = List.of();
    detail = null;
    remark = null;
  }

  @Override
  public RecordKind kind() {
    return RecordKind.DISCLOSURE;
  }
}
