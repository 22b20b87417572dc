package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heliograph.outbox.Follower.NotNow;
import org.heliograph.search.IndexRegistry.Entry;

/** Sends documents in bulk, each with its version: a write that was overtaken changes nothing. */
@ApplicationScoped
class IndexWriter {
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;
  private static final int BUSY = 429;
  private static final int LARGEST = 1_000;

  /** A bulk this large waits for the index's own refresh; a few changes ask for one at once. */
  private static final int FEW = 200;

  private final Clusters clusters;
  private final IndexFields fields;

  IndexWriter(Clusters clusters, IndexFields fields) {
    this.clusters = clusters;
    this.fields = fields;
  }

  /**
   * One document of a tier, for every index of that tier.
   *
   * @param content null deletes
   */
  record Write(
      Tier tier,
      String id,
      long recordId,
      long version,
      @org.jspecify.annotations.Nullable Map<String, Object> content) {}

  /**
   * Writes to all indices.
   *
   * @param searchable whether to return only when searches see it
   * @return records that were refused, with the reason
   * @throws NotNow when the cluster cannot take it, or an index went away meanwhile
   */
  Map<Long, String> write(List<Write> writes, List<Entry> indices, boolean searchable) {
    var failed = new HashMap<Long, String>();
    for (Tier tier : Tier.values()) {
      var operations = new ArrayList<BulkOperation>();
      var records = new ArrayList<Long>();
      for (Entry index : indices) {
        if (index.tier() != tier) {
          continue;
        }
        Set<String> known = fields.of(index);
        for (Write write : writes) {
          if (write.tier() == tier) {
            operations.add(operation(write, index.writeAlias(), known));
            records.add(write.recordId());
          }
        }
      }
      for (int from = 0; from < operations.size(); from += LARGEST) {
        int to = Math.min(from + LARGEST, operations.size());
        BulkResponse response = send(tier, operations.subList(from, to), searchable);
        collect(response, records.subList(from, to), failed);
      }
    }
    return failed;
  }

  private static BulkOperation operation(Write write, String alias, Set<String> known) {
    Map<String, Object> content = write.content();
    if (content == null) {
      return BulkOperation.of(op ->
          op.delete(d ->
              d.index(alias)
                  .id(write.id())
                  .version(write.version())
                  .versionType(VersionType.ExternalGte)));
    }
    Map<String, Object> document;
    if (known.containsAll(content.keySet())) {
      document = content;
    } else {
      document = new HashMap<>(content);
      document.keySet().retainAll(known);
    }
    return BulkOperation.of(op ->
        op.index(i ->
            i.index(alias)
                .id(write.id())
                .version(write.version())
                .versionType(VersionType.ExternalGte)
                .document(document)));
  }

  private BulkResponse send(Tier tier, List<BulkOperation> operations, boolean searchable) {
    try {
      return clusters
          .writing(tier)
          .call(client ->
              client.bulk(bulk ->
                  bulk.operations(operations)
                      .requireAlias(true)
                      .refresh(refresh(operations.size(), searchable))));
    } catch (Cluster.Unreachable e) {
      throw new NotNow("Elasticsearch does not answer", e);
    } catch (ElasticsearchException e) {
      if (e.status() == NOT_FOUND) {
        throw new NotNow("an index was replaced meanwhile", e);
      }
      throw e;
    }
  }

  private static Refresh refresh(int operations, boolean searchable) {
    if (!searchable) {
      return Refresh.False;
    }
    return operations > FEW ? Refresh.WaitFor : Refresh.True;
  }

  private static void collect(BulkResponse response, List<Long> records, Map<Long, String> failed) {
    if (!response.errors()) {
      return;
    }
    for (int i = 0; i < records.size(); i++) {
      BulkResponseItem item = response.items().get(i);
      var error = item.error();
      if (error == null || item.status() == CONFLICT) {
        continue;
      }
      String reason = String.valueOf(error.reason());
      if (item.status() == BUSY || item.status() >= 500 || item.status() == NOT_FOUND) {
        throw new NotNow(reason, new IllegalStateException(String.valueOf(error.type())));
      }
      failed.put(records.get(i), error.type() + ": " + reason);
    }
  }
}
