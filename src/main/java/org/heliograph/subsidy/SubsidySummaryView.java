package org.heliograph.subsidy;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.directory.RegionView;
import org.jspecify.annotations.Nullable;

/** A summary of receipts as the schema shows it. */
@Name("SubsidySummary")
@Description("Receipts counted and added up, over what you may see.")
public record SubsidySummaryView(
    @Description("Number of receipts in all groups.") int count,
    @NonNull @Description("Sum of the amounts of all groups, in CNY.") BigDecimal sum,
    @NonNull
        @Description(
            "One group for each combination of keys that occurs, in the order of the keys.")
        List<@NonNull Group> groups) {

  /** One group; only the keys that were grouped by are set. */
  @Name("SubsidySummaryGroup")
  @Description("One group of receipts; only the keys that were grouped by are set.")
  public record Group(
      @Nullable @Description("The programme, when grouped by PROGRAMME.")
          SubsidyProgrammeView programme,
      @Nullable @Description("The year, when grouped by YEAR.") Integer year,
      @Nullable
          @Description("The county, when grouped by COUNTY; null for receipts above that level.")
          RegionView county,
      @Nullable
          @Description(
              "The township, when grouped by TOWNSHIP; null for receipts above that level.")
          RegionView township,
      @Nullable
          @Description("The village, when grouped by VILLAGE; null for receipts above that level.")
          RegionView village,
      @Nullable @Description("The status, when grouped by STATUS.") PaymentStatus status,
      @Description("Number of receipts.") int count,
      @NonNull @Description("Sum of their amounts, in CNY.") BigDecimal sum) {}
}
