package org.heliograph.audit;

import org.jspecify.annotations.Nullable;

/**
 * On whose authority something changes.
 *
 * @param actor account, or {@code operator} for the launcher on the machine itself
 * @param role the role that the actor used
 * @param organisation the organisation that the actor used it for
 * @param reason why; required where the transition demands one
 * @param request id of the request, for the trail of the web server
 * @param address whether the request came from this machine, a private network or elsewhere
 */
public record Authority(
    String actor,
    String role,
    @Nullable String organisation,
    @Nullable String reason,
    @Nullable String request,
    @Nullable String address) {

  public Authority(
      String actor, String role, @Nullable String organisation, @Nullable String reason) {
    this(actor, role, organisation, reason, null, null);
  }

  /** The operator of the installation, at the machine itself. */
  public static Authority operator(@Nullable String reason) {
    return new Authority("operator", "OPERATOR", null, reason);
  }

  /** The service itself, when a time comes that was set before. */
  public static Authority timetable(String reason) {
    return new Authority("timetable", "SYSTEM", null, reason);
  }
}
