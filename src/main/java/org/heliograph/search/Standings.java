package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.heliograph.record.RecordType;
import org.heliograph.record.RecordTypes;
import org.heliograph.record.Renown;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;
import org.jboss.logging.Logger;

/**
 * Who is cited how often, counted over what anonymous viewers may see, whoever searches: rows that
 * a viewer must not know of do not move the order of those that they see.
 */
@ApplicationScoped
class Standings {
  private static final Logger LOG = Logger.getLogger(Standings.class);
  private static final int NAMES = 1000;

  private final Clusters clusters;
  private final IndexCatalog catalog;
  private final RecordTypes types;
  private final SearchConfig config;
  private final Clock clock;
  private final ReentrantLock counting = new ReentrantLock();
  private final Map<Tier, Counted> counted = new EnumMap<>(Tier.class);

  private record Counted(List<Standing> standings, Instant at) {}

  Standings(
      Clusters clusters,
      IndexCatalog catalog,
      RecordTypes types,
      SearchConfig config,
      Clock clock) {
    this.clusters = clusters;
    this.catalog = catalog;
    this.types = types;
    this.config = config;
    this.clock = clock;
  }

  /** As last counted; counts again when that is too old. One caller counts, others go on. */
  List<Standing> of(Tier tier) {
    Counted known = known(tier);
    Instant now = clock.instant();
    if (now.isBefore(known.at().plus(config.standings())) || !counting.tryLock()) {
      return known.standings();
    }
    try {
      List<Standing> fresh = count(tier, now, known.standings());
      synchronized (counted) {
        counted.put(tier, new Counted(fresh, now));
      }
      return fresh;
    } finally {
      counting.unlock();
    }
  }

  private Counted known(Tier tier) {
    synchronized (counted) {
      return counted.getOrDefault(tier, new Counted(List.of(), Instant.EPOCH));
    }
  }

  private List<Standing> count(Tier tier, Instant now, List<Standing> before) {
    Cluster cluster = clusters.searching(tier).orElse(null);
    if (cluster == null) {
      return List.of();
    }
    try {
      var standings = new ArrayList<Standing>();
      for (RecordType<?> type : types.all()) {
        Renown renown = type.renown();
        if (renown == null) {
          continue;
        }
        Map<String, Long> cited = cited(cluster, tier, type, renown, now);
        if (!cited.isEmpty()) {
          standings.add(Standing.of(type.kind(), renown.named(), cited));
        }
      }
      return List.copyOf(standings);
    } catch (Cluster.Unreachable | ElasticsearchException e) {
      // the search itself meets the same and tells its caller
      LOG.debug("who is cited could not be counted", e);
      return before;
    }
  }

  private Map<String, Long> cited(
      Cluster cluster, Tier tier, RecordType<?> type, Renown renown, Instant now) {
    Query open =
        ConditionToQuery.render(VisibilityPolicy.of(type.kind(), Viewer.anonymous(now)).rows());
    var answer =
        cluster.call(client ->
            client.search(
                request ->
                    request
                        .index(catalog.alias(type.kind(), tier))
                        .size(0)
                        .query(open)
                        .aggregations(
                            "cited", a -> a.terms(t -> t.field(renown.names()).size(NAMES))),
                Void.class));
    var cited = new HashMap<String, Long>();
    var buckets = answer.aggregations().get("cited");
    if (buckets != null && buckets.isSterms()) {
      buckets
          .sterms()
          .buckets()
          .array()
          .forEach(bucket -> cited.put(bucket.key().stringValue(), bucket.docCount()));
    }
    return cited;
  }
}
