package org.heliograph.importing;

import jakarta.enterprise.context.ApplicationScoped;
import org.heliograph.store.Database;
import org.hibernate.StatelessSession;

/**
 * How far each import has come, noted in the transactions that save its batches: after a crash the
 * same file goes on exactly where the last committed batch ended.
 */
@ApplicationScoped
public class RunLedger {
  private final Database database;

  public RunLedger(Database database) {
    this.database = database;
  }

  /**
   * An import that has begun.
   *
   * @param rowsDone how many rows of the file the committed batches cover
   */
  record Run(long id, long rowsDone, long accepted, long unchanged, long rejected) {}

  /** What a committed batch adds. */
  record Step(long from, long to, int accepted, int unchanged, long rejectedSoFar) {}

  /** The unfinished import of the same content with the same options, or a new one. */
  Run open(String kind, String source, String digest, String options) {
    return database.write(session -> {
      session
          .createNativeMutationQuery(
              """
              insert into import_run(kind, source_name, source_digest, options)
              values (:kind, :source, :digest, :options)
              on conflict (kind, source_digest, options) where finished_at is null do nothing
              """)
          .setParameter("kind", kind)
          .setParameter("source", source)
          .setParameter("digest", digest)
          .setParameter("options", options)
          .executeUpdate();
      Object[] row =
          session
              .createNativeQuery(
                  """
                  select id, rows_done, accepted, unchanged, rejected from import_run
                  where kind = :kind and source_digest = :digest and options = :options and finished_at is null
                  """,
                  Object[].class)
              .setParameter("kind", kind)
              .setParameter("digest", digest)
              .setParameter("options", options)
              .getSingleResult();
      return new Run(
          number(row[0]), number(row[1]), number(row[2]), number(row[3]), number(row[4]));
    });
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  /**
   * Notes progress in the batch's own transaction. Two processes that import the same file find out
   * here: the second one's step does not begin where the first one's ended.
   */
  void advance(StatelessSession session, long run, Step step) {
    int moved =
        session
            .createNativeMutationQuery(
                """
                update import_run set rows_done = :to, accepted = accepted + :accepted,
                  unchanged = unchanged + :unchanged, rejected = :rejected
                where id = :id and rows_done = :from and finished_at is null
                """)
            .setParameter("to", step.to())
            .setParameter("accepted", step.accepted())
            .setParameter("unchanged", step.unchanged())
            .setParameter("rejected", step.rejectedSoFar())
            .setParameter("id", run)
            .setParameter("from", step.from())
            .executeUpdate();
    if (moved != 1) {
      throw new ImportRefused(
          "another process is importing the same file: wait for it, or stop it, then start again");
    }
  }

  void finish(long run, Step last) {
    database.write(session -> {
      advance(session, run, last);
      return session
          .createNativeMutationQuery("update import_run set finished_at = now() where id = :id")
          .setParameter("id", run)
          .executeUpdate();
    });
  }
}
