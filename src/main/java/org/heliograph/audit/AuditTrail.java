package org.heliograph.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import org.heliograph.record.PublicRecord;
import org.hibernate.StatelessSession;

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
}
