package org.heliograph.caseoutcome;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.PageInfo;
import org.heliograph.shared.Page;
import org.jspecify.annotations.Nullable;

/** A page of case outcomes (Relay connection). */
@Description("A page of case outcomes (Relay connection).")
public record CaseOutcomeConnection(
    @NonNull @Description("The rows with their cursors.") List<@NonNull Edge> edges,
    @NonNull @Description("The rows alone.") List<@NonNull CaseOutcomeView> nodes,
    @NonNull @Description("Where the page stands.") PageInfo pageInfo,
    @Nullable @Description("Exact number of rows in the whole list; counted only when selected.")
        Integer totalCount) {

  /** A row and its cursor. */
  @org.eclipse.microprofile.graphql.Type("CaseOutcomeEdge")
  @Description("A case outcome and its place in the list.")
  public record Edge(
      @NonNull @Description("Cursor for after and before.") String cursor,
      @NonNull @Description("The case outcome.") CaseOutcomeView node) {}

  static CaseOutcomeConnection of(Page<CaseOutcomeView> page) {
    var edges = new ArrayList<Edge>();
    for (int i = 0; i < page.rows().size(); i++) {
      edges.add(new Edge(page.cursors().get(i), page.rows().get(i)));
    }
    return new CaseOutcomeConnection(edges, page.rows(), PageInfo.of(page), PageInfo.total(page));
  }
}
