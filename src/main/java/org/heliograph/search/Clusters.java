package org.heliograph.search;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The ways to Elasticsearch that this pod has: one per tier to search, and to write. */
@ApplicationScoped
class Clusters {
  private final Map<Tier, Cluster> searching = new EnumMap<>(Tier.class);
  private final Map<Tier, Cluster> writing = new EnumMap<>(Tier.class);

  Clusters(SearchConfig config) {
    open(config, config.open(), config.searchTimeout())
        .ifPresent(cluster -> searching.put(Tier.PUBLIC, cluster));
    open(config, config.internal(), config.searchTimeout())
        .ifPresent(cluster -> searching.put(Tier.INTERNAL, cluster));
    if (config.feeds()) {
      writing.put(Tier.PUBLIC, writer(config, config.open(), "public"));
      writing.put(Tier.INTERNAL, writer(config, config.internal(), "internal"));
    }
  }

  private static Cluster writer(
      SearchConfig config, SearchConfig.Endpoint endpoint, String property) {
    return open(config, endpoint, config.writeTimeout())
        .orElseThrow(() ->
            new IllegalStateException(
                "this pod feeds the index (heliograph.search.index), so heliograph.search."
                    + property
                    + ".url must be set"));
  }

  private static Optional<Cluster> open(
      SearchConfig config, SearchConfig.Endpoint endpoint, Duration patience) {
    return endpoint
        .url()
        .map(urls -> new Cluster(urls, endpoint, config.connectTimeout(), patience));
  }

  /** Empty when this pod has no address for the tier. */
  Optional<Cluster> searching(Tier tier) {
    return Optional.ofNullable(searching.get(tier));
  }

  /** Each tier is written with its own address and credential, so that they may be apart. */
  Cluster writing(Tier tier) {
    Cluster cluster = writing.get(tier);
    if (cluster == null) {
      throw new IllegalStateException("this pod does not feed the index");
    }
    return cluster;
  }

  @PreDestroy
  void close() {
    try {
      for (Cluster cluster : searching.values()) {
        cluster.close();
      }
      for (Cluster cluster : writing.values()) {
        cluster.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
