package org.heliograph.poweritem;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One step 环节 of the process flow: the smallest unit that one post answers for. */
@Entity
@Table(name = "process_step")
@IdClass(ChildKey.class)
public class ProcessStep {
  @Id
  @Column(name = "item_id")
  public long itemId;

  @Id public int seq;

  public String key;
  public String name;
  public @Nullable String post;
  public @Nullable String handler;

  @Column(name = "handler_phone")
  public @Nullable String handlerPhone;

  public @Nullable String content;
  public @Nullable String result;

  @Column(name = "limit_days")
  public @Nullable Integer limitDays;

  @Enumerated(EnumType.STRING)
  @Column(name = "limit_unit")
  public @Nullable DayUnit limitUnit;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "clock_stops")
  public List<ClockStop> clockStops;

  @JdbcTypeCode(SqlTypes.JSON)
  public List<FlowEdge> next;

  static ProcessStep of(int seq, PowerItemDraft.Step draft) {
    var step = new ProcessStep();
    step.seq = seq;
    step.key = draft.key();
    step.name = draft.name();
    step.post = draft.post();
    step.handler = draft.handler();
    step.handlerPhone = draft.handlerPhone();
    step.content = draft.content();
    step.result = draft.result();
    var limit = draft.limit();
    step.limitDays = limit == null ? null : limit.days();
    step.limitUnit = limit == null ? null : limit.unit();
    step.clockStops = draft.clockStops();
    step.next = draft.next();
    return step;
  }
}
