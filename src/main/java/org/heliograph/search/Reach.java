package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.record.Criterion;
import org.heliograph.search.TextQuery.Scope;
import org.heliograph.visibility.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a search ranges over: of each kind the viewer's rows that meet the criteria.
 *
 * @param sort the field by which hits are ordered, null for none
 */
record Reach(List<Criterion> criteria, @Nullable String sort) {
  /** Kinds under the same conditions are asked for together: most are, and it saves half. */
  Query of(Collection<Scope> scopes) {
    Map<String, Alike> alike = new LinkedHashMap<>();
    for (Scope scope : scopes) {
      Query rows = rows(scope);
      alike
          .computeIfAbsent(rows.toString(), same -> new Alike(rows, new ArrayList<>()))
          .kinds()
          .add(scope.type().kind().name());
    }
    return ConditionToQuery.any(alike.values().stream().map(Alike::query).toList());
  }

  private record Alike(Query rows, List<String> kinds) {
    Query query() {
      return ConditionToQuery.all(List.of(ConditionToQuery.among(Documents.KIND, kinds), rows));
    }
  }

  private Query rows(Scope scope) {
    var parts = new ArrayList<Query>();
    parts.add(ConditionToQuery.render(scope.visibility().rows()));
    if (!criteria.isEmpty()) {
      parts.add(CriterionToQuery.render(scope.type(), criteria, scope.visibility()));
    }
    if (sort != null && !scope.type().has(sort)) {
      // what has no amount has no place in an order by amount
      return ConditionToQuery.nothing();
    }
    if (sort != null) {
      FieldClass fieldClass = scope.type().sortField(sort).fieldClass();
      if (fieldClass != FieldClass.OPEN) {
        parts.add(ConditionToQuery.render(scope.visibility().rows(fieldClass)));
      }
    }
    return ConditionToQuery.all(parts);
  }
}
