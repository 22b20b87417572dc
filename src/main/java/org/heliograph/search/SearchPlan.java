package org.heliograph.search;

import static org.heliograph.search.Documents.KIND;
import static org.heliograph.search.Documents.RECORD_ID;
import static org.heliograph.search.Documents.REVISION;
import static org.heliograph.search.Documents.YEAR;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heliograph.record.CommonFields;
import org.heliograph.record.RecordField;
import org.heliograph.record.RecordField.Use;
import org.heliograph.record.RecordType;
import org.heliograph.record.RecordTypes;
import org.heliograph.search.TextQuery.Scope;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.FieldClass;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One search, turned into what the cluster is asked: the same filter under hits, total and facets.
 */
final class SearchPlan {
  private static final int TERMS = 30_000;
  private static final int BUCKETS = 100;

  /** A county with its townships and villages. */
  private static final int BRANCHES = 1_000;

  private static final Set<String> TREES = Set.of("region", CommonFields.CATEGORY_PATH);

  /** Counts are exact as long as a field has fewer values than this. */
  private static final int SHARD_BUCKETS = 10_000;

  private final SearchQuery query;
  private final Tier tier;
  private final Map<RecordKind, Scope> scopes = new EnumMap<>(RecordKind.class);
  private final @Nullable QueryText text;
  private final Words words;
  private final List<Query> filters = new ArrayList<>();
  private final Selected selected;

  /**
   * The words of a search and what is known about the names in it.
   *
   * @param text null to browse
   * @param placements the records that come first or last for this text
   * @param generous whether any word is enough
   */
  record Words(
      @Nullable QueryText text,
      List<Standing> standings,
      List<Vocabulary.Entry> placements,
      boolean generous) {
    /** To browse. */
    static final Words NONE = new Words(null, List.of(), List.of(), false);

    Words generously() {
      return new Words(text, standings, placements, true);
    }
  }

  SearchPlan(SearchQuery query, Tier tier, Viewer viewer, RecordTypes types, Words words) {
    this.query = query;
    this.tier = tier;
    this.text = words.text();
    this.words = words;
    selected = Selected.of(query, types.kinds());
    for (RecordKind kind : selected.searched()) {
      if (types.kinds().contains(kind)) {
        scopes.put(kind, new Scope(types.of(kind), VisibilityPolicy.of(kind, viewer)));
      }
    }
    filters.add(new Reach(selected.narrowing(), query.order().field()).of(scopes.values()));
  }

  Tier tier() {
    return tier;
  }

  boolean isGenerous() {
    return words.generous();
  }

  SearchQuery query() {
    return query;
  }

  @Nullable QueryText text() {
    return text;
  }

  Map<RecordKind, Scope> scopes() {
    return scopes;
  }

  List<RecordType<?>> types() {
    return List.copyOf(scopes.values().stream().<RecordType<?>>map(Scope::type).toList());
  }

  /**
   * The whole query.
   *
   * @param narrowed records that the index may still show too much of
   * @param dropped ids of documents that the database did not confirm
   */
  Query query(Collection<Long> narrowed, Collection<String> dropped) {
    var without = new ArrayList<Query>();
    var ids = List.copyOf(narrowed);
    for (int from = 0; from < ids.size(); from += TERMS) {
      List<FieldValue> some =
          ids.subList(from, Math.min(from + TERMS, ids.size())).stream()
              .map(FieldValue::of)
              .toList();
      without.add(Query.of(q -> q.terms(t -> t.field(RECORD_ID).terms(v -> v.value(some)))));
    }
    if (!dropped.isEmpty()) {
      without.add(Query.of(q -> q.ids(i -> i.values(List.copyOf(dropped)))));
    }
    QueryText said = text;
    return Query.of(q ->
        q.bool(b -> {
          b.filter(filters).mustNot(without);
          if (said != null) {
            b.must(new TextQuery(said, words, scopes).query(tier));
          }
          return b;
        }));
  }

  /** Every order ends in what no two documents share, so that pages fit together. */
  List<SortOptions> sort() {
    var sort = new ArrayList<SortOptions>();
    String field = query.order().field();
    SortOrder direction = query.order().descending() ? SortOrder.Desc : SortOrder.Asc;
    if (field != null) {
      sort.add(by(field, direction));
    } else if (text != null) {
      sort.add(SortOptions.of(s -> s.score(score -> score.order(SortOrder.Desc))));
    } else {
      sort.add(by("publishedAt", SortOrder.Desc));
    }
    sort.add(by(RECORD_ID, direction));
    sort.add(by(REVISION, direction));
    return sort;
  }

  private static SortOptions by(String field, SortOrder order) {
    return SortOptions.of(s ->
        s.field(f -> f.field(field).order(order).missing("_last").unmappedType(FieldType.Double)));
  }

  /** What is chosen among a facet's values: it narrows the hits, and not that facet's counts. */
  Optional<Query> postFilter() {
    return selected.filter(scopes, List.of());
  }

  Map<String, Aggregation> facets() {
    var facets = new HashMap<String, Aggregation>();
    for (String name : query.facets()) {
      Optional<Aggregation> counts =
          Histograms.has(name) ? Histograms.of(name, scopes.values()) : facet(name);
      counts.ifPresent(facet ->
          facets.put(
              name,
              selected
                  .filter(scopes, List.of(name))
                  .map(others -> Aggregation.of(a -> a.filter(others).aggregations(name, facet)))
                  .orElse(facet)));
    }
    return facets;
  }

  /** Empty when no kind that is searched can be counted by it. */
  private Optional<Aggregation> facet(String name) {
    if (name.equals(KIND) || name.equals(YEAR)) {
      return Optional.of(terms(name));
    }
    var classes = new HashSet<FieldClass>();
    var readable = new ArrayList<Query>();
    for (Scope scope : scopes.values()) {
      if (!scope.type().has(name) || !scope.type().field(name).is(Use.FACET)) {
        continue;
      }
      RecordField<?> field = scope.type().field(name);
      classes.add(field.fieldClass());
      readable.add(
          ConditionToQuery.all(
              List.of(
                  ConditionToQuery.among(KIND, List.of(scope.type().kind().name())),
                  ConditionToQuery.render(scope.visibility().rows(field.fieldClass())))));
    }
    if (classes.isEmpty()) {
      return Optional.empty();
    }
    if (classes.equals(Set.of(FieldClass.OPEN))) {
      return Optional.of(terms(name));
    }
    return Optional.of(
        Aggregation.of(
            a -> a.filter(ConditionToQuery.any(readable)).aggregations(name, terms(name))));
  }

  private static Aggregation terms(String field) {
    return Aggregation.of(a ->
        a.terms(t ->
            t.field(field)
                .size(TREES.contains(field) ? BRANCHES : BUCKETS)
                .shardSize(SHARD_BUCKETS)));
  }
}
