package org.heliograph.visibility;

import java.util.Set;

/** Which entries of the audit trail exist for a viewer. */
public sealed interface TrailScope {
  record Nothing() implements TrailScope {}

  record Everything() implements TrailScope {}

  /** Entries of records that lie in these divisions, and of batches of organisations there. */
  record Within(Set<String> regions) implements TrailScope {
    public Within {
      regions = Set.copyOf(regions);
    }
  }
}
