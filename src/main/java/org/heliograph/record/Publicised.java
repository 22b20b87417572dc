package org.heliograph.record;

import static org.heliograph.record.FieldType.DATE;
import static org.heliograph.visibility.FieldClass.OPEN;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record that may stand open to objections for a while 公示. Its editor gives the days of the
 * publicity period, or a number of working days, which is counted out at publication.
 */
@MappedSuperclass
public abstract class Publicised extends PublicRecord {
  /** How many working days the period has; null where its last day was given. */
  @Column(name = "publicity_days")
  public @Nullable Integer publicityDays;

  @Column(name = "publicity_from")
  public @Nullable LocalDate publicityFrom;

  /** The last day on which objections are taken. */
  @Column(name = "publicity_until")
  public @Nullable LocalDate publicityUntil;

  /** Is to stand open to objections; all null: it is not. */
  public void announce(
      @Nullable Integer days, @Nullable LocalDate from, @Nullable LocalDate until) {
    publicityDays = days;
    publicityFrom = from;
    publicityUntil = until;
  }

  /** Stands open to objections from one day to another, both included. */
  public void open(LocalDate from, LocalDate until) {
    publicityFrom = from;
    publicityUntil = until;
  }

  /** Whether a correction means the period that the public revision has begun already. */
  public boolean goesOn(Publicised published) {
    return publicityDays != null
        && published.publicityUntil != null
        && Objects.equals(publicityDays, published.publicityDays);
  }

  @Override
  protected void blank() {
    announce(null, null, null);
  }

  /** The fields of a kind that has publicity periods, after its own. */
  public static <E extends Publicised> List<RecordField<E>> after(List<RecordField<E>> own) {
    var all = new ArrayList<>(own);
    all.add(
        RecordField.<E>of("publicityFrom", OPEN, DATE, r -> r.publicityFrom)
            .column("publicity_from")
            .filter());
    all.add(
        RecordField.<E>of("publicityUntil", OPEN, DATE, r -> r.publicityUntil)
            .column("publicity_until")
            .filter());
    return all;
  }
}
