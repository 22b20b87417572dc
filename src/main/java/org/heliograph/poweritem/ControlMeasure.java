package org.heliograph.poweritem;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A control measure 防控措施 that answers a risk point. */
@Entity
@Table(name = "control_measure")
@IdClass(ControlMeasure.Key.class)
public class ControlMeasure {
  @Id
  @Column(name = "item_id")
  public long itemId;

  @Id
  @Column(name = "risk_seq")
  public int riskSeq;

  @Id public int seq;

  public String description;
  public @Nullable String duty;

  static ControlMeasure of(int riskSeq, int seq, PowerItemDraft.Measure draft) {
    var measure = new ControlMeasure();
    measure.riskSeq = riskSeq;
    measure.seq = seq;
    measure.description = draft.description();
    measure.duty = draft.duty();
    return measure;
  }

  /** Item, risk and place among the risk's measures. */
  public static final class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    public long itemId;
    public int riskSeq;
    public int seq;

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && key.itemId == itemId
          && key.riskSeq == riskSeq
          && key.seq == seq;
    }

    @Override
    public int hashCode() {
      return Objects.hash(itemId, riskSeq, seq);
    }
  }
}
