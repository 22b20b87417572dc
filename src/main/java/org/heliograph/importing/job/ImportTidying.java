package org.heliograph.importing.job;

import jakarta.enterprise.context.ApplicationScoped;
import org.heliograph.store.Database;
import org.hibernate.StatelessSession;

/** Takes away what uploads leave behind when their time is over. */
@ApplicationScoped
class ImportTidying {
  private final Database database;
  private final ImportConfig config;

  ImportTidying(Database database, ImportConfig config) {
    this.database = database;
    this.config = config;
  }

  /** Deletes what nobody has come back for, and uploads that broke off with their pod. */
  void tidy() {
    String old = "now() - make_interval(secs => " + config.keep().toSeconds() + ")";
    String gone =
        "state = 'READY' and checked_at < "
            + old
            + " or state = 'UPLOADING' and created_at < now() - interval '1 hour'";
    database.write(session -> {
      execute(
          session,
          "update import_job set state = 'CANCELLED'"
              + ", salt = null, preview = null, finished_at = now()"
              + " where "
              + gone);
      execute(
          session,
          "update import_job set salt = null where salt is not null and finished_at < " + old);
      return execute(
          session,
          "delete from import_chunk c using import_job j where j.id = c.job_id and j.salt is null");
    });
  }

  private static int execute(StatelessSession session, String sql) {
    return session.createNativeMutationQuery(sql).executeUpdate();
  }
}
