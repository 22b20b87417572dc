package org.heliograph.subsidy;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.ListArguments;
import org.heliograph.graphql.SortDirection;
import org.jspecify.annotations.Nullable;

/** How a list of receipts is ordered. */
@Input("SubsidyBeneficiarySort")
@Description("Order of a list of subsidy beneficiaries.")
public class SubsidyBeneficiarySort {
  /** What receipts can be ordered by. */
  @Enum("SubsidyBeneficiarySortField")
  @Description("What subsidy beneficiaries can be ordered by.")
  public enum By {
    @Description("Amount.")
    AMOUNT("amount"),
    @Description("Date of the payment.")
    PAID_ON("paidOn"),
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
