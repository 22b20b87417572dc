package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.explain.ExplanationDetail;
import co.elastic.clients.elasticsearch.core.search.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.outbox.OutboxRows;
import org.heliograph.record.RecordTypes;
import org.heliograph.search.SearchHits.Doc;
import org.heliograph.search.SearchQuery.Order;
import org.heliograph.search.SearchQuery.Slice;
import org.heliograph.search.SearchQuery.Wants;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.Viewer;

/**
 * Tells administrators how the score of a record came about, in the public tier and under the
 * visibility of anonymous viewers: what those do not find is explained to nobody.
 */
@ApplicationScoped
public class RankExplainer {
  /** Deeper lies the arithmetic of single terms. */
  private static final int DEEPEST = 8;

  private static final int MOST_PARTS = 300;

  private final Clusters clusters;
  private final RecordTypes types;
  private final IndexCatalog catalog;
  private final Wordings wordings;
  private final OutboxRows outbox;
  private final SearchHits hits;
  private final Clock clock;

  RankExplainer(
      Clusters clusters,
      RecordTypes types,
      IndexCatalog catalog,
      Wordings wordings,
      OutboxRows outbox,
      SearchHits hits,
      Clock clock) {
    this.clusters = clusters;
    this.types = types;
    this.catalog = catalog;
    this.wordings = wordings;
    this.outbox = outbox;
    this.hits = hits;
    this.clock = clock;
  }

  /** Empty when an anonymous search for the text would not find the record. */
  public Optional<Explanation> explain(String text, RecordKind kind, String code) {
    Cluster cluster =
        clusters
            .searching(Tier.PUBLIC)
            .orElseThrow(() -> Problem.unavailable("this pod has no public index"));
    var query =
        new SearchQuery(
            text,
            Set.of(),
            List.of(),
            Order.RELEVANCE,
            Set.of(),
            new Slice(1, null),
            new Wants(true, false, false));
    var words = wordings.of(text, Tier.PUBLIC, null);
    var plan = new SearchPlan(query, Tier.PUBLIC, Viewer.anonymous(clock.instant()), types, words);
    try {
      List<Hit<Doc>> found = found(cluster, plan, kind, code);
      boolean confirmed = !hits.confirm(plan, found, new java.util.HashSet<>()).isEmpty();
      var explanation = confirmed ? found.getFirst().explanation() : null;
      QueryText read = words.text();
      if (explanation == null || read == null) {
        return Optional.empty();
      }
      var parts = new ArrayList<Explanation.Part>();
      parts.add(new Explanation.Part(0, explanation.value(), explanation.description()));
      explanation.details().forEach(detail -> collect(detail, 1, parts));
      return Optional.of(new Explanation(explanation.value(), read.variants(), parts));
    } catch (Cluster.Unreachable | ElasticsearchException | SQLException e) {
      throw Problem.unavailable("the search cannot be asked at the moment: try again in a moment");
    }
  }

  private List<Hit<Doc>> found(Cluster cluster, SearchPlan plan, RecordKind kind, String code)
      throws SQLException {
    var whole = plan.query(outbox.lag(plan.query().kinds()).narrowing(), Set.of());
    List<String> aliases =
        plan.scopes().keySet().stream().map(each -> catalog.alias(each, Tier.PUBLIC)).toList();
    // after the query, or the filter would be part of what is explained
    var one =
        ConditionToQuery.all(
            List.of(
                ConditionToQuery.among(Documents.KIND, List.of(kind.name())),
                ConditionToQuery.among(Documents.CODE, List.of(code))));
    return cluster
        .call(client ->
            client.search(
                request ->
                    request
                        .index(aliases)
                        .query(whole)
                        .postFilter(one)
                        .size(1)
                        .explain(true)
                        .source(s -> s.filter(f -> f.includes(Doc.FIELDS)))
                        .allowPartialSearchResults(false),
                Doc.class))
        .hits()
        .hits();
  }

  private static void collect(ExplanationDetail detail, int depth, List<Explanation.Part> parts) {
    if (depth > DEEPEST || parts.size() >= MOST_PARTS) {
      return;
    }
    parts.add(new Explanation.Part(depth, detail.value(), detail.description()));
    detail.details().forEach(each -> collect(each, depth + 1, parts));
  }
}
