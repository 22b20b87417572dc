package org.heliograph.statute;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.PageInfo;
import org.heliograph.shared.Page;
import org.jspecify.annotations.Nullable;

/** A page of statute articles (Relay connection). */
@Description("A page of statute articles (Relay connection).")
public record StatuteArticleConnection(
    @NonNull @Description("The rows with their cursors.") List<@NonNull Edge> edges,
    @NonNull @Description("The rows alone.") List<@NonNull StatuteArticleView> nodes,
    @NonNull @Description("Where the page stands.") PageInfo pageInfo,
    @Nullable @Description("Exact number of rows in the whole list; counted only when selected.")
        Integer totalCount) {

  /** A row and its cursor. */
  @org.eclipse.microprofile.graphql.Type("StatuteArticleEdge")
  @Description("A statute article and its place in the list.")
  public record Edge(
      @NonNull @Description("Cursor for after and before.") String cursor,
      @NonNull @Description("The statute article.") StatuteArticleView node) {}

  static StatuteArticleConnection of(Page<StatuteArticleView> page) {
    var edges = new ArrayList<Edge>();
    for (int i = 0; i < page.rows().size(); i++) {
      edges.add(new Edge(page.cursors().get(i), page.rows().get(i)));
    }
    return new StatuteArticleConnection(
        edges, page.rows(), PageInfo.of(page), PageInfo.total(page));
  }
}
