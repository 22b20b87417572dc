package org.heliograph.visibility;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All that a viewer may see of one kind: a list of grants, and nothing outside them. */
public record Visibility(List<Grant> grants) {
  public Visibility {
    grants = List.copyOf(grants);
  }

  /** The rows that exist for the viewer. */
  public Condition rows() {
    return rows(FieldClass.OPEN);
  }

  /**
   * The rows on which the viewer may read, filter, sort, match, facet or highlight a field of this
   * class.
   */
  public Condition rows(FieldClass needed) {
    return new Condition.Any(
        grants.stream().filter(grant -> grant.fields().contains(needed)).map(Grant::rows).toList());
  }

  /**
   * The field classes that the viewer may read on one row; empty when the row does not exist for
   * them.
   */
  public Set<FieldClass> fields(Facts facts) {
    var classes = EnumSet.noneOf(FieldClass.class);
    for (Grant grant : grants) {
      if (!classes.containsAll(grant.fields()) && Matcher.admits(grant.rows(), facts)) {
        classes.addAll(grant.fields());
      }
    }
    return classes;
  }
}
