package org.heliograph.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.Authority;
import org.heliograph.audit.Event;
import org.heliograph.record.ExpiryRule;
import org.heliograph.store.ReferenceStore;
import org.heliograph.store.ReferenceWriter;
import org.heliograph.store.ReferenceWriter.Outcome;
import org.heliograph.store.ReferenceWriter.Refused;
import org.heliograph.store.ReferenceWriter.Saved;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Saves rules of expiry by code, each change with an entry on the common chain of the trail. What
 * was published before keeps its window.
 */
@ApplicationScoped
public class ExpiryRuleWriter {
  static final String TRANSITION = "EXPIRY_RULE";
  private static final String PROGRAMMES = "subsidy_programme";
  private static final List<String> FIELDS =
      List.of(
          "kind",
          "organisationType",
          "programme",
          "category",
          "measures",
          "fineCeiling",
          "months",
          "untilBanEnd",
          "basis",
          "effectiveFrom",
          "effectiveUntil");

  private final ReferenceStore references;
  private final ReferenceWriter writer;
  private final AuditTrail audit;

  public ExpiryRuleWriter(ReferenceStore references, ReferenceWriter writer, AuditTrail audit) {
    this.references = references;
    this.writer = writer;
    this.audit = audit;
  }

  /**
   * Saves a batch in one transaction; a rule for a programme that is not known is refused.
   *
   * @param extra runs in the same transaction
   */
  public Outcome save(
      List<ExpiryRule> rules, Authority authority, BiConsumer<StatelessSession, Saved> extra) {
    var programmes = new HashSet<String>();
    rules.stream().map(rule -> rule.programme).filter(Objects::nonNull).forEach(programmes::add);
    var known = references.existing(PROGRAMMES, programmes);
    var accepted = new ArrayList<ExpiryRule>();
    var refused = new ArrayList<Refused>();
    for (ExpiryRule rule : rules) {
      if (rule.programme == null || known.contains(rule.programme)) {
        accepted.add(rule);
      } else {
        refused.add(
            new Refused(rule.code, "programme", "is not a known programme: import it first"));
      }
    }
    var before =
        references.byCodes(ExpiryRule.TYPE, accepted.stream().map(rule -> rule.code).toList());
    var saved =
        writer.save(
            ExpiryRule.TYPE,
            accepted,
            (session, counts) -> {
              extra.accept(session, counts);
              accepted.forEach(rule -> note(session, before.get(rule.code), rule, authority));
            });
    return new Outcome(saved, refused);
  }

  private void note(
      StatelessSession session, @Nullable ExpiryRule before, ExpiryRule rule, Authority authority) {
    List<@Nullable Object> now = rule.content();
    List<@Nullable Object> then = before == null ? List.of() : before.content();
    var changes = new HashMap<String, Object>();
    for (int i = 0; i < FIELDS.size(); i++) {
      Object old = then.isEmpty() ? null : then.get(i);
      if (!Objects.equals(old, now.get(i))) {
        changes.put(FIELDS.get(i), change(old, now.get(i)));
      }
    }
    if (!changes.isEmpty()) {
      var event =
          new Event(
              rule.kind,
              Event.COMMON,
              null,
              TRANSITION,
              Map.of("rule", rule.code, "changes", changes),
              List.of());
      audit.append(session, event, authority);
    }
  }

  private static Map<String, Object> change(@Nullable Object before, @Nullable Object after) {
    var change = new HashMap<String, Object>(Map.of("class", "OPEN"));
    if (before != null) {
      change.put("before", before.toString());
    }
    if (after != null) {
      change.put("after", after.toString());
    }
    return change;
  }
}
