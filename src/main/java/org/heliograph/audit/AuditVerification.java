package org.heliograph.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Reads the whole trail in one snapshot and finds what was edited, removed or inserted. A chain cut
 * at its end together with its head, by whoever may do that, shows only against heads that were
 * kept elsewhere.
 */
@ApplicationScoped
public class AuditVerification {
  private static final int ROWS_AT_A_TIME = 1_000;
  private static final String HEADS = "select chain, position, hash from audit_head order by chain";
  private static final String ENTRIES =
      "select e.id, e.chain, e.position, e.previous, e.hash, (extract(epoch from e.at) * 1000000)::bigint as at, e.actor,"
          + " e.actor_role, e.organisation, e.kind, e.record_id, e.revision, e.edition, e.code, e.transition, e.request_id,"
          + " e.address_class, e.detail_hash, e.rows_count, e.rows_hash, d.salt, d.detail, d.entry_id is not null as detailed,"
          + " (select string_agg(record_id || ':' || revision, ',' order by n) from audit_row r where r.entry_id = e.id) as rows_text,"
          + " (select count(*) from audit_row r where r.entry_id = e.id) as rows_there"
          + " from audit_entry e left join audit_detail d on d.entry_id = e.id order by e.chain, e.position nulls first, e.id";
  private final DataSource database;

  public AuditVerification(DataSource database) {
    this.database = database;
  }

  /** The end of a chain: keep it elsewhere, to show later that nothing was cut off. */
  public record Head(String chain, long position, String hash) {}

  /**
   * What a verification found.
   *
   * @param findings one sentence for each thing that is wrong, naming the entry; empty when all is
   *     well
   */
  public record Outcome(long entries, List<Head> heads, List<String> findings) {}

  /**
   * Verifies every chain.
   *
   * @param kept heads that an earlier verification gave, by chain; they must still be in their
   *     places
   */
  public Outcome verify(Map<String, Head> kept) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (Statement statement = connection.createStatement()) {
        var walk = new ChainWalk(kept);
        try (ResultSet heads = statement.executeQuery(HEADS)) {
          while (heads.next()) {
            walk.expect(new Head(heads.getString(1), heads.getLong(2), heads.getString(3)));
          }
        }
        statement.setFetchSize(ROWS_AT_A_TIME);
        try (ResultSet entries = statement.executeQuery(ENTRIES)) {
          while (entries.next()) {
            walk.visit(entries);
          }
        }
        return walk.end();
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the audit trail cannot be read", e);
    }
  }
}
