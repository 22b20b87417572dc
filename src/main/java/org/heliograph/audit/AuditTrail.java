package org.heliograph.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.RecordKind;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Appends entries, inside the transaction of the change that they tell of. The database makes the
 * chain: this role can neither insert, update nor delete an entry by itself.
 */
@ApplicationScoped
public class AuditTrail {
  private static final String APPEND =
      "select audit_append(:chain, :actor, :role, cast(:organisation as text), :kind, cast(:record as bigint),"
          + " cast(:revision as int), cast(:edition as int), cast(:code as text), :transition,"
          + " cast(:request as text), cast(:address as text), :detail, :records, :revisions)";

  /**
   * A step of one record.
   *
   * @param edition what the revision's edition became
   * @param fields names of the fields whose content it changed
   */
  public record Step(
      String transition, int revision, int edition, Instant at, List<String> fields) {}

  /**
   * Appends one entry. Its chain's head stays locked until the transaction ends, so this comes last
   * in a long one.
   */
  public void append(StatelessSession session, Event event, Authority authority) {
    PublicRecord subject = event.subject();
    var detail = new HashMap<>(event.detail());
    if (authority.reason() != null) {
      detail.put("reason", authority.reason());
    }
    session
        .createNativeQuery(APPEND, Long.class)
        .setParameter("chain", event.chain())
        .setParameter("actor", authority.actor())
        .setParameter("role", authority.role())
        .setParameter("organisation", authority.organisation(), String.class)
        .setParameter("kind", event.kind().name())
        .setParameter("record", subject == null ? null : subject.recordId, Long.class)
        .setParameter("revision", subject == null ? null : subject.revision, Integer.class)
        .setParameter("edition", subject == null ? null : subject.edition, Integer.class)
        .setParameter("code", subject == null ? null : subject.code, String.class)
        .setParameter("transition", event.transition())
        .setParameter("request", authority.request(), String.class)
        .setParameter("address", authority.address(), String.class)
        .setParameter("detail", Json.write(detail))
        .setParameter("records", event.batch().stream().map(r -> r.recordId).toArray(Long[]::new))
        .setParameter(
            "revisions", event.batch().stream().map(r -> r.revision).toArray(Integer[]::new))
        .getSingleResult();
  }

  /** Blanks what the trail tells of a record beyond the facts, and says so on the trail. */
  public void erase(StatelessSession session, PublicRecord row, Authority authority) {
    session
        .createNativeQuery(
            "select audit_erase(:chain, :actor, :role, cast(:organisation as text), :kind, :record, :code)",
            Long.class)
        .setParameter("chain", row.organisation)
        .setParameter("actor", authority.actor())
        .setParameter("role", authority.role())
        .setParameter("organisation", authority.organisation(), String.class)
        .setParameter("kind", row.kind().name())
        .setParameter("record", row.recordId)
        .setParameter("code", row.code)
        .getSingleResult();
  }

  /** The steps of one record's revisions, in the order in which they were taken. */
  public List<Step> of(StatelessSession session, RecordKind kind, long recordId) {
    return session
        .createNativeQuery(
            "select e.transition, e.revision, e.edition, e.at, d.detail from audit_entry e join audit_detail d on d.entry_id = e.id"
                + " where e.kind = :kind and e.record_id = :record and e.edition is not null and e.transition <> 'READ_PERSONAL' order by e.id",
            Object[].class)
        .setParameter("kind", kind.name())
        .setParameter("record", recordId)
        .getResultStream()
        .map(AuditTrail::step)
        .toList();
  }

  private static Step step(Object[] row) {
    String detail = (String) row[4];
    return new Step(
        (String) row[0],
        ((Number) row[1]).intValue(),
        ((Number) row[2]).intValue(),
        (Instant) row[3],
        detail == null ? List.of() : Json.names(detail, "changes"));
  }

  /** Reads the detail of an entry; null when it was erased. */
  public static AuditEntry.@Nullable Detail detail(@Nullable String text) {
    return text == null ? null : Json.detail(text);
  }
}
