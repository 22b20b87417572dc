package org.heliograph.search;

import static org.heliograph.search.Documents.BIGRAMS;
import static org.heliograph.search.Documents.IDENTIFIERS;
import static org.heliograph.search.Documents.KIND;
import static org.heliograph.search.Documents.TITLE;
import static org.heliograph.search.Documents.WORDS;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heliograph.record.FieldType;
import org.heliograph.record.RecordField;
import org.heliograph.record.RecordType;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.FieldClass;
import org.heliograph.visibility.Visibility;

/** Turns text into a query over some kinds. Every number here was measured or says why it is so. */
final class TextQuery {
  /** Above any sum of BM25 scores that a text of the allowed length can reach. */
  private static final float EXACT = 10_000f;

  /**
   * What a match in a field that is not open counts: the same for all, because how rare a word is
   * there would tell of rows that the viewer may not read. As much as a good match of open words.
   */
  private static final float CLOSED = 10f;

  /**
   * How many pairs of characters must be there: all of one or two, fewer the more somebody says. On
   * 532 lay questions .4051 instead of .4061 without any demand, with a fiftieth of the hits.
   */
  private static final String PAIRS = "2<60% 5<30% 9<15%";

  private final QueryText text;
  private final Map<RecordKind, Scope> scopes;

  /** A kind that is searched, and what of it the viewer may see. */
  record Scope(RecordType<?> type, Visibility visibility) {}

  TextQuery(QueryText text, Map<RecordKind, Scope> scopes) {
    this.text = text;
    this.scopes = scopes;
  }

  Query query(Tier tier) {
    var ways = new ArrayList<Query>();
    text.variants().forEach(variant -> ways.add(open(variant)));
    if (tier == Tier.INTERNAL) {
      text.variants().forEach(variant -> ways.addAll(closed(variant)));
    }
    Query best = Query.of(q -> q.disMax(d -> d.queries(ways)));
    return Query.of(q -> q.bool(b -> b.should(exact(), best).minimumShouldMatch("1")));
  }

  private Query exact() {
    Query named = ConditionToQuery.among(IDENTIFIERS, text.identifiers());
    return Query.of(q -> q.constantScore(c -> c.filter(named).boost(EXACT)));
  }

  private Query open(String words) {
    var filters = new ArrayList<Query>();
    filters.add(cross(words, List.of(WORDS + BIGRAMS, TITLE + BIGRAMS), PAIRS, Operator.Or));
    if (QueryText.hasSingles(words)) {
      filters.add(cross(words, List.of(WORDS, TITLE), null, Operator.And));
    }
    var scores = new ArrayList<Query>();
    scores.add(most(words, List.of(WORDS, WORDS + BIGRAMS)));
    scores.addAll(titles(words));
    Query enough = ConditionToQuery.any(filters);
    return Query.of(q -> q.bool(b -> b.filter(enough).should(scores)));
  }

  /** A title counts as much as its kind says: that of a statute article is only its number. */
  private List<Query> titles(String words) {
    var byWeight = new TreeMap<Float, EnumSet<RecordKind>>();
    scopes.forEach((kind, scope) ->
        byWeight
            .computeIfAbsent(scope.type().titleWeight(), w -> EnumSet.noneOf(RecordKind.class))
            .add(kind));
    byWeight.remove(0f);
    var queries = new ArrayList<Query>();
    byWeight.forEach((weight, kinds) -> {
      Query title = most(words, List.of(TITLE, TITLE + BIGRAMS));
      queries.add(
          Query.of(q ->
              q.bool(b ->
                  b.must(title)
                      .filter(ConditionToQuery.among(KIND, kinds.stream().map(Enum::name).toList()))
                      .boost(weight))));
    });
    return queries;
  }

  /** Fields that are not open match only on rows where the viewer may read their class. */
  private List<Query> closed(String words) {
    var queries = new ArrayList<Query>();
    for (Scope scope : scopes.values()) {
      for (FieldClass fieldClass : List.of(FieldClass.INTERNAL, FieldClass.PERSONAL)) {
        List<String> names =
            scope.type().fields().stream()
                .filter(f -> f.fieldClass() == fieldClass && f.type() == FieldType.TEXT)
                .map(RecordField::name)
                .toList();
        if (names.isEmpty()) {
          continue;
        }
        List<String> pairs = names.stream().map(name -> name + BIGRAMS).toList();
        var filters = new ArrayList<Query>();
        filters.add(cross(words, pairs, PAIRS, Operator.Or));
        if (QueryText.hasSingles(words)) {
          filters.add(cross(words, names, null, Operator.And));
        }
        queries.add(
            Query.of(q ->
                q.constantScore(c ->
                    c.boost(CLOSED)
                        .filter(
                            ConditionToQuery.all(
                                List.of(
                                    ConditionToQuery.among(
                                        KIND, List.of(scope.type().kind().name())),
                                    ConditionToQuery.render(scope.visibility().rows(fieldClass)),
                                    ConditionToQuery.any(filters)))))));
      }
    }
    return queries;
  }

  private static Query most(String words, List<String> fields) {
    return Query.of(
        q -> q.multiMatch(m -> m.query(words).type(TextQueryType.MostFields).fields(fields)));
  }

  private static Query cross(
      String words,
      List<String> fields,
      @org.jspecify.annotations.Nullable String least,
      Operator operator) {
    return Query.of(q ->
        q.multiMatch(m ->
            m.query(words)
                .type(TextQueryType.CrossFields)
                .fields(fields)
                .operator(operator)
                .minimumShouldMatch(least)));
  }
}
