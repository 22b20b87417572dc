package org.heliograph.graphql;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.directory.RegionView;
import org.heliograph.shared.Page;
import org.jspecify.annotations.Nullable;

/** A page of regions (Relay connection). */
@Description("A page of regions (Relay connection).")
public record RegionConnection(
    @NonNull @Description("The rows with their cursors.") List<@NonNull Edge> edges,
    @NonNull @Description("The rows alone.") List<@NonNull RegionView> nodes,
    @NonNull @Description("Where the page stands.") PageInfo pageInfo,
    @Nullable @Description("Exact number of rows in the whole list; counted only when selected.")
        Integer totalCount) {

  /** A row and its cursor. */
  @org.eclipse.microprofile.graphql.Type("RegionEdge")
  @Description("A row and its place in the list of regions.")
  public record Edge(
      @NonNull @Description("Cursor for after and before.") String cursor,
      @NonNull @Description("The region.") RegionView node) {}

  static RegionConnection of(Page<RegionView> page) {
    var edges = new ArrayList<Edge>();
    for (int i = 0; i < page.rows().size(); i++) {
      edges.add(new Edge(page.cursors().get(i), page.rows().get(i)));
    }
    return new RegionConnection(edges, page.rows(), PageInfo.of(page), PageInfo.total(page));
  }
}
