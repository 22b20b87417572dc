package org.heliograph.workflow;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.Stage;
import org.heliograph.visibility.Role;
import org.heliograph.visibility.Viewer;
import org.heliograph.workflow.Refusal.Code;
import org.jspecify.annotations.Nullable;

/** Reads the table of transitions aloud. */
public final class Rules {
  private static final int LONGEST_REASON = 2_000;

  /** Steps of a correction that lead nowhere once its record was withdrawn. */
  private static final Set<Transition> ON_THE_WAY =
      Set.of(Transition.SUBMIT, Transition.APPROVE, Transition.SCHEDULE, Transition.PUBLISH);

  private Rules() {}

  /** The role in which the viewer may take a transition for an organisation; empty: in none. */
  public static Optional<Role> roleFor(Transition transition, String organisation, Viewer viewer) {
    // a service account never approves, whatever else it was granted
    boolean machine = viewer.has(Role.SERVICE);
    return transition.roles().stream()
        .filter(viewer::has)
        .filter(role -> !machine || role == Role.SERVICE)
        .filter(role -> viewer.organisations().contains(organisation))
        .min(Comparator.naturalOrder());
  }

  /**
   * Why the viewer cannot take a transition from where the record stands; empty when they can.
   *
   * @param others the record's further current revision, if there is one
   */
  public static Optional<Refusal> refusal(
      Transition transition,
      PublicRecord row,
      Collection<? extends PublicRecord> others,
      Viewer viewer,
      @Nullable String reason) {
    if (roleFor(transition, row.organisation, viewer).isEmpty()) {
      return refuse(
          Code.FORBIDDEN,
          "%s takes one of the roles %s in the record's organisation"
              .formatted(transition, names(transition.roles())));
    }
    if (!transition.from().contains(row.stage)) {
      return refuse(
          Code.WRONG_STAGE,
          "%s starts from %s; this revision is %s, from where %s possible"
              .formatted(transition, names(transition.from()), row.stage, possible(row)));
    }
    if (transition == Transition.CORRECT && !others.isEmpty()) {
      return refuse(
          Code.CORRECTION_EXISTS,
          "a correction is already in work: update that one instead, its id is %s"
              .formatted(others.iterator().next().ref().globalId()));
    }
    if (ON_THE_WAY.contains(transition)
        && others.stream().anyMatch(other -> other.stage == Stage.WITHDRAWN)) {
      return refuse(
          Code.WRONG_STAGE,
          "the record was withdrawn meanwhile: discard this correction, and bring it under a new code");
    }
    if (transition.demand() == Transition.Demand.OTHER_EYES
        && row.authors.lines().anyMatch(viewer.subject()::equals)) {
      return refuse(
          Code.OWN_WORK, "you wrote this revision: somebody else of the organisation approves it");
    }
    return reason(transition, reason);
  }

  /** Why a reason cannot stand for a transition; empty when it can. */
  public static Optional<Refusal> reason(Transition transition, @Nullable String reason) {
    if (reason != null && reason.length() > LONGEST_REASON) {
      return Optional.of(
          Refusal.at(
              Code.INVALID, "reason", "has at most %d characters".formatted(LONGEST_REASON)));
    }
    if (transition.demand() == Transition.Demand.REASON
        && (reason == null || reason.codePoints().noneMatch(Character::isLetterOrDigit))) {
      return Optional.of(
          Refusal.at(
              Code.REASON_MISSING, "reason", "give a reason in words that others understand"));
    }
    return Optional.empty();
  }

  private static String possible(PublicRecord row) {
    String names =
        Arrays.stream(Transition.values())
            .filter(each -> each.from().contains(row.stage) && !each.roles().isEmpty())
            .map(Enum::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "nothing is" : names + (names.contains(",") ? " are" : " is");
  }

  private static String names(Collection<? extends Enum<?>> all) {
    return all.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
  }

  private static Optional<Refusal> refuse(Code code, String message) {
    return Optional.of(Refusal.of(code, message));
  }
}
