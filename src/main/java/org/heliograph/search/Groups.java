package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.InnerHitsResult;
import java.util.ArrayList;
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
  private static final String ALIKE = "alike";

  /** As far as the cluster counts from the start of a search. */
  private static final int WINDOW = 10_000;

  /** One hit more than a page has tells whether there is another. */
  private static final int LARGEST_PAGE = 101;

  private Groups() {}

  static void collapse(SearchRequest.Builder request, @Nullable SearchCursor from) {
    request.collapse(c -> c.field(Titles.GROUP).innerHits(inner -> inner.name(ALIKE).size(0)));
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

  /** How many records the hit stands for; null in a search that is not grouped. */
  static @Nullable Integer alike(Hit<Doc> hit) {
    InnerHitsResult inner = hit.innerHits().get(ALIKE);
    var total = inner == null ? null : inner.hits().total();
    return total == null ? null : Math.toIntExact(total.value());
  }

  /** The same hits, each with its number from the start of the search for a cursor. */
  static List<Confirmed> numbered(
      List<Confirmed> confirmed, List<Hit<Doc>> all, @Nullable SearchCursor from) {
    var numbered = new ArrayList<Confirmed>();
    int at = 0;
    for (Confirmed each : confirmed) {
      while (!all.get(at).sort().equals(each.sort())) {
        at++;
      }
      at++;
      numbered.add(
          new Confirmed(
              each.found(),
              List.of(FieldValue.of((long) start(from) + at)),
              each.highlights(),
              each.alike()));
    }
    return numbered;
  }
}
