package org.heliograph.portal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.heliograph.search.SearchQuery.Order;

/** How hits are ordered. */
@Enum
@Description("How the records that a search finds are ordered.")
public enum SearchSort {
  @Description("Best match first; without a text, latest publication first.")
  RELEVANCE(Order.RELEVANCE),
  @Description("Latest publication first.")
  NEWEST(new Order("publishedAt", true)),
  @Description("Earliest publication first.")
  OLDEST(new Order("publishedAt", false)),
  @Description("Largest amount first; finds only what has an amount: receipts of subsidies.")
  LARGEST(new Order("amount", true)),
  @Description("Smallest amount first; finds only what has an amount: receipts of subsidies.")
  SMALLEST(new Order("amount", false)),
  @Description("By code.")
  CODE(new Order("code", false));

  private final Order order;

  SearchSort(Order order) {
    this.order = order;
  }

  Order order() {
    return order;
  }
}
