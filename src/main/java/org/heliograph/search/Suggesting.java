package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregationCollectMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer may be suggested of titles: asked in one request, by counts alone. No score and
 * no document comes back, so there is nothing to read again; the filter is that of a search, with
 * windows and what is being withdrawn.
 */
final class Suggesting {
  private static final String BEGINNING = "beginning";
  private static final String ANYWHERE = "anywhere";

  /** A typing error needs letters around it to be told by. */
  private static final int LEAST_FOR_ERRORS = 4;

  /** As long as the beginnings in the index: so many letters hold an error or hold none. */
  private static final int LONGEST_WITH_ERRORS = 12;

  private static final int EXPANSIONS = 50;

  private static final String UNTIL = "until";

  /**
   * What was found, in the order in which it is shown.
   *
   * @param until the moment, in microseconds since 1970, from which one of the records that were
   *     counted may be seen no more
   */
  record Answer(List<TitleSuggestion> titles, long until) {
    static final Answer NOTHING = new Answer(List.of(), Long.MAX_VALUE);
  }

  private final SearchPlan plan;
  private final Cluster cluster;
  private final List<String> aliases;

  Suggesting(SearchPlan plan, Cluster cluster, List<String> aliases) {
    this.plan = plan;
    this.cluster = cluster;
    this.aliases = aliases;
  }

  /**
   * @param typed as {@link Spelling#typed} gives it, not empty
   */
  Answer exactly(String typed, int most, Set<Long> narrowed) {
    Query begins = beginning(Titles.BEGINS, typed);
    // a single character or letter stands in half of all titles: those that begin with it are meant
    if (typed.codePointCount(0, typed.length()) == 1) {
      return ask(begins, begins, most, narrowed);
    }
    var ways = new ArrayList<Query>();
    ways.add(beginning(Titles.TYPED, typed));
    if (Spelling.isLatin(typed)) {
      ways.add(beginning(Titles.SOUNDS, typed));
    }
    return ask(ConditionToQuery.any(ways), begins, most, narrowed);
  }

  /** The same with one letter of pinyin wrong, missing, too many or swapped with its neighbour. */
  Answer withAnError(String typed, int most, Set<Long> narrowed) {
    if (!mayErr(typed)) {
      return Answer.NOTHING;
    }
    Query near =
        Query.of(q ->
            q.fuzzy(f ->
                f.field(Titles.SOUNDS + ".beginnings")
                    .value(typed.substring(0, Math.min(typed.length(), LONGEST_WITH_ERRORS)))
                    .fuzziness("1")
                    .prefixLength(1)
                    .maxExpansions(EXPANSIONS)));
    return ask(near, ConditionToQuery.nothing(), most, narrowed);
  }

  static boolean mayErr(String typed) {
    return typed.length() >= LEAST_FOR_ERRORS && Spelling.isLatin(typed);
  }

  private static Query beginning(String field, String typed) {
    return Query.of(q -> q.prefix(p -> p.field(field).value(typed)));
  }

  private Answer ask(Query found, Query begins, int most, Set<Long> narrowed) {
    Query visible = plan.query(narrowed, Set.of());
    Aggregation groups = groups(most);
    var request =
        new SearchRequest.Builder()
            .index(aliases)
            .query(q -> q.bool(b -> b.filter(visible, found)))
            .size(0)
            .trackTotalHits(t -> t.enabled(false))
            .aggregations(ANYWHERE, groups)
            .aggregations(BEGINNING, a -> a.filter(begins).aggregations(ANYWHERE, groups))
            .aggregations(
                UNTIL, a -> a.min(m -> m.field(ConditionToQuery.field(Attribute.VISIBLE_UNTIL))))
            .allowPartialSearchResults(false)
            .build();
    Map<String, Aggregate> answer =
        cluster.call(client -> client.search(request, Void.class)).aggregations();
    var all = new LinkedHashSet<TitleSuggestion>();
    Aggregate beginning = answer.get(BEGINNING);
    if (beginning != null) {
      read(beginning.filter().aggregations().get(ANYWHERE), true, all);
    }
    read(answer.get(ANYWHERE), false, all);
    return new Answer(distinct(all, most), until(answer.get(UNTIL)));
  }

  private static long until(@Nullable Aggregate ends) {
    Double first = ends == null ? null : ends.min().value();
    return first == null ? Long.MAX_VALUE : first.longValue();
  }

  /** A title that begins so is found anywhere as well: the first mention stays. */
  private static List<TitleSuggestion> distinct(Set<TitleSuggestion> all, int most) {
    var known = new HashSet<String>();
    return all.stream()
        .filter(each -> known.add(each.kind() + Titles.OF + each.title()))
        .limit(most)
        .toList();
  }

  private static Aggregation groups(int most) {
    return Aggregation.of(a ->
        a.terms(t ->
                t.field(Titles.GROUP)
                    .size(most)
                    // a group lies in the one shard of its kind: nothing is missed by asking no
                    // shard for more than is shown
                    .shardSize(most)
                    .collectMode(TermsAggregationCollectMode.BreadthFirst))
            .aggregations(
                Titles.SUGGESTION,
                s -> s.terms(t -> t.field(Titles.SUGGESTION).size(1).shardSize(1))));
  }

  private static void read(@Nullable Aggregate groups, boolean begins, Set<TitleSuggestion> into) {
    // indices without a single document with the field answer with another kind of aggregate
    if (groups == null || !groups.isSterms()) {
      return;
    }
    for (StringTermsBucket group : groups.sterms().buckets().array()) {
      String key = group.key().stringValue();
      int at = key.indexOf(Titles.OF);
      RecordKind kind = RecordKind.valueOf(key.substring(0, at));
      into.add(
          new TitleSuggestion(
              shown(group, key.substring(at + 1)),
              kind,
              Math.toIntExact(group.docCount()),
              begins));
    }
  }

  /** The title where all records bear the same, else what their titles have in common. */
  private static String shown(StringTermsBucket group, String common) {
    Aggregate titles = group.aggregations().get(Titles.SUGGESTION);
    if (titles == null || !titles.isSterms() || titles.sterms().buckets().array().isEmpty()) {
      return common;
    }
    StringTermsBucket first = titles.sterms().buckets().array().getFirst();
    return first.docCount() == group.docCount() ? first.key().stringValue() : common;
  }
}
