package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.record.RecordTypes;
import org.heliograph.search.SearchHits.Doc;
import org.heliograph.search.SearchPlan.Words;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.RecordStore;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;

/**
 * Asks of a few records whether a search of the public would find them. In the public tier alone,
 * whoever is to be told; all words have to be met, for one word in common is no news.
 */
@ApplicationScoped
public class SearchMatching {
  private static final int NOT_FOUND = 404;
  private final Clusters clusters;
  private final RecordTypes types;
  private final IndexCatalog catalog;
  private final Wordings wordings;
  private final RecordStore store;

  SearchMatching(
      Clusters clusters,
      RecordTypes types,
      IndexCatalog catalog,
      Wordings wordings,
      RecordStore store) {
    this.clusters = clusters;
    this.types = types;
    this.catalog = catalog;
    this.wordings = wordings;
    this.store = store;
  }

  /**
   * How some records stand.
   *
   * @param current those that the index knows as they are now
   * @param behind those that are public, and that it has still to follow
   */
  public record Standing(Map<Long, PublicRecord> current, Set<Long> behind) {}

  /**
   * Which of the records the public sees, and whether they can be searched yet.
   *
   * @throws Problem UNAVAILABLE while the index cannot be reached
   */
  public Standing standing(RecordKind kind, Collection<Long> records, Viewer viewer) {
    Map<Long, PublicRecord> visible = read(types.of(kind), records, viewer);
    var current = new HashMap<Long, PublicRecord>();
    if (!visible.isEmpty()) {
      for (Hit<Doc> hit : send(catalog.alias(kind, Tier.PUBLIC), only(visible.keySet()), records)) {
        Doc doc = Objects.requireNonNull(hit.source(), "a hit without its source");
        PublicRecord row = visible.get(doc.recordId());
        if (row != null && doc.rowVersion() >= row.rowVersion) {
          current.put(doc.recordId(), row);
        }
      }
    }
    var behind = new HashSet<>(visible.keySet());
    behind.removeAll(current.keySet());
    return new Standing(current, behind);
  }

  private <E extends PublicRecord> Map<Long, PublicRecord> read(
      RecordType<E> type, Collection<Long> records, Viewer viewer) {
    return new HashMap<>(
        store.byRecordIds(type, records, VisibilityPolicy.of(type.kind(), viewer)));
  }

  /**
   * Which of the records of a kind the search finds.
   *
   * @throws Problem UNAVAILABLE while the index cannot be reached
   */
  public Set<Long> found(
      SearchQuery query, RecordKind kind, Collection<Long> records, Viewer viewer) {
    Words words = wordings.of(query.text(), Tier.PUBLIC, null);
    var plan = new SearchPlan(query, Tier.PUBLIC, viewer, types, words);
    var found = new HashSet<Long>();
    if (plan.scopes().containsKey(kind)) {
      Query search = ConditionToQuery.all(List.of(plan.query(Set.of(), Set.of()), only(records)));
      Query whole =
          plan.postFilter().map(f -> ConditionToQuery.all(List.of(search, f))).orElse(search);
      send(catalog.alias(kind, Tier.PUBLIC), whole, records)
          .forEach(hit -> found.add(Objects.requireNonNull(hit.source()).recordId()));
    }
    return found;
  }

  private static Query only(Collection<Long> records) {
    List<FieldValue> ids = records.stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(t -> t.field(Documents.RECORD_ID).terms(v -> v.value(ids))));
  }

  private List<Hit<Doc>> send(String alias, Query query, Collection<Long> records) {
    var request =
        new SearchRequest.Builder()
            .index(alias)
            .query(query)
            .size(records.size())
            .source(s -> s.filter(f -> f.includes(Doc.FIELDS)))
            .trackTotalHits(t -> t.enabled(false))
            .allowPartialSearchResults(false)
            .build();
    try {
      return clusters
          .searching(Tier.PUBLIC)
          .orElseThrow(() -> Problem.unavailable("this pod searches no index"))
          .call(client -> client.search(request, Doc.class))
          .hits()
          .hits();
    } catch (Cluster.Unreachable e) {
      throw Problem.unavailable("the index cannot be reached at the moment");
    } catch (ElasticsearchException e) {
      if (e.status() != NOT_FOUND) {
        throw e;
      }
      throw Problem.unavailable("the index is being built");
    }
  }
}
