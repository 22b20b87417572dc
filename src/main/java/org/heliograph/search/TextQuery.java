package org.heliograph.search;

import static org.heliograph.search.Documents.BIGRAMS;
import static org.heliograph.search.Documents.CODE;
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
import org.heliograph.search.Vocabulary.Sort;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.FieldClass;
import org.heliograph.visibility.Visibility;

/** Turns text into a query over some kinds. Every number here was measured or says why it is so. */
final class TextQuery {
  /** Above any sum of BM25 scores that a text of the allowed length can reach. */
  private static final float EXACT = 10_000f;

  /** Below what was named exactly, above all that was found by words. */
  private static final float PINNED = 5_000f;

  /** Last of what is found, but still found. */
  private static final double DEMOTED = .001;

  /**
   * What a match in a field that is not open counts: the same for all, because how rare a word is
   * there would tell of rows that the viewer may not read. As much as a good match of open words.
   */
  private static final float CLOSED = 10f;

  /**
   * How many pairs of characters must be there: all of one or two, fewer the more somebody says. On
   * 532 lay questions .471 instead of .478 without any demand, with a tenth of the hits; 30 and 15
   * of 100 instead of 20 and 10 gave .460.
   */
  private static final String PAIRS = "2<60% 5<20% 9<10%";

  /** The same for a text that found nothing that way: one of three or more. */
  private static final String ANY_PAIR = "2<1";

  /**
   * What each grade of standing counts, times the root of the question's length, as sums of scores
   * grow with it. Chosen on four fifths of 532 lay questions and measured on the other fifth: .467
   * instead of .409; anything from .6 to 1.2 is within .007 of the best.
   */
  private static final double GRADE = .8;

  private final QueryText text;
  private final Map<RecordKind, Scope> scopes;
  private final List<Standing> standings;
  private final List<Vocabulary.Entry> placements;
  private final String least;

  /** A kind that is searched, and what of it the viewer may see. */
  record Scope(RecordType<?> type, Visibility visibility) {}

  TextQuery(QueryText text, SearchPlan.Words words, Map<RecordKind, Scope> scopes) {
    this.text = text;
    this.scopes = scopes;
    this.placements = words.placements();
    this.least = words.generous() ? ANY_PAIR : PAIRS;
    this.standings = words.standings().stream().filter(s -> scopes.containsKey(s.kind())).toList();
  }

  Query query(Tier tier) {
    var ways = new ArrayList<Query>();
    text.variants().forEach(variant -> ways.add(open(variant)));
    if (tier == Tier.INTERNAL) {
      text.variants().forEach(variant -> ways.addAll(closed(variant)));
    }
    Query best = Query.of(q -> q.disMax(d -> d.queries(ways)));
    Query ranked = demoted(standings.isEmpty() ? best : amongEquals(best));
    var whole = new ArrayList<>(List.of(exact(), ranked));
    placed(Sort.PIN).forEach(pin -> whole.add(raise(pin, PINNED)));
    return Query.of(q -> q.bool(b -> b.should(whole).minimumShouldMatch("1")));
  }

  private Query demoted(Query query) {
    List<Query> down = placed(Sort.DEMOTION);
    return down.isEmpty()
        ? query
        : Query.of(q ->
            q.boosting(b ->
                b.positive(query).negative(ConditionToQuery.any(down)).negativeBoost(DEMOTED)));
  }

  /** The records that an administrator placed, by kind and code. */
  private List<Query> placed(Sort sort) {
    return placements.stream()
        .filter(entry -> entry.sort() == sort)
        .map(entry ->
            ConditionToQuery.all(
                List.of(
                    ConditionToQuery.among(KIND, List.of(String.valueOf(entry.kind()))),
                    ConditionToQuery.among(CODE, List.of(String.valueOf(entry.code()))))))
        .toList();
  }

  /**
   * Raises what is cited often over what says nearly the same: a code over its drafts and comments.
   * Kinds that nobody cites get as much as the best known name, or one code of law would outweigh
   * all records of the county.
   */
  private Query amongEquals(Query best) {
    double step = GRADE * Math.sqrt(QueryText.length(text.variants().getFirst()));
    var raises = new ArrayList<Query>();
    var others = EnumSet.copyOf(scopes.keySet());
    int highest = 0;
    for (Standing standing : standings) {
      others.remove(standing.kind());
      highest = Math.max(highest, standing.highest());
      standing
          .grades()
          .forEach((grade, names) ->
              raises.add(raise(ConditionToQuery.among(standing.field(), names), step * grade)));
    }
    if (!others.isEmpty()) {
      Query other = ConditionToQuery.among(KIND, others.stream().map(Enum::name).toList());
      raises.add(raise(other, step * highest));
    }
    return Query.of(q -> q.bool(b -> b.must(best).should(raises)));
  }

  private static Query raise(Query which, double by) {
    return Query.of(q -> q.constantScore(c -> c.filter(which).boost((float) by)));
  }

  private Query exact() {
    Query named = ConditionToQuery.among(IDENTIFIERS, text.identifiers());
    return Query.of(q -> q.constantScore(c -> c.filter(named).boost(EXACT)));
  }

  private Query open(String words) {
    var filters = new ArrayList<Query>();
    filters.add(cross(words, List.of(WORDS + BIGRAMS, TITLE + BIGRAMS), least, Operator.Or));
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
        filters.add(cross(words, pairs, least, Operator.Or));
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
