package org.heliograph.analytics;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Which questions come first. */
@Enum
@Description("Which questions come first in what visitors asked the search.")
public enum SearchAnalyticsOrder {
  @Description("Asked by most visitors.")
  ASKED,
  @Description("Found nothing for most visitors; no others are listed.")
  NOTHING,
  @Description("Slowest; only questions asked often enough to say so are listed.")
  SLOW
}
