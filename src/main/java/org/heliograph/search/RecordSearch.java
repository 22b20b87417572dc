package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.heliograph.outbox.OutboxRows;
import org.heliograph.record.RecordTypes;
import org.heliograph.search.SearchHits.Confirmed;
import org.heliograph.search.SearchPage.Bucket;
import org.heliograph.search.SearchPlan.Words;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RegionCode;
import org.heliograph.store.CursorCodec;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Finds records of all kinds in one ranked list. The index ranks, counts and highlights; what is
 * shown is read again from the database under the same visibility, and what it does not confirm is
 * left out of hits, total and facets alike.
 */
@ApplicationScoped
public class RecordSearch {
  private static final int NOT_FOUND = 404;
  private final RecordTypes types;
  private final IndexCatalog catalog;
  private final OutboxRows outbox;
  private final CursorCodec cursors;
  private final SearchHits hits;
  private final Wordings wordings;
  private final Map<Tier, Way> ways = new EnumMap<>(Tier.class);

  /** How a tier is reached. */
  private record Way(Cluster cluster, PagingContexts contexts) {}

  RecordSearch(
      Clusters clusters,
      RecordTypes types,
      IndexCatalog catalog,
      OutboxRows outbox,
      CursorCodec cursors,
      SearchHits hits,
      Wordings wordings,
      SearchConfig config,
      Clock clock) {
    this.types = types;
    this.catalog = catalog;
    this.outbox = outbox;
    this.cursors = cursors;
    this.hits = hits;
    this.wordings = wordings;
    for (Tier tier : Tier.values()) {
      clusters
          .searching(tier)
          .ifPresent(cluster ->
              ways.put(
                  tier,
                  new Way(cluster, new PagingContexts(cluster, config.pointsInTime(), clock))));
    }
  }

  /**
   * One page of what the viewer may see of the records that the query finds.
   *
   * @throws Problem UNAVAILABLE at once while the index cannot be reached; BAD_INPUT for a cursor
   *     of another search, and for one whose pages have expired
   */
  public SearchPage search(SearchQuery query, Viewer viewer) {
    return search(query, viewer, null);
  }

  /** The same as it would be with another vocabulary than the one that is in force. */
  public SearchPage search(SearchQuery query, Viewer viewer, @Nullable Vocabulary trial) {
    Tier tier = tier(viewer);
    Way way = ways.get(tier);
    if (way == null) {
      throw Problem.unavailable("search is not offered here to signed-in users");
    }
    String scope = scope(query, tier, viewer);
    String after = query.slice().after();
    SearchCursor from =
        after == null ? null : SearchCursor.parse(cursors.decode(after, scope, "after"));
    Words words = wordings.of(query.text(), tier, trial);
    if (from != null && from.generous()) {
      words = words.generously();
    }
    var plan = new SearchPlan(query, tier, viewer, types, words);
    if (plan.scopes().isEmpty()) {
      return new SearchPage(List.of(), false, false, query.wants().total() ? 0L : null, Map.of());
    }
    try {
      SearchPage page = page(plan, from, scope, way);
      QueryText text = words.text();
      boolean asked = query.wants().hits() || query.wants().total();
      if (from != null || text == null || !text.isProse() || !asked || !page.isNothing()) {
        return page;
      }
      var generous = new SearchPlan(query, tier, viewer, types, words.generously());
      return page(generous, null, scope, way);
    } catch (Cluster.Unreachable e) {
      throw Problem.unavailable(
          "search cannot be reached at the moment: lists and single records still answer");
    } catch (ElasticsearchException e) {
      throw refusal(e, from != null);
    }
  }

  private static RuntimeException refusal(ElasticsearchException e, boolean paging) {
    if (e.status() != NOT_FOUND) {
      return e;
    }
    return paging
        ? Problem.badInput(
            "after", "the pages of this search have expired: start again without a cursor")
        : Problem.unavailable("the search index is being built: try again in a moment");
  }

