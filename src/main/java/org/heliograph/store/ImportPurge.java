package org.heliograph.store;

import org.heliograph.shared.RecordKind;
import org.hibernate.StatelessSession;

/**
 * Takes away what uploaded imports of an organisation and kind still hold when one of its records
 * is erased: files are enciphered, nobody can tell which of them had the record. A job under way
 * fails and says so; its organisation uploads again what should stand.
 */
final class ImportPurge {
  private static final String OPEN =
      "state in ('UPLOADING', 'QUEUED', 'CHECKING', 'READY', 'RUNNING')";
  private static final String THEIRS = "kind = :kind and organisation = :organisation";

  private ImportPurge() {}

  static void of(StatelessSession session, RecordKind kind, String organisation) {
    execute(
        session,
        "update import_job set salt = null, preview = null, file_name = null, finished_at = coalesce(finished_at, now()),"
            + " failure = case when "
            + OPEN
            + " then 'ERASED' else failure end, failure_message = case when "
            + OPEN
            + " then 'a record of this kind was erased, and with it what uploads held: upload the file again without it'"
            + " else failure_message end, state = case when "
            + OPEN
            + " then 'FAILED' else state end where "
            + THEIRS
            + " and (salt is not null or file_name is not null)",
        kind,
        organisation);
    for (String table : new String[] {"import_chunk", "import_problem"}) {
      execute(
          session,
          "delete from "
              + table
              + " where job_id in (select id from import_job where "
              + THEIRS
              + ")",
          kind,
          organisation);
    }
  }

  private static void execute(
      StatelessSession session, String sql, RecordKind kind, String organisation) {
    session
        .createNativeMutationQuery(sql)
        .setParameter("kind", kind.name())
        .setParameter("organisation", organisation)
        .executeUpdate();
  }
}
