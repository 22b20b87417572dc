package org.heliograph.subsidy;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.heliograph.record.SummaryQuery.Dimension;
import org.heliograph.shared.RegionCode;

/** What receipts are summarised by. */
@Enum
@Description("What receipts are summarised by.")
public enum SubsidyDimension {
  @Description("The programme that pays.")
  PROGRAMME(new Dimension.ByField("programme")),
  @Description("The year that the receipt is for.")
  YEAR(new Dimension.ByField("year")),
  @Description("The county that the receipt lies in.")
  COUNTY(new Dimension.ByDivision(RegionCode.Level.COUNTY)),
  @Description("The township that the receipt lies in.")
  TOWNSHIP(new Dimension.ByDivision(RegionCode.Level.TOWNSHIP)),
  @Description("The village that the receipt lies in.")
  VILLAGE(new Dimension.ByDivision(RegionCode.Level.VILLAGE)),
  @Description("What became of the payment.")
  STATUS(new Dimension.ByField("status"));

  private final Dimension dimension;

  SubsidyDimension(Dimension dimension) {
    this.dimension = dimension;
  }

  Dimension dimension() {
    return dimension;
  }
}
