package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.jboss.logging.Logger;

/**
 * Asks of a few records whether a search of the public would find them. In the public tier alone,
 * whoever is to be told; all words have to be met, for one word in common is no news.
 */
@ApplicationScoped
public class SearchMatching {
  private static final Logger LOG = Logger.getLogger(SearchMatching.class);
  private static final int NOT_FOUND = 404;

  /** Elasticsearch takes them one after the other where it is busy: none waits for long. */
  private static final int AT_ONCE = 100;

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
      var request =
          new SearchRequest.Builder()
              .index(catalog.alias(kind, Tier.PUBLIC))
              .query(only(visible.keySet()))
              .size(records.size())
              .source(s -> s.filter(f -> f.includes(Doc.FIELDS)))
              .trackTotalHits(t -> t.enabled(false))
              .allowPartialSearchResults(false)
              .build();
      var hits = send(client -> client.search(request, Doc.class)).hits().hits();
      for (Hit<Doc> hit : hits) {
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

  /** A search, and the records of which it is asked. */
  public record Question(SearchQuery search, List<Long> records) {}

  /**
   * Which of the records of a kind each search finds; many are asked at once. One that cannot be
   * asked finds nothing, and does not stand in the way of the others.
   *
   * @throws Problem UNAVAILABLE while the index cannot be reached
   */
  public Map<String, Set<Long>> found(
      RecordKind kind, Map<String, Question> questions, Viewer viewer) {
    var found = new HashMap<String, Set<Long>>();
    var names = new ArrayList<String>();
    var items = new ArrayList<RequestItem>();
    questions.forEach((name, question) -> {
      item(question, kind, viewer)
          .ifPresent(item -> {
            names.add(name);
            items.add(item);
          });
      if (items.size() == AT_ONCE) {
        ask(kind, names, items, found);
      }
    });
    ask(kind, names, items, found);
    return found;
  }

  private Optional<RequestItem> item(Question question, RecordKind kind, Viewer viewer) {
    try {
      Words words = wordings.of(question.search().text(), Tier.PUBLIC, null);
      var plan = new SearchPlan(question.search(), Tier.PUBLIC, viewer, types, words);
      if (!plan.scopes().containsKey(kind)) {
        return Optional.empty();
      }
      var parts = new ArrayList<Query>();
      parts.add(plan.query(Set.of(), Set.of()));
      parts.add(only(question.records()));
      plan.postFilter().ifPresent(parts::add);
      return Optional.of(
          RequestItem.of(item ->
              item.header(h -> h.allowPartialSearchResults(false))
                  .body(body ->
                      body.query(ConditionToQuery.all(parts))
                          .size(question.records().size())
                          .source(s -> s.filter(f -> f.includes(Doc.FIELDS)))
                          .trackTotalHits(t -> t.enabled(false)))));
    } catch (RuntimeException e) {
      if (e instanceof Problem problem && problem.code() == Problem.Code.UNAVAILABLE) {
        throw e;
      }
      LOG.warnf("a saved search cannot be asked: %s", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private void ask(
      RecordKind kind, List<String> names, List<RequestItem> items, Map<String, Set<Long>> found) {
    if (items.isEmpty()) {
      return;
    }
    String alias = catalog.alias(kind, Tier.PUBLIC);
    var answers =
        send(client -> client.msearch(m -> m.index(alias).searches(items), Doc.class)).responses();
    for (int i = 0; i < names.size(); i++) {
      var answer = answers.get(i);
      if (answer.isFailure()) {
        refused(answer.failure());
      } else {
        found.put(
            names.get(i),
            answer.result().hits().hits().stream()
                .map(hit -> Objects.requireNonNull(hit.source()).recordId())
                .collect(Collectors.toSet()));
      }
    }
    names.clear();
    items.clear();
  }

  private static void refused(ErrorResponse failure) {
    switch (failure.status()) {
      case NOT_FOUND -> throw Problem.unavailable("the index is being built");
      case 429, 502, 503, 504 -> throw unreachable();
      default -> LOG.warnf("a saved search cannot be asked: %s", failure.error().type());
    }
  }

  private static Query only(Collection<Long> records) {
    List<FieldValue> ids = records.stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(t -> t.field(Documents.RECORD_ID).terms(v -> v.value(ids))));
  }

  private <T> T send(Cluster.Call<T> call) {
    try {
      return clusters
          .searching(Tier.PUBLIC)
          .orElseThrow(() -> Problem.unavailable("this pod searches no index"))
          .call(call);
    } catch (Cluster.Unreachable e) {
      throw unreachable();
    } catch (ElasticsearchException e) {
      if (e.status() != NOT_FOUND) {
        throw e;
      }
      throw Problem.unavailable("the index is being built");
    }
  }

  private static Problem unreachable() {
    return Problem.unavailable("the index cannot be reached at the moment");
  }
}
