package org.heliograph.caseoutcome;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.ListArguments;
import org.heliograph.graphql.SortDirection;
import org.jspecify.annotations.Nullable;

/** How a list of case outcomes is ordered. */
@Input("CaseOutcomeSort")
@Description("Order of a list of case outcomes.")
public class CaseOutcomeSort {
  /** What case outcomes can be ordered by. */
  @Enum("CaseOutcomeSortField")
  @Description("What case outcomes can be ordered by.")
  public enum By {
    @Description("Date of the decision.")
    DECIDED_ON("decidedOn"),
    @Description("Time of publication.")
    PUBLISHED_AT("publishedAt"),
    @Description("Code.")
    CODE("code");

    private final String field;

    By(String field) {
      this.field = field;
    }
  }

  @NonNull
  @Description("What to order by.")
  public By by;

  @Nullable
  @Description("Direction; DESCENDING when absent.")
  public SortDirection direction;

  ListArguments.Order order() {
    return new ListArguments.Order(by.field, direction != SortDirection.ASCENDING);
  }
}
