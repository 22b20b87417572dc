package org.heliograph.poweritem;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What a time limit counts. */
@Enum
@Description("What a time limit counts.")
public enum DayUnit {
  @Description("工作日 working days of the calendar.")
  WORKING_DAY,
  @Description("自然日 calendar days.")
  NATURAL_DAY
}
