package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heliograph.record.Criterion;
import org.heliograph.search.TextQuery.Scope;
import org.heliograph.shared.RecordKind;

/**
 * What of a search was chosen among the values of facets that are counted with it. It narrows hits,
 * total and the other facets, but not its own: what could be chosen instead keeps its number.
 *
 * @param searched kinds to look into
 * @param narrowing criteria that narrow everything
 * @param chosen criteria on fields that are counted by
 * @param kinds kinds that were chosen while kinds are counted; empty when all or not counted
 */
record Selected(
    Set<RecordKind> searched,
    List<Criterion> narrowing,
    List<Criterion> chosen,
    Set<RecordKind> kinds) {

  static Selected of(SearchQuery query, Set<RecordKind> known) {
    boolean counted = query.facets().contains(Documents.KIND) && !query.kinds().containsAll(known);
    return new Selected(
        counted ? known : query.kinds(),
        query.criteria().stream().filter(each -> !query.facets().contains(each.field())).toList(),
        query.criteria().stream().filter(each -> query.facets().contains(each.field())).toList(),
        counted ? query.kinds() : Set.of());
  }

  /** What was chosen in facets other than these; empty when nothing was. */
  Optional<Query> filter(Map<RecordKind, Scope> scopes, Collection<String> but) {
    var criteria = chosen.stream().filter(each -> !but.contains(each.field())).toList();
    boolean byKind = !kinds.isEmpty() && !but.contains(Documents.KIND);
    if (criteria.isEmpty() && !byKind) {
      return Optional.empty();
    }
    var within = new ArrayList<Query>();
    scopes.forEach((kind, scope) -> {
      if (!byKind || kinds.contains(kind)) {
        within.add(
            ConditionToQuery.all(
                List.of(
                    ConditionToQuery.among(Documents.KIND, List.of(kind.name())),
                    CriterionToQuery.render(scope.type(), criteria, scope.visibility()))));
      }
    });
    return Optional.of(ConditionToQuery.any(within));
  }
}
