package org.heliograph.audit;

import org.jspecify.annotations.Nullable;

/**
 * On whose authority something changes.
 *
 * @param actor account, or {@code operator} for the launcher on the machine itself
 * @param role the role that the actor used
 * @param reason why; required where the transition demands one
 */
public record Authority(
    String actor, String role, @Nullable String organisation, @Nullable String reason) {

  /** The operator of the installation, at the machine itself. */
  public static Authority operator(String reason) {
    return new Authority("operator", "OPERATOR", null, reason);
  }
}
