package org.heliograph.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.heliograph.shared.Page;
import org.jspecify.annotations.Nullable;

/** Relay's page information. */
@Description("Where a page stands in its list (Relay cursor connections).")
public record PageInfo(
    @Description("Whether rows follow this page.") boolean hasNextPage,
    @Description("Whether rows precede this page.") boolean hasPreviousPage,
    @Nullable @Description("Cursor of the first row; null on an empty page.") String startCursor,
    @Nullable @Description("Cursor of the last row; null on an empty page.") String endCursor) {

  public static PageInfo of(Page<?> page) {
    var cursors = page.cursors();
    return new PageInfo(
        page.hasNext(),
        page.hasPrevious(),
        cursors.isEmpty() ? null : cursors.getFirst(),
        cursors.isEmpty() ? null : cursors.getLast());
  }

  /** A total as GraphQL's Int; null when it was not asked for. */
  public static @Nullable Integer total(Page<?> page) {
    Long total = page.total();
    return total == null ? null : Math.toIntExact(total);
  }
}
