package org.heliograph.editing;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** What the draft of a record that may stand open to objections says of itself. */
public abstract class PublicisedInput extends RecordInput {
  @Nullable
  @Description(
      "公示期 number of working days in which it stands open to objections, from the day of its publication or publicityFrom; 1 to 250. Give this or publicityUntil.")
  public Integer publicityDays;

  @Nullable
  @Description("First day of the publicity period; the day of publication when absent.")
  public LocalDate publicityFrom;

  @Nullable
  @Description("Last day of the publicity period.")
  public LocalDate publicityUntil;
}
