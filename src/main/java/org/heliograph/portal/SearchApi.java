package org.heliograph.portal;

import io.smallrye.graphql.api.Context;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.graphql.PageInfo;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.Selection;
import org.heliograph.portal.SearchConnection.Edge;
import org.heliograph.portal.SearchConnection.Highlight;
import org.heliograph.record.RecordQuery.Window;
import org.heliograph.search.RecordSearch;
import org.heliograph.search.SearchHit;
import org.heliograph.search.SearchPage;
import org.heliograph.search.SearchQuery;
import org.heliograph.search.SearchQuery.Slice;
import org.heliograph.search.SearchQuery.Wants;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** The search box. */
@GraphQLApi
public class SearchApi {
  private final CurrentViewer viewer;
  private final RecordSearch search;
  private final HitViews views;
  private final FacetLabels labels;
  private final Shortcuts shortcuts;
  private final Nearest nearest;
  private final Counting counting;
  private final Passages passages;

  public SearchApi(
      CurrentViewer viewer,
      RecordSearch search,
      HitViews views,
      FacetLabels labels,
      Shortcuts shortcuts,
      Nearest nearest,
      Counting counting,
      Passages passages) {
    this.viewer = viewer;
    this.search = search;
    this.views = views;
    this.labels = labels;
    this.shortcuts = shortcuts;
    this.nearest = nearest;
    this.counting = counting;
    this.passages = passages;
  }

  @Query
  @PermitAll
  @NonNull
  @Description(
      "Searches all kinds in one ranked list, in everyday words; codes, article numbers (民法典第五十四条) and document numbers are found exactly. UNAVAILABLE"
          + " while the index cannot be reached; lists and single records still answer then.")
  public SearchConnection search(
      @Nullable
          @Description(
              "What to look for, at most 300 characters; absent to browse by filter and facets.")
          String text,
      // a list of non-null elements is itself taken for non-null here: the default makes it
      // optional, and an explicit null still arrives as null
      @Nullable @DefaultValue("[]") @Description("Which kinds; all when empty.")
          List<@NonNull RecordKind> kinds,
      @Nullable @Description("Which records.") SearchFilter filter,
      @Nullable @Description("Order; RELEVANCE when absent.") SearchSort sort,
      @Nullable @DefaultValue("[]") @Description("What to count the records found by.")
          List<@NonNull SearchFacet> facets,
      @Nullable @DefaultValue("[]") @Description("What to spread the records found over.")
          List<@NonNull SearchHistogram> histograms,
      @Nullable
          @Description(
              "Whether records whose titles differ by the names of their places alone (the same notice of 30 villages) are one hit: the best, with alike telling how many. totalCount counts records all the same.")
          Boolean groupAlike,
      @Nullable @Description("How many hits; 1 to 100, 20 when absent.") Integer first,
      @Nullable
          @Description(
              "Cursor after which the page starts; of the same search with the same arguments.")
          String after,
      Context context) {
    Selection selection = Selection.of(context);
    Window window = Window.of(first, after, null, null);
    List<SearchFacet> counted =
        facets != null && selection.has("facets") ? facets.stream().distinct().toList() : List.of();
    List<SearchHistogram> spread =
        histograms != null && selection.has("histograms")
            ? histograms.stream().distinct().toList()
            : List.of();
    boolean hits = selection.has("edges") || selection.has("nodes") || selection.has("pageInfo");
    var query =
        new SearchQuery(
            text == null ? "" : text,
            kinds == null || kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds),
            filter == null ? List.of() : filter.criteria(),
            (sort == null ? SearchSort.RELEVANCE : sort).order(),
            Stream.concat(
                    counted.stream().map(SearchFacet::field),
                    spread.stream().map(SearchHistogram::field))
                .collect(Collectors.toSet()),
            new Slice(window.size(), window.cursor(), Boolean.TRUE.equals(groupAlike)),
            new Wants(hits, selection.has("totalCount"), marks(selection.at("edges"))));
    var who = viewer.get();
    SearchPage page = counting.counted(query, () -> search.search(query, who));
    List<RecordNode> nodes = views.of(page.hits(), selection.ofNodes(), who);
    views.noteHighlights(page.hits());
    return new SearchConnection(
        edges(query, page.hits(), nodes, selection.at("edges")),
        nodes,
        pageInfo(page),
        total(page),
        labels.of(counted, page.facets()),
        labels.histograms(spread, page.facets()),
        selection.has("shortcut")
            ? shortcuts.of(query.text(), who, selection.at("shortcut"))
            : null,
        selection.has("nearest") ? nearest.to(query, page, who) : List.of());
  }

  private static boolean marks(Selection edges) {
    return edges.has("highlights") || edges.has("passages");
  }

  private List<Edge> edges(
      SearchQuery query, List<SearchHit> hits, List<RecordNode> nodes, Selection selected) {
    boolean opening = selected.has("opening");
    List<List<PassageView>> found =
        selected.has("passages") ? passages.of(hits) : Collections.nCopies(hits.size(), List.of());
    var edges = new ArrayList<Edge>();
    for (int i = 0; i < hits.size(); i++) {
      SearchHit hit = hits.get(i);
      edges.add(
          new Edge(
              hit.cursor(),
              nodes.get(i),
              highlights(hit),
              found.get(i),
              hit.alike(),
              opening ? counting.mark(query, hit) : null));
    }
    return edges;
  }

  private static List<Highlight> highlights(SearchHit hit) {
    return hit.highlights().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> new Highlight(each.getKey(), each.getValue()))
        .toList();
  }

  private static PageInfo pageInfo(SearchPage page) {
    var hits = page.hits();
    return new PageInfo(
        page.hasNext(),
        page.hasPrevious(),
        hits.isEmpty() ? null : hits.getFirst().cursor(),
        hits.isEmpty() ? null : hits.getLast().cursor());
  }

  private static @Nullable Integer total(SearchPage page) {
    Long total = page.total();
    return total == null ? null : Math.toIntExact(total);
  }
}
