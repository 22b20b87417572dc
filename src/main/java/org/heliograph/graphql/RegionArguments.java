package org.heliograph.graphql;

import java.util.Collection;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RegionCode;
import org.jspecify.annotations.Nullable;

/** Division codes that a caller gives. */
public final class RegionArguments {
  private RegionArguments() {}

  /**
   * Refuses anything that is not a division code, so that a slip does not look like an empty list.
   */
  public static void check(String argument, @Nullable Collection<String> codes) {
    if (codes != null && codes.stream().anyMatch(code -> RegionCode.parse(code).isEmpty())) {
      throw Problem.badInput(argument, "each division code has 12 digits, padded with zeros");
    }
  }
}
