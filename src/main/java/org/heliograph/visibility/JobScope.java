package org.heliograph.visibility;

import java.util.Set;

/**
 * Whose import jobs a viewer may see: those of these organisations, and those of organisations in
 * these divisions. Both empty: none.
 */
public record JobScope(Set<String> organisations, Set<String> regions) {
  public JobScope {
    organisations = Set.copyOf(organisations);
    regions = Set.copyOf(regions);
  }
}
