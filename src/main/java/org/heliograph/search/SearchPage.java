package org.heliograph.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of an answer.
 *
 * @param total exact number of records found; null when it was not asked for
 * @param facets field name → values with how many of the records found have them, most first
 */
public record SearchPage(
    List<SearchHit> hits,
    boolean hasNext,
    boolean hasPrevious,
    @Nullable Long total,
    Map<String, List<Bucket>> facets) {
  public SearchPage {
    hits = List.copyOf(hits);
    facets = Map.copyOf(facets);
  }

  /** Whether nothing was found; facets may count what other choices would find. */
  boolean isNothing() {
    return hits.isEmpty() && (total == null || total == 0);
  }

  /** A value and how many of the records found have it. */
  public record Bucket(String value, long count) {}
}
