package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TrackHits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.heliograph.search.SearchHits.Confirmed;
import org.heliograph.search.SearchHits.Doc;
import org.jspecify.annotations.Nullable;

/**
 * One search on one tier: asks the index, has the database confirm, and asks again without the
 * rest.
 */
final class SearchRun {
  /**
   * How often a search is repeated without what the database did not confirm, and a page without
   * the point in time that was lost.
   */
  private static final int ROUNDS = 3;

  private static final int NOT_FOUND = 404;

  private final SearchPlan plan;
  private final Cluster cluster;
  private final PagingContexts contexts;
  private final List<String> aliases;

  /**
   * What a run came to.
   *
   * @param live the answer over the index as it is now, from which totals and facets are read
   * @param context the point in time that the hits were read from; null on a first page
   */
  record Outcome(
      List<Confirmed> hits, boolean hasNext, SearchResponse<Doc> live, @Nullable String context) {}

  SearchRun(SearchPlan plan, Cluster cluster, PagingContexts contexts, List<String> aliases) {
    this.plan = plan;
    this.cluster = cluster;
    this.contexts = contexts;
    this.aliases = aliases;
  }

  /**
   * @param narrowed reads the records of which the index may still show too much
   */
  Outcome run(@Nullable SearchCursor from, SearchHits hits, Supplier<Set<Long>> narrowed) {
    if (!plan.query().wants().hits()) {
      Query query = plan.query(narrowed.get(), Set.of());
      return new Outcome(List.of(), false, count(query), null);
    }
    String context = from == null ? null : from.context();
    Set<String> dropped = new HashSet<>();
    for (int round = 1; ; round++) {
      Query query = plan.query(narrowed.get(), dropped);
      Read read = read(query, from, context);
      context = read.context();
      SearchResponse<Doc> found = read.found();
      String renewed = found.pitId();
      if (context != null && renewed != null) {
        contexts.used(context, renewed);
        context = renewed;
      }
      int size = plan.query().slice().size();
      List<Hit<Doc>> all = found.hits().hits();
      int known = dropped.size();
      List<Confirmed> confirmed =
          hits.confirm(plan, all.subList(0, Math.min(size, all.size())), dropped);
      if (dropped.size() == known || round == ROUNDS) {
        // a point in time does not see what was withdrawn since: it must not be counted
        SearchResponse<Doc> live = context == null || !counts() ? found : count(query);
        if (plan.query().slice().grouped()) {
          confirmed = Groups.numbered(confirmed, all, from, alike(query, all));
        }
        return new Outcome(confirmed, all.size() > size, live, context);
      }
    }
  }

  /** A page, and the point in time that it was read from; null on a first page. */
  private record Read(SearchResponse<Doc> found, @Nullable String context) {}

  /**
   * A node that dies takes with it the points in time that it held: the page is read from a new
   * one, over the copies, from where the page before ended.
   */
  private Read read(Query query, @Nullable SearchCursor from, @Nullable String context) {
    String current = context;
    for (int attempt = 1; ; attempt++) {
      try {
        if (from != null && current == null) {
          current = contexts.open(aliases);
        }
        return new Read(page(query, from, current), current);
      } catch (Cluster.Unreachable e) {
        if (from == null || !e.isAnswered() || attempt == ROUNDS) {
          throw e;
        }
        current = null;
      }
    }
  }

  private @Nullable Aggregate alike(Query query, List<Hit<Doc>> hits) {
    Query found = plan.postFilter().map(f -> ConditionToQuery.all(List.of(query, f))).orElse(query);
    return send(new SearchRequest.Builder()
            .index(aliases)
            .query(found)
            .size(0)
            .trackTotalHits(tracked(false))
            .aggregations(Titles.GROUP, Groups.counts(hits))
            .allowPartialSearchResults(false)
            .build())
        .aggregations()
        .get(Titles.GROUP);
  }

  private boolean counts() {
    return plan.query().wants().total() || !plan.query().facets().isEmpty();
  }

  private SearchResponse<Doc> page(
      Query query, @Nullable SearchCursor from, @Nullable String context) {
    var request =
        new SearchRequest.Builder()
            .query(query)
            .size(plan.query().slice().size() + 1)
            .sort(plan.sort())
            .trackScores(plan.query().order().field() == null)
            .source(s -> s.filter(f -> f.includes(Doc.FIELDS)))
            .trackTotalHits(tracked(context == null))
            .allowPartialSearchResults(false);
    if (plan.query().slice().grouped()) {
      Groups.collapse(request, from);
    } else if (from != null) {
      request.searchAfter(from.sort());
    }
    plan.postFilter().ifPresent(request::postFilter);
    if (context == null) {
      request.index(aliases).aggregations(plan.facets());
    } else {
      request.pit(pit -> pit.id(context).keepAlive(contexts.keepAlive()));
    }
    QueryText text = plan.text();
    if (text != null && plan.query().wants().highlights()) {
      request.highlight(Highlights.of(text, plan.types(), plan.tier()));
    }
    return send(request.build());
  }

  private SearchResponse<Doc> count(Query query) {
    var request =
        new SearchRequest.Builder()
            .index(aliases)
            .query(query)
            .size(0)
            .trackTotalHits(tracked(true))
            .aggregations(plan.facets())
            .allowPartialSearchResults(false);
    plan.postFilter().ifPresent(request::postFilter);
    return send(request.build());
  }

  private TrackHits tracked(boolean here) {
    return TrackHits.of(t -> t.enabled(here && plan.query().wants().total()));
  }

  private SearchResponse<Doc> send(SearchRequest request) {
    try {
      return cluster.call(client -> client.search(request, Doc.class));
    } catch (ElasticsearchException e) {
      if (e.status() != NOT_FOUND || request.pit() != null) {
        throw e;
      }
      // the index behind the alias was swapped and deleted in this very moment: ask the new one
      return cluster.call(client -> client.search(request, Doc.class));
    }
  }
}
