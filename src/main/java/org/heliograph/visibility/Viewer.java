package org.heliograph.visibility;

import java.time.Instant;
import java.util.Set;

/**
 * Who is asking, and when.
 *
 * @param subject stable id of the account, or {@code anonymous}
 * @param organisations codes of the organisations that the viewer works for
 * @param regions 12-digit codes of the divisions that the viewer is responsible for
 * @param at the instant against which publication windows are held
 */
public record Viewer(
    String subject, Set<Role> roles, Set<String> organisations, Set<String> regions, Instant at) {
  public Viewer {
    roles = Set.copyOf(roles);
    organisations = Set.copyOf(organisations);
    regions = Set.copyOf(regions);
  }

  public static Viewer anonymous(Instant at) {
    return new Viewer("anonymous", Set.of(), Set.of(), Set.of(), at);
  }

  /**
   * The same at a time that is not before the given one: the clocks of two pods may differ by more
   * than lies between a change and its telling.
   */
  public Viewer notBefore(Instant instant) {
    return at.isBefore(instant)
        ? new Viewer(subject, roles, organisations, regions, instant)
        : this;
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  public boolean isAnonymous() {
    return subject.equals("anonymous");
  }
}
