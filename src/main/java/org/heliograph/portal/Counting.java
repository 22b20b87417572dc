package org.heliograph.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.heliograph.analytics.Openings;
import org.heliograph.analytics.SearchTally;
import org.heliograph.graphql.CurrentRequest;
import org.heliograph.search.SearchHit;
import org.heliograph.search.SearchPage;
import org.heliograph.search.SearchQuery;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** Tells the statistics of searches what was asked and how it was answered. */
@ApplicationScoped
class Counting {
  private final SearchTally tally;
  private final Openings openings;
  private final CurrentRequest request;

  Counting(SearchTally tally, Openings openings, CurrentRequest request) {
    this.tally = tally;
    this.openings = openings;
    this.request = request;
  }

  /** Makes the search. Its first page is counted where nothing but its text narrows it. */
  SearchPage counted(SearchQuery query, Supplier<SearchPage> search) {
    long began = System.nanoTime();
    SearchPage page = search.get();
    boolean looked = query.wants().hits() || query.wants().total();
    if (looked && query.slice().after() == null && isPlain(query)) {
      var took = Duration.ofNanos(System.nanoTime() - began);
      tally.asked(request.visitor(), query.text(), isNothing(page), took);
    }
    return page;
  }

  private static boolean isNothing(SearchPage page) {
    Long total = page.total();
    return page.hits().isEmpty() && (total == null || total == 0);
  }

  /** A filter may be why nothing is found, and tells more of who asks. */
  private static boolean isPlain(SearchQuery query) {
    return query.criteria().isEmpty()
        && query.kinds().size() == RecordKind.values().length
        && !query.text().isBlank();
  }

  @Nullable String mark(SearchQuery query, SearchHit hit) {
    var row = hit.found().row();
    return query.text().isBlank()
        ? null
        : openings.mark(request.visitor(), query.text(), row.kind(), row.recordId);
  }
}
