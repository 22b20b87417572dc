package org.heliograph.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.heliograph.shared.RecordKind;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Appends entries, inside the transaction of the change that they tell of. */
@ApplicationScoped
public class AuditTrail {

  /**
   * What happened to a record, or to a batch.
   *
   * @param recordId null for a batch
   * @param detail counts and settings; never content of a record
   */
  public record Event(
      RecordKind kind,
      @Nullable Long recordId,
      @Nullable String code,
      String transition,
      Map<String, Object> detail) {}

  public void append(StatelessSession session, Event event, Authority authority) {
    var query =
        session.createNativeMutationQuery(
            "insert into audit_entry(actor, actor_role, organisation, kind, record_id, code, transition, reason, detail)"
                + " values (:actor, :role, cast(:organisation as text), :kind, cast(:recordId as bigint), cast(:code as text), :transition,"
                + " cast(:reason as text), cast(:detail as jsonb))");
    query.setParameter("actor", authority.actor());
    query.setParameter("role", authority.role());
    query.setParameter("organisation", authority.organisation(), String.class);
    query.setParameter("kind", event.kind().name());
    query.setParameter("recordId", event.recordId(), Long.class);
    query.setParameter("code", event.code(), String.class);
    query.setParameter("transition", event.transition());
    query.setParameter("reason", authority.reason(), String.class);
    query.setParameter("detail", Json.write(event.detail()));
    query.executeUpdate();
  }
}
