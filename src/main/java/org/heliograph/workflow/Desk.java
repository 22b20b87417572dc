package org.heliograph.workflow;

import org.heliograph.shared.Problem;
import org.heliograph.visibility.Role;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody drafts.
 *
 * @param role as what they do
 */
public record Desk(String organisation, Role role) {
  /**
   * Turns away who drafts nowhere, before anything that they bring is looked at.
   *
   * @throws Problem UNAUTHENTICATED without a sign-in, FORBIDDEN with another office
   */
  public static void demand(Viewer viewer) {
    if (viewer.isAnonymous()) {
      throw Problem.unauthenticated(
          "files and lists are brought by people in office: send a bearer token");
    }
    if (viewer.organisations().stream()
        .noneMatch(each -> Rules.roleFor(Transition.DRAFT, each, viewer).isPresent())) {
      throw Problem.forbidden("files and lists are brought by the editors of organisations");
    }
  }

  /**
   * The desk at which the viewer drafts.
   *
   * @param organisation null or blank for the only one that they belong to
   */
  public static Desk of(Viewer viewer, @Nullable String organisation) {
    String named = organisation;
    if (named == null || named.isBlank()) {
      if (viewer.organisations().size() != 1) {
        throw Problem.badInput("organisation", "name the organisation that it is for");
      }
      named = viewer.organisations().iterator().next();
    }
    Role role =
        Rules.roleFor(Transition.DRAFT, named, viewer)
            .orElseThrow(() ->
                Problem.forbidden(
                    "you bring files and lists for your own organisation alone, as its editor"));
    return new Desk(named, role);
  }
}
