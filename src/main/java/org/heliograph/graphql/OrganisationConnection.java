package org.heliograph.graphql;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.directory.OrganisationView;
import org.heliograph.shared.Page;
import org.jspecify.annotations.Nullable;

/** A page of organisations (Relay connection). */
@Description("A page of organisations (Relay connection).")
public record OrganisationConnection(
    @NonNull @Description("The rows with their cursors.") List<@NonNull Edge> edges,
    @NonNull @Description("The rows alone.") List<@NonNull OrganisationView> nodes,
    @NonNull @Description("Where the page stands.") PageInfo pageInfo,
    @Nullable @Description("Exact number of rows in the whole list; counted only when selected.")
        Integer totalCount) {

  /** A row and its cursor. */
  @org.eclipse.microprofile.graphql.Type("OrganisationEdge")
  @Description("A row and its place in the list of organisations.")
  public record Edge(
      @NonNull @Description("Cursor for after and before.") String cursor,
      @NonNull @Description("The organisation.") OrganisationView node) {}

  static OrganisationConnection of(Page<OrganisationView> page) {
    var edges = new ArrayList<Edge>();
    for (int i = 0; i < page.rows().size(); i++) {
      edges.add(new Edge(page.cursors().get(i), page.rows().get(i)));
    }
    return new OrganisationConnection(edges, page.rows(), PageInfo.of(page), PageInfo.total(page));
  }
}
