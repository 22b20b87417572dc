package org.heliograph.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.record.ExpiryRule;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.hibernate.StatelessSession;

/** The rules of expiry that stand for a kind, with what they ask of the owners of some records. */
final class ExpiryRules {
  private final List<ExpiryRule> rules;
  private final Map<String, String> ownerTypes;

  private ExpiryRules(List<ExpiryRule> rules, Map<String, String> ownerTypes) {
    this.rules = rules;
    this.ownerTypes = ownerTypes;
  }

  /** Until when a rule shows a record. */
  record Window(ExpiryRule rule, Instant until) {}

  static ExpiryRules of(
      StatelessSession session, RecordType<?> type, Collection<? extends PublicRecord> rows) {
    EntityReader<ExpiryRule> reader = EntityReader.of(ExpiryRule.class);
    var sql = new SqlText().add("select ").add(reader.columns()).add(" from expiry_rule t");
    sql.add(" where t.kind = ").bind(type.kind().name());
    List<ExpiryRule> rules = Queries.list(session, sql, reader::read);
    return new ExpiryRules(rules, rules.isEmpty() ? Map.of() : ownerTypes(session, rows));
  }

  private static Map<String, String> ownerTypes(
      StatelessSession session, Collection<? extends PublicRecord> rows) {
    var owners = rows.stream().map(row -> row.organisation).distinct().toList();
    if (owners.isEmpty()) {
      return Map.of();
    }
    var sql = new SqlText().add("select code, type from organisation where type is not null and ");
    sql.among("code", owners);
    var types = new HashMap<String, String>();
    Queries.list(session, sql, row -> types.put(row.getString(1), row.getString(2)));
    return types;
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** What the rule that says most of a record makes of its window; empty: no rule covers it. */
  <E extends PublicRecord> Optional<Window> window(RecordType<E> type, E row, LocalDate shown) {
    var facts = type.expiryFacts(row);
    String owner = ownerTypes.get(row.organisation);
    return rules.stream()
        .filter(rule -> rule.covers(owner, facts, shown))
        .max(ExpiryRule.BY_DETAIL)
        .map(rule -> new Window(rule, rule.end(facts, shown)));
  }
}
