package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.heliograph.record.RecordType;

/** What was public once: asked by those who keep copies of what is. */
@ApplicationScoped
public class PublicPast {
  private final Database database;

  public PublicPast(Database database) {
    this.database = database;
  }

  /**
   * Whether any record of the kind that may have been public then is so no longer: withdrawn,
   * expired or restricted since, or its window closed; or whether a file of one was taken back.
   *
   * @param then when a copy was made
   * @param margin by how much clocks may lie apart
   */
  public boolean hasLostSince(
      RecordType<?> type, Instant then, java.time.Duration margin, Instant now) {
    Instant since = then.minus(margin);
    var sql = new SqlText().add("select exists (select 1 from ").add(type.kind().table());
    sql.add(" t where t.slot = 'PUBLIC' and (t.stage <> 'PUBLISHED' or t.audience <> 'PUBLIC')");
    sql.add(" and t.changed_at > ")
        .bind(since)
        .add(" and t.created_at <= ")
        .bind(then.plus(margin));
    sql.add(") or exists (select 1 from ").add(type.kind().table());
    sql.add(
        " t where t.slot = 'PUBLIC' and t.visible_until < timestamptz '9999-12-31 00:00:00+00'");
    sql.add(" and t.visible_until > ").bind(since).add(" and t.visible_until <= ").bind(now);
    // a file that was taken back alone: the copy names it
    sql.add(") or exists (select 1 from stored_file f where f.kind = ").bind(type.kind().name());
    sql.add(" and f.withdrawn_at > ").bind(since);
    sql.add(") or exists (select 1 from erasure e where e.kind = ").bind(type.kind().name());
    sql.add(" and e.at > ").bind(since).add(")");
    return database.read(
        session -> Queries.list(session, sql, row -> row.getBoolean(1)).getFirst());
  }
}
