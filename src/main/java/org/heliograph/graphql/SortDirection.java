package org.heliograph.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Which way a list runs. */
@Enum
@Description("Which way a list runs.")
public enum SortDirection {
  @Description("From low to high, from early to late.")
  ASCENDING,
  @Description("From high to low, from late to early.")
  DESCENDING
}
