package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.heliograph.visibility.Attribute;
import org.heliograph.visibility.Condition;

/** Renders a condition as a filter over documents of either tier. Knows nodes, never roles. */
final class ConditionToQuery {
  private ConditionToQuery() {}

  static Query render(Condition condition) {
    return switch (condition) {
      case Condition.Nothing() -> nothing();
      case Condition.Everything() -> everything();
      case Condition.In(var attribute, var values) -> among(field(attribute), values);
      case Condition.NotAfter(var attribute, var instant) ->
          Query.of(q ->
              q.range(r ->
                  r.untyped(u ->
                      u.field(field(attribute)).lte(JsonData.of(IndexValue.micros(instant))))));
      case Condition.After(var attribute, var instant) ->
          Query.of(q ->
              q.range(r ->
                  r.untyped(
                      u -> u.field(field(attribute)).gt(JsonData.of(IndexValue.micros(instant))))));
      case Condition.All(var parts) -> all(parts.stream().map(ConditionToQuery::render).toList());
      case Condition.Any(var parts) -> any(parts.stream().map(ConditionToQuery::render).toList());
    };
  }

  static Query nothing() {
    return Query.of(q -> q.matchNone(none -> none));
  }

  static Query everything() {
    return Query.of(q -> q.matchAll(all -> all));
  }

  /** Every part holds; without parts, always. */
  static Query all(List<Query> parts) {
    if (parts.isEmpty()) {
      return everything();
    }
    return parts.size() == 1 ? parts.getFirst() : Query.of(q -> q.bool(b -> b.filter(parts)));
  }

  /** At least one part holds; without parts, never. */
  static Query any(List<Query> parts) {
    if (parts.isEmpty()) {
      return nothing();
    }
    return parts.size() == 1
        ? parts.getFirst()
        : Query.of(q -> q.bool(b -> b.should(parts).minimumShouldMatch("1")));
  }

  static Query among(String field, Collection<String> values) {
    List<FieldValue> terms = new TreeSet<>(values).stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(terms))));
  }

  static String field(Attribute attribute) {
    return switch (attribute) {
      case STAGE -> "stage";
      case AUDIENCE -> "audience";
      case ORGANISATION -> "organisation";
      case REGION_PATH -> "region";
      case VISIBLE_FROM -> "visibleFrom";
      case VISIBLE_UNTIL -> "visibleUntil";
    };
  }
}