  private SearchPage page(SearchPlan plan, @Nullable SearchCursor from, String scope, Way way) {
    List<String> aliases =
        plan.scopes().keySet().stream().map(kind -> catalog.alias(kind, plan.tier())).toList();
    var run = new SearchRun(plan, way.cluster(), way.contexts(), aliases);
    SearchRun.Outcome outcome = run.run(from, hits, () -> narrowing(plan.scopes().keySet()));
    var shown = new ArrayList<SearchHit>();
    for (Confirmed each : outcome.hits()) {
      var cursor = new SearchCursor(outcome.context(), plan.isGenerous(), each.sort());
      shown.add(
          new SearchHit(
              each.found(),
              cursors.encode(cursor.payload(), scope),
              each.highlights(),
              each.alike()));
    }
    var total = outcome.live().hits().total();
    return new SearchPage(
        shown,
        outcome.hasNext(),
        from != null,
        total == null || !plan.query().wants().total() ? null : total.value(),
        facets(outcome.live().aggregations()));
  }

  /** The internal tier is for those alone who have a grant beyond anonymous. */
  Tier tier(Viewer viewer) {
    var anonymous = Viewer.anonymous(viewer.at());
    boolean more =
        types.kinds().stream()
            .anyMatch(kind ->
                !VisibilityPolicy.of(kind, viewer).equals(VisibilityPolicy.of(kind, anonymous)));
    return more ? Tier.INTERNAL : Tier.PUBLIC;
  }

  /** What a cursor is good for: this search, and in the internal tier this viewer alone. */
  private static String scope(SearchQuery query, Tier tier, Viewer viewer) {
    var parts = new ArrayList<String>();
    parts.add("search");
    parts.add(tier.name());
    parts.add(query.text());
    parts.add(new TreeSet<>(query.kinds()).toString());
    parts.add(Integer.toHexString(query.criteria().hashCode()));
    parts.add(query.order().toString());
    parts.add(Boolean.toString(query.slice().grouped()));
    if (tier == Tier.INTERNAL) {
      parts.add(viewer.subject());
      parts.add(new TreeSet<>(viewer.roles()).toString());
      parts.add(new TreeSet<>(viewer.organisations()).toString());
      parts.add(new TreeSet<>(viewer.regions()).toString());
    }
    return String.join("\u0000", parts);
  }

  /** Records of which the index may still show too much. */
  Set<Long> narrowing(Set<RecordKind> kinds) {
    return lag(kinds).narrowing();
  }

  OutboxRows.Lag lag(Set<RecordKind> kinds) {
    try {
      return outbox.lag(kinds);
    } catch (SQLException e) {
      throw Problem.unavailable(
          "the database cannot be reached at the moment: try again in a few seconds");
    }
  }

  private static Map<String, List<Bucket>> facets(Map<String, Aggregate> found) {
    var facets = new HashMap<String, List<Bucket>>();
    found.forEach((name, aggregate) -> facets.put(name, buckets(name, aggregate)));
    return facets;
  }

  private static List<Bucket> buckets(String name, Aggregate aggregate) {
    return switch (aggregate._kind()) {
      case Sterms ->
          aggregate.sterms().buckets().array().stream()
              .filter(bucket -> !isNation(bucket))
              .map(bucket -> new Bucket(bucket.key().stringValue(), bucket.docCount()))
              .toList();
      case Lterms ->
          aggregate.lterms().buckets().array().stream()
              .map(bucket -> new Bucket(Long.toString(bucket.key()), bucket.docCount()))
              .toList();
      case Range -> Histograms.ranges(aggregate.range().buckets().array());
      case DateHistogram -> Histograms.days(aggregate.dateHistogram().buckets().array());
      case Filter -> {
        Aggregate inner = aggregate.filter().aggregations().get(name);
        yield inner == null ? List.of() : buckets(name, inner);
      }
      // a field that no document has yet
      default -> List.of();
    };
  }

  /** Every record lies in the nation: counting that says nothing. */
  private static boolean isNation(StringTermsBucket bucket) {
    return bucket.key().stringValue().equals(RegionCode.NATION.value());
  }
}
