package org.heliograph.visibility;

import static org.heliograph.visibility.Condition.all;
import static org.heliograph.visibility.Condition.in;
import static org.heliograph.visibility.FieldClass.INTERNAL;
import static org.heliograph.visibility.FieldClass.OPEN;
import static org.heliograph.visibility.FieldClass.PERSONAL;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.Stage;

/** The one place that knows roles: turns a viewer into what they may see of a kind. */
public final class VisibilityPolicy {
  private static final Set<FieldClass> IN_OFFICE = EnumSet.of(OPEN, INTERNAL);
  private static final Set<FieldClass> IN_CHARGE = EnumSet.of(OPEN, INTERNAL, PERSONAL);

  private VisibilityPolicy() {}

  /** What exists for the viewer in lists, totals, facets, searches, and by id or code. */
  public static Visibility of(RecordKind kind, Viewer viewer) {
    return switch (kind) {
      case STATUTE_ARTICLE ->
          new Visibility(List.of(new Grant(new Condition.Everything(), Set.of(OPEN))));
      case POWER_ITEM, DISCLOSURE, SUBSIDY_BENEFICIARY, CASE_OUTCOME ->
          new Visibility(grants(viewer));
    };
  }

  /**
   * Records whose withdrawal the viewer may learn of by id or code only (never in lists, totals,
   * facets, searches, feeds or exports): they were public once. What may be read of them depends on
   * the kind of withdrawal.
   */
  public static Visibility ofWithdrawn(Viewer viewer) {
    // what would have expired by now is no longer told of
    Condition once =
        all(
            new Condition.NotAfter(Attribute.VISIBLE_FROM, viewer.at()),
            new Condition.After(Attribute.VISIBLE_UNTIL, viewer.at()));
    return new Visibility(
        List.of(
            new Grant(
                all(
                    in(Attribute.STAGE, Stage.WITHDRAWN.name()),
                    in(Attribute.AUDIENCE, Audience.PUBLIC.name()),
                    once),
                Set.of(OPEN))));
  }

  /**
   * What of the audit trail the viewer may read: kind, code and transition also of records that
   * they may not open, but no personal data, which the trail does not hold.
   */
  public static TrailScope ofTrail(Viewer viewer) {
    if (viewer.has(Role.AUDITOR) || viewer.has(Role.ADMIN)) {
      return new TrailScope.Everything();
    }
    return viewer.has(Role.SUPERVISOR) && !viewer.regions().isEmpty()
        ? new TrailScope.Within(viewer.regions())
        : new TrailScope.Nothing();
  }

  /** Whose uploaded imports the viewer may see, with what was found in them. */
  public static JobScope ofJobs(Viewer viewer) {
    return new JobScope(
        worksForOrganisations(viewer) ? viewer.organisations() : Set.of(),
        viewer.has(Role.SUPERVISOR) ? viewer.regions() : Set.of());
  }

  private static boolean worksForOrganisations(Viewer viewer) {
    return viewer.has(Role.EDITOR) || viewer.has(Role.REVIEWER) || viewer.has(Role.SERVICE);
  }

  private static List<Grant> grants(Viewer viewer) {
    var grants = new ArrayList<Grant>();
    grants.add(new Grant(published(viewer.at(), Audience.PUBLIC), Set.of(OPEN)));
    if (viewer.has(Role.AUDITOR) || viewer.has(Role.ADMIN)) {
      grants.add(new Grant(published(viewer.at(), Audience.PUBLIC, Audience.INTERNAL), IN_OFFICE));
    }
    if (!viewer.regions().isEmpty()) {
      Condition region = new Condition.In(Attribute.REGION_PATH, viewer.regions());
      if (viewer.has(Role.STAFF)) {
        grants.add(
            new Grant(
                all(region, published(viewer.at(), Audience.PUBLIC, Audience.INTERNAL)),
                IN_OFFICE));
      }
      if (viewer.has(Role.SUPERVISOR)) {
        grants.add(new Grant(region, IN_CHARGE));
      }
    }
    if (!viewer.organisations().isEmpty() && worksForOrganisations(viewer)) {
      grants.add(
          new Grant(new Condition.In(Attribute.ORGANISATION, viewer.organisations()), IN_CHARGE));
    }
    return grants;
  }

  private static Condition published(Instant now, Audience... audiences) {
    var names = new String[audiences.length];
    for (int i = 0; i < audiences.length; i++) {
      names[i] = audiences[i].name();
    }
    return all(
        in(Attribute.STAGE, Stage.PUBLISHED.name()),
        in(Attribute.AUDIENCE, names),
        new Condition.NotAfter(Attribute.VISIBLE_FROM, now),
        new Condition.After(Attribute.VISIBLE_UNTIL, now));
  }
}
