package org.heliograph.graphql;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.heliograph.record.Publicised;
import org.heliograph.shared.Stage;
import org.jspecify.annotations.Nullable;

/** The part that the views of records share to which the public may object. */
public abstract class PublicisedView extends RecordView {
  private final Publicised row;

  protected PublicisedView(Visible<? extends Publicised> visible) {
    super(visible);
    row = visible.row();
  }

  @Nullable
  @Description(
      "How many working days its publicity period 公示期 has; null where its last day was given, or there is none.")
  public Integer getPublicityDays() {
    return row.publicityDays;
  }

  @Nullable
  @Description("First day of the publicity period 公示期, in which it stands open to objections.")
  public LocalDate getPublicityFrom() {
    return row.publicityFrom;
  }

  @Nullable
  @Description(
      "Last day of the publicity period. Counted in working days at publication where its editor gave their number.")
  public LocalDate getPublicityUntil() {
    return row.publicityUntil;
  }

  @Nullable
  @Description(
      "Open to objections until the end of this day, which may have passed; null where there is no publicity period, or the record is not published.")
  public LocalDate getObjectionsUntil() {
    return row.stage == Stage.PUBLISHED ? row.publicityUntil : null;
  }
}
