package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heliograph.record.RecordTypes;
import org.heliograph.search.SearchHits.Confirmed;
import org.heliograph.search.SearchHits.Doc;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.Viewer;

/** Records by what names them alone: code, document number, citation. */
@ApplicationScoped
public class NamedRecords {
  /** Two revisions of each of a few: more would not be one name any more. */
  private static final int ENOUGH = 8;

  private final RecordSearch search;
  private final Clusters clusters;
  private final IndexCatalog catalog;
  private final RecordTypes types;
  private final SearchHits hits;

  NamedRecords(
      RecordSearch search,
      Clusters clusters,
      IndexCatalog catalog,
      RecordTypes types,
      SearchHits hits) {
    this.search = search;
    this.clusters = clusters;
    this.catalog = catalog;
    this.types = types;
    this.hits = hits;
  }

  /**
   * The one record of the viewer's that bears one of the identifiers; empty when several do. Of an
   * article in several wordings it is the one that stands longest.
   *
   * @param identifiers in the spelling of {@link org.heliograph.shared.Citation}
   */
  public Optional<SearchHit> only(Collection<String> identifiers, Viewer viewer) {
    Tier tier = search.tier(viewer);
    Cluster cluster = clusters.searching(tier).orElse(null);
    if (identifiers.isEmpty() || cluster == null) {
      return Optional.empty();
    }
    var plan =
        new SearchPlan(
            SearchQuery.everything(types.kinds()), tier, viewer, types, SearchPlan.Words.NONE);
    List<String> aliases =
        plan.scopes().keySet().stream().map(kind -> catalog.alias(kind, tier)).toList();
    Query visible = plan.query(search.narrowing(types.kinds()), Set.of());
    Query named = ConditionToQuery.among(Documents.IDENTIFIERS, identifiers);
    var request =
        new SearchRequest.Builder()
            .index(aliases)
            .query(ConditionToQuery.all(List.of(visible, named)))
            .size(ENOUGH)
            .sort(latestWording(), byRecord())
            .source(s -> s.filter(f -> f.includes(Doc.FIELDS)))
            .trackTotalHits(t -> t.enabled(false))
            .allowPartialSearchResults(false)
            .build();
    try {
      var found = cluster.call(client -> client.search(request, Doc.class)).hits().hits();
      return one(hits.confirm(plan, found, new HashSet<>()));
    } catch (Cluster.Unreachable | ElasticsearchException e) {
      throw Problem.unavailable("shortcuts cannot be found at the moment: leave them out");
    }
  }

  private static SortOptions latestWording() {
    return SortOptions.of(s ->
        s.field(f -> f.field("standsUntil").unmappedType(FieldType.Date).order(SortOrder.Desc)));
  }

  /** Of wordings that stand equally long always the same. */
  private static SortOptions byRecord() {
    return SortOptions.of(s -> s.field(f -> f.field(Documents.RECORD_ID).order(SortOrder.Asc)));
  }

  private static Optional<SearchHit> one(List<Confirmed> confirmed) {
    Map<Long, Confirmed> byRecord = new LinkedHashMap<>();
    // for those in office two revisions of a record may be current: the public one is meant
    for (Confirmed each : confirmed) {
      byRecord.merge(
          each.found().row().recordId,
          each,
          (known, other) ->
              other.found().row().revision < known.found().row().revision ? other : known);
    }
    var records = new ArrayList<>(byRecord.values());
    boolean wordings =
        records.stream().allMatch(each -> each.found().row().kind() == RecordKind.STATUTE_ARTICLE);
    return records.size() == 1 || wordings && !records.isEmpty()
        ? Optional.of(new SearchHit(records.getFirst().found(), "", Map.of(), null))
        : Optional.empty();
  }
}
