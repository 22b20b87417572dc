package org.heliograph.poweritem;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A supervision point 监察点: where a step is watched. */
@Entity
@Table(name = "supervision_point")
@IdClass(ChildKey.class)
public class SupervisionPoint {
  @Id
  @Column(name = "item_id")
  public long itemId;

  @Id public int seq;

  public String code;
  public String step;
  public String content;
  public @Nullable String method;

  static SupervisionPoint of(int seq, PowerItemDraft.Point draft) {
    var point = new SupervisionPoint();
    point.seq = seq;
    point.code = draft.code();
    point.step = draft.step();
    point.content = draft.content();
    point.method = draft.method();
    return point;
  }
}
