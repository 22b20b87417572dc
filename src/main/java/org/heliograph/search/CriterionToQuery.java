package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.heliograph.record.Criterion;
import org.heliograph.record.RecordField;
import org.heliograph.record.RecordType;
import org.heliograph.visibility.FieldClass;
import org.heliograph.visibility.Visibility;

/**
 * Renders criteria over documents of one kind, each under the condition of its field's class. A
 * kind that lacks the field has no such records.
 */
final class CriterionToQuery {
  private CriterionToQuery() {}

  static Query render(RecordType<?> type, List<Criterion> criteria, Visibility visibility) {
    var parts = new ArrayList<Query>();
    for (Criterion criterion : criteria) {
      if (criterion.field().equals(Documents.YEAR)) {
        parts.add(render(Documents.YEAR, criterion));
      } else if (!type.has(criterion.field())) {
        return ConditionToQuery.nothing();
      } else {
        RecordField<?> field = type.field(criterion.field());
        if (field.fieldClass() != FieldClass.OPEN) {
          parts.add(ConditionToQuery.render(visibility.rows(field.fieldClass())));
        }
        parts.add(render(field.name(), criterion));
      }
    }
    return ConditionToQuery.all(parts);
  }

  private static Query render(String field, Criterion criterion) {
    return switch (criterion) {
      case Criterion.Under(var regions) ->
          regions.isEmpty() ? ConditionToQuery.nothing() : ConditionToQuery.among(field, regions);
      case Criterion.AnyOf(var name, var values) ->
          values.isEmpty() ? ConditionToQuery.nothing() : among(field, values);
      case Criterion.Between(var name, var from, var to) ->
          Query.of(q ->
              q.range(r ->
                  r.untyped(u -> {
                    u.field(field);
                    if (from != null) {
                      u.gte(JsonData.of(IndexValue.of(from)));
                    }
                    if (to != null) {
                      u.lte(JsonData.of(IndexValue.of(to)));
                    }
                    return u;
                  })));
    };
  }

  private static Query among(String field, Set<Object> values) {
    List<FieldValue> terms = values.stream().map(IndexValue::field).toList();
    return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(terms))));
  }
}
