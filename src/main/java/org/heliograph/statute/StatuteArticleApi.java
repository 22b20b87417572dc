package org.heliograph.statute;

import io.smallrye.graphql.api.Context;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.graphql.ListArguments;
import org.heliograph.graphql.RecordReader;
import org.heliograph.graphql.Selection;
import org.heliograph.record.RecordQuery.Window;
import org.heliograph.shared.China;
import org.jspecify.annotations.Nullable;

/** Queries for statute articles. */
@GraphQLApi
public class StatuteArticleApi {
  private final RecordReader reader;
  private final StatuteArticleViews views;
  private final CurrentViewer viewer;

  public StatuteArticleApi(RecordReader reader, StatuteArticleViews views, CurrentViewer viewer) {
    this.reader = reader;
    this.views = views;
    this.viewer = viewer;
  }

  @Query
  @PermitAll
  @Nullable
  @Description("The statute article with a code. NOT_FOUND when there is none.")
  public StatuteArticleView statuteArticle(
      @NonNull
          @Description(
              "Code of the article: its id in the source, because a law and a number do not name it uniquely.")
          String code,
      Context context) {
    return reader.byCode(views, code, null, Selection.of(context));
  }

  @Query
  @PermitAll
  @NonNull
  @Description(
      "Statute articles, latest in the directory first unless sorted otherwise; ascending by PUBLISHED_AT they stand in the order of their source.")
  public StatuteArticleConnection statuteArticles(
      @Nullable @Description("Which articles.") StatuteArticleFilter filter,
      @Nullable @Name("sort") @Description("Order of the list.") StatuteArticleSort sort,
      @Nullable
          @Description(
              "How many rows from the start or after the cursor; 1 to 100, 20 when absent.")
          Integer first,
      @Nullable @Description("Cursor after which the page starts.") String after,
      @Nullable @Description("How many rows from the end or before the cursor; 1 to 100.")
          Integer last,
      @Nullable @Description("Cursor before which the page ends.") String before,
      Context context) {
    Selection selection = Selection.of(context);
    LocalDate today = LocalDate.ofInstant(viewer.get().at(), China.ZONE);
    var query =
        ListArguments.query(
            views.type(),
            filter == null ? List.of() : filter.criteria(today),
            sort == null ? null : sort.order(),
            Window.of(first, after, last, before),
            selection);
    return StatuteArticleConnection.of(reader.page(views, query, selection));
  }
}
