package org.heliograph.importing.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.heliograph.audit.Authority;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.Database;
import org.heliograph.visibility.JobScope;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/** Where jobs are handed in, looked at, confirmed and stopped. */
@ApplicationScoped
public class ImportDesk {
  private static final int TOLD = 100;
  private static final String OPEN =
      "state in ('UPLOADING', 'QUEUED', 'CHECKING', 'READY', 'RUNNING')";

  /** The divisions of a scope with everything below them, and so their organisations. */
  private static final String WITHIN =
      "(j.organisation = any(:own) or j.organisation in (with recursive below(code) as ("
          + "select code from region where code = any(:regions)"
          + " union all select r.code from region r join below b on r.parent = b.code)"
          + " select o.code from organisation o join below b on o.region = b.code))";

  private final Database database;
  private final Spool spool;
  private final ImportConfig config;

  ImportDesk(Database database, Spool spool, ImportConfig config) {
    this.database = database;
    this.spool = spool;
    this.config = config;
  }

  /**
   * What is handed in.
   *
   * @param authority who does it, and for which organisation
   */
  public record Order(
      String word, RecordKind kind, String organisation, Authority authority, String fileName) {}

  /** Makes room for a file; empty where the organisation has too many jobs under way. */
  public Optional<Long> begin(Order order) {
    byte[] salt = spool.salt();
    return database.write(session -> {
      // two that ask at once are counted one after the other
      session
          .createNativeQuery(
              "select 1 from organisation where code = :code for no key update", Integer.class)
          .setParameter("code", order.organisation())
          .getResultList();
      long open =
          session
              .createNativeQuery(
                  "select count(*) from import_job where organisation = :code and " + OPEN,
                  Long.class)
              .setParameter("code", order.organisation())
              .getSingleResult();
      return open >= config.maxOpen()
          ? Optional.empty()
          : Optional.of(insert(session, order, salt));
    });
  }

  private static long insert(StatelessSession session, Order order, byte[] salt) {
    return session
        .createNativeQuery(
            "insert into import_job(word, kind, organisation, actor, role, request_id, address_class, file_name, salt)"
                + " values (:word, :kind, :organisation, :actor, :role, :request, :address, :file, :salt) returning id",
            Long.class)
        .setParameter("word", order.word())
        .setParameter("kind", order.kind().name())
        .setParameter("organisation", order.organisation())
        .setParameter("actor", order.authority().actor())
        .setParameter("role", order.authority().role())
        .setParameter("request", order.authority().request(), String.class)
        .setParameter("address", order.authority().address(), String.class)
        .setParameter("file", order.fileName())
        .setParameter("salt", salt)
        .getSingleResult();
  }

  /** The whole file is there: it may be checked. False where the job went away meanwhile. */
  public boolean uploaded(long job) {
    return change(
        job, "update import_job set state = 'QUEUED' where id = :job and state = 'UPLOADING'");
  }

  /** An upload broke off: nothing of it stays. */
  public void discard(long job) {
    database.write(session -> {
      execute(session, "delete from import_chunk where job_id = :job", job);
      return execute(
          session, "delete from import_job where id = :job and state = 'UPLOADING'", job);
    });
  }

  /** The job, where the scope has it. */
  public Optional<ImportJob> find(long job, JobScope scope) {
    return database
        .read(session ->
            JobRows.list(
                session,
                "j.id = :job and " + WITHIN,
                query -> bind(query, scope).setParameter("job", job)))
        .stream()
        .findFirst();
  }

  /** The newest jobs of the scope, those before {@code before} alone. */
  public List<ImportJob> list(JobScope scope, long before, int most) {
    return database.read(session ->
        JobRows.list(
            session,
            "j.id < :before and " + WITHIN + " order by j.id desc limit :most",
            query -> bind(query, scope).setParameter("before", before).setParameter("most", most)));
  }

  private static NativeQuery<Object[]> bind(NativeQuery<Object[]> query, JobScope scope) {
    return query
        .setParameter("own", scope.organisations().toArray(String[]::new))
        .setParameter("regions", scope.regions().toArray(String[]::new));
  }

  /** The first of what is wrong with the rows of a job. */
  public List<ImportJob.Told> problems(long job) {
    return told(job, "source <> 'PRIVACY'");
  }

  /** The first of what looks personal in them. */
  public List<ImportJob.Told> findings(long job) {
    return told(job, "source = 'PRIVACY'");
  }

  private List<ImportJob.Told> told(long job, String which) {
    return database.read(session ->
        session
            .createNativeQuery(
                "select row_number, place, value, reason from import_problem where job_id = :job and "
                    + which
                    + " order by row_number, id limit :most",
                Object[].class)
            .setParameter("job", job)
            .setParameter("most", TOLD)
            .getResultList()
            .stream()
            .map(JobRows::told)
            .toList());
  }

  /**
   * What was checked is to be done; false where it does not stand so. Rows are judged once more as
   * they are written: what the check said of them then gives way.
   */
  public boolean confirm(long job) {
    return database.write(session -> {
      boolean confirmed =
          execute(
                  session,
                  "update import_job set state = 'RUNNING', confirmed_at = now(), attempts = 0, rows_read = 0, accepted = 0, unchanged = 0, refused = 0"
                      + " where id = :job and state = 'READY'",
                  job)
              == 1;
      if (confirmed) {
        execute(session, "delete from import_problem where job_id = :job and source = 'SAVE'", job);
      }
      return confirmed;
    });
  }

  /** Stops a job after the batch that it is at and deletes its file; false where it had ended. */
  public boolean cancel(long job) {
    return database.write(session -> {
      boolean stopped =
          execute(
                  session,
                  "update import_job set state = 'CANCELLED', finished_at = now(), salt = null, preview = null where id = :job and "
                      + OPEN,
                  job)
              == 1;
      if (stopped) {
        execute(session, "delete from import_chunk where job_id = :job", job);
      }
      return stopped;
    });
  }

  private boolean change(long job, String sql) {
    return database.write(session -> execute(session, sql, job)) == 1;
  }

  private static int execute(StatelessSession session, String sql, long job) {
    return session.createNativeMutationQuery(sql).setParameter("job", job).executeUpdate();
  }
}
