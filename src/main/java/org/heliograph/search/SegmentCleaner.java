package org.heliograph.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.heliograph.shared.RecordKind;

/** Drops from the segments of a kind's indices what no document holds any more. */
@ApplicationScoped
public class SegmentCleaner {
  private final Clusters clusters;
  private final IndexRegistry registry;

  SegmentCleaner(Clusters clusters, IndexRegistry registry) {
    this.clusters = clusters;
    this.registry = registry;
  }

  /** Returns when both tiers are clean; throws when a cluster cannot be reached. */
  public void clean(RecordKind kind) {
    for (IndexRegistry.Entry index : registry.entries(kind)) {
      clusters
          .writing(index.tier())
          .call(client -> {
            var indices = client.indices();
            // Lucene leaves segments alone that have lost less than a tenth
            indices.putSettings(s ->
                s.index(index.name())
                    .settings(i ->
                        i.otherSettings(
                            "merge.policy.expunge_deletes_allowed",
                            co.elastic.clients.json.JsonData.of(0))));
            indices.forcemerge(m -> m.index(index.name()).onlyExpungeDeletes(true).flush(true));
            return true;
          });
    }
  }
}
