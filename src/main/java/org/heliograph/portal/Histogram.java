package org.heliograph.portal;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The counts of one histogram. */
@Type("SearchHistogramCounts")
@Description("How the records found are spread over months or amounts.")
public record Histogram(
    @NonNull @Description("What is counted over.") SearchHistogram name,
    @NonNull @Description("Columns in order; empty ones are left out.")
        List<@NonNull Column> columns) {

  /** One month or range of amounts. */
  @Type("SearchHistogramColumn")
  @Description("One month or range of amounts, and how many of the records found lie in it.")
  public record Column(
      @NonNull
          @Description(
              "The month (2026-03), or the amount in CNY that the range begins with; it ends before the next of 0, 100, 200, 500, 1000, 2000, 5000, 10000, 50000, 100000, 1000000.")
          String from,
      @NonNull @Description("Number of records.") Integer count) {}
}
