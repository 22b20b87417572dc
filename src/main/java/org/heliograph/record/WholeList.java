package org.heliograph.record;

import java.util.List;

/**
 * A list that a caller takes away whole.
 *
 * @param sort name of a sortable field
 */
public record WholeList(List<Criterion> criteria, String sort, boolean descending) {
  public WholeList {
    criteria = List.copyOf(criteria);
  }
}
