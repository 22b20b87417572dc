package org.heliograph.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.heliograph.search.IndexRegistry.Entry;

/** Which fields an index takes: one that is about to be replaced may lack today's. */
@ApplicationScoped
class IndexFields {
  private final Clusters clusters;
  private final Mappings mappings;
  private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

  IndexFields(Clusters clusters, Mappings mappings) {
    this.clusters = clusters;
    this.mappings = mappings;
  }

  Set<String> of(Entry entry) {
    return known.computeIfAbsent(
        entry.name(),
        name ->
            entry.digest().equals(mappings.digest(entry.kind(), entry.tier()))
                ? mappings.fields(entry.kind(), entry.tier())
                : read(entry));
  }

  private Set<String> read(Entry entry) {
    String name = entry.name();
    return clusters
        .writing(entry.tier())
        .call(client -> {
          var mapping = client.indices().getMapping(get -> get.index(name)).get(name);
          return mapping == null
              ? Set.<String>of()
              : Set.copyOf(mapping.mappings().properties().keySet());
        });
  }
}
