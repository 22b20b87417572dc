package org.heliograph.poweritem;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An integrity risk point 廉政风险点 at a step, a post, or (with neither) the organisation. */
@Entity
@Table(name = "risk_point")
@IdClass(ChildKey.class)
public class RiskPoint {
  @Id
  @Column(name = "item_id")
  public long itemId;

  @Id public int seq;

  public String code;

  @Enumerated(EnumType.STRING)
  public RiskGrade grade;

  public String description;
  public @Nullable String step;
  public @Nullable String post;
  public @Nullable String holder;

  static RiskPoint of(int seq, PowerItemDraft.Risk draft) {
    var risk = new RiskPoint();
    risk.seq = seq;
    risk.code = draft.code();
    risk.grade = draft.grade();
    risk.description = draft.description();
    risk.step = draft.step();
    risk.post = draft.post();
    risk.holder = draft.holder();
    return risk;
  }
}
