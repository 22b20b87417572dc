package org.heliograph.portal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What the records that a search finds can be spread over. */
@Enum
@Description("What the records that a search finds can be spread over.")
public enum SearchHistogram {
  @Description("Month of publication, in Chinese time.")
  PUBLISHED("publishedAt"),
  @Description("Month of payment of receipts.")
  PAID("paidOn"),
  @Description("Month of decision of case outcomes.")
  DECIDED("decidedOn"),
  @Description("Amount of receipts, in ranges.")
  AMOUNT("amount");

  private final String field;

  SearchHistogram(String field) {
    this.field = field;
  }

  String field() {
    return field;
  }
}
