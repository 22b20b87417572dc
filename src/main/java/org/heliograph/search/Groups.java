package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.heliograph.search.SearchHits.Confirmed;
import org.heliograph.search.SearchHits.Doc;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Shows of records that differ by their places alone only the best. Pages of such a search count
 * hits from its start: the cluster cannot go on behind a hit that stands for others.
 */
final class Groups {
  /** As far as the cluster counts from the start of a search. */
  private static final int WINDOW = 10_000;

  /** One hit more than a page has tells whether there is another. */
  private static final int LARGEST_PAGE = 101;

  private Groups() {}

  static void collapse(SearchRequest.Builder request, @Nullable SearchCursor from) {
    request.collapse(c -> c.field(Titles.GROUP));
    int start = start(from);
    if (start + LARGEST_PAGE >= WINDOW) {
      throw Problem.badInput(
          "after", "groups are paged through for 9,900 hits: narrow the search by filters");
    }
    request.from(start);
  }

  private static int start(@Nullable SearchCursor from) {
    return from == null ? 0 : Math.toIntExact(from.sort().getFirst().longValue());
  }

  /**
   * Counts the groups of these hits, all in one question: asking for each hit's group by itself
   * would be a hundred.
   */
  static Aggregation counts(List<Hit<Doc>> hits) {
    var names = hits.stream().map(Groups::name).distinct().toList();
    return Aggregation.of(a ->
        a.terms(t ->
            t.field(Titles.GROUP)
                .size(Math.max(1, names.size()))
                .include(include -> include.terms(names))));
  }

  private static String name(Hit<Doc> hit) {
    JsonData group = hit.fields().get(Titles.GROUP);
    if (group == null) {
      throw new IllegalStateException("a hit of a grouped search without its group");
    }
    return group.toJson().asJsonArray().getString(0);
  }

  /** The same hits, each with its number from the start of the search, and how many are alike. */
  static List<Confirmed> numbered(
      List<Confirmed> confirmed,
      List<Hit<Doc>> all,
      @Nullable SearchCursor from,
      @Nullable Aggregate counted) {
    var counts = new HashMap<String, Integer>();
    if (counted != null && counted.isSterms()) {
      counted
          .sterms()
          .buckets()
          .array()
          .forEach(
              group -> counts.put(group.key().stringValue(), Math.toIntExact(group.docCount())));
    }
    var numbered = new ArrayList<Confirmed>();
    int at = 0;
    for (Confirmed each : confirmed) {
      while (!all.get(at).sort().equals(each.sort())) {
        at++;
      }
      String name = name(all.get(at++));
      numbered.add(
          new Confirmed(
              each.found(),
              List.of(FieldValue.of((long) start(from) + at)),
              each.highlights(),
              // a point in time may still show what nobody counts any more
              counts.getOrDefault(name, 1)));
    }
    return numbered;
  }
}
