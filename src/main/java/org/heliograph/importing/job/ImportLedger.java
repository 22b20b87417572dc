package org.heliograph.importing.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.heliograph.importing.ImportRefused;
import org.heliograph.importing.ImportWatch.Progress;
import org.heliograph.store.Database;
import org.hibernate.StatelessSession;

/**
 * How far jobs have come. Every note is made only while the job stands where its worker believes:
 * one that was cancelled meanwhile, or purged, stops its worker by {@link Stopped}.
 */
@ApplicationScoped
class ImportLedger {
  /** Started so often without getting on, a job is given up. */
  private static final int MOST_ATTEMPTS = 5;

  private static final String FORGET = ", salt = null, preview = null, finished_at = now()";
  private final Database database;

  ImportLedger(Database database) {
    this.database = database;
  }

  /** The job is no longer its worker's. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super(null, null, false, false);
    }
  }

  /** Jobs that have something to be done, oldest first. */
  List<Long> open() {
    return database.read(session ->
        session
            .createNativeQuery(
                "select id from import_job where state in ('QUEUED', 'CHECKING', 'RUNNING') order by id",
                Long.class)
            .getResultList());
  }

  /** Takes a job up; empty where there is nothing to do, or it has failed too often. */
  Optional<ImportJob> claim(long id) {
    return database.write(session -> {
      int taken =
          session
              .createNativeMutationQuery(
                  "update import_job set attempts = attempts + 1, state = case state when 'QUEUED' then 'CHECKING' else state end"
                      + " where id = :id and state in ('QUEUED', 'CHECKING', 'RUNNING')")
              .setParameter("id", id)
              .executeUpdate();
      if (taken == 0) {
        return Optional.empty();
      }
      int attempts =
          session
              .createNativeQuery("select attempts from import_job where id = :id", Integer.class)
              .setParameter("id", id)
              .getSingleResult();
      if (attempts > MOST_ATTEMPTS) {
        fail(
            session,
            id,
            new ImportRefused(
                ImportRefused.Code.BROKEN_OFF,
                "the import broke off %d times in the same place: tell the operator"
                    .formatted(MOST_ATTEMPTS)));
        return Optional.empty();
      }
      return JobRows.list(session, "j.id = :id", query -> query.setParameter("id", id)).stream()
          .findFirst();
    });
  }

  /** What the actor's request was, for the trail. */
  String[] request(long id) {
    Object[] row =
        database.read(session ->
            session
                .createNativeQuery(
                    "select request_id, address_class from import_job where id = :id",
                    Object[].class)
                .setParameter("id", id)
                .getSingleResult());
    return new String[] {JobRows.text(row[0]), JobRows.text(row[1])};
  }

  /** Where the rows of a run stand that a job writes. */
  void begin(ImportJob job, long run) {
    write(job, ", run_id = " + run, session -> {});
  }

  /** Whether all rows of a job's run were worked off, and only its end is left to be noted. */
  boolean isOver(ImportJob job) {
    Long run = job.run();
    return run != null
        && database.read(session ->
            session
                .createNativeQuery(
                    "select finished_at is not null from import_run where id = :run", Boolean.class)
                .setParameter("run", run)
                .getSingleResult());
  }

  /** Forgets what was found before: the file is read from its beginning. */
  void readAnew(ImportJob job) {
    String sources =
        job.state() == ImportState.CHECKING ? "('READ', 'SAVE', 'PRIVACY')" : "('READ')";
    write(
        job,
        "",
        session ->
            session
                .createNativeMutationQuery(
                    "delete from import_problem where job_id = :id and source in " + sources)
                .setParameter("id", job.id())
                .executeUpdate());
  }

  interface More {
    void in(StatelessSession session);
  }

  /** Notes progress, with what else belongs to it, in a transaction of its own. */
  void progress(ImportJob job, Progress progress, More more) {
    database.write(session -> {
      note(session, job, progress, "");
      more.in(session);
      return 0;
    });
  }

  /**
   * The same within the transaction that saves a batch: a batch counts when it is saved, and only
   * then has the job got on.
   */
  void saved(StatelessSession session, ImportJob job, Progress progress) {
    note(session, job, progress, "attempts = 0, ");
  }

  private static void note(
      StatelessSession session, ImportJob job, Progress progress, String more) {
    int moved =
        session
            .createNativeMutationQuery(
                "update import_job set "
                    + more
                    + "rows_read = :read, accepted = :accepted, unchanged = :unchanged, refused = :refused"
                    + " where id = :id and state = :state")
            .setParameter("read", progress.read())
            .setParameter("accepted", progress.accepted())
            .setParameter("unchanged", progress.unchanged())
            .setParameter("refused", progress.refused())
            .setParameter("id", job.id())
            .setParameter("state", job.state().name())
            .executeUpdate();
    if (moved != 1) {
      throw new Stopped();
    }
  }

  /** All rows were looked at: whoever uploaded them decides now. */
  void ready(ImportJob job, long findings, String preview) {
    database.write(session -> {
      int moved =
          session
              .createNativeMutationQuery(
                  "update import_job set state = 'READY', findings = :findings, preview = :preview, checked_at = now() where id = :id and state = 'CHECKING'")
              .setParameter("findings", findings)
              .setParameter("preview", preview)
              .setParameter("id", job.id())
              .executeUpdate();
      if (moved != 1) {
        throw new Stopped();
      }
      return moved;
    });
  }

  /** Everything is done: the file goes, the rows that could not be taken stay for a while. */
  void done(ImportJob job, boolean sheet) {
    write(
        job,
        ", refused = (select count(distinct row_number) from import_problem p where p.job_id = import_job.id and p.source <> 'PRIVACY')"
            + ", state = 'DONE', preview = null, finished_at = now()"
            + (sheet ? "" : ", salt = null"),
        session ->
            session
                .createNativeMutationQuery(
                    "delete from import_chunk where job_id = :id and (part = 'FILE' or not :sheet)")
                .setParameter("id", job.id())
                .setParameter("sheet", sheet)
                .executeUpdate());
  }

  void fail(long job, ImportRefused refusal) {
    database.write(session -> {
      fail(session, job, refusal);
      return 0;
    });
  }

  private static void fail(StatelessSession session, long job, ImportRefused refusal) {
    int failed =
        session
            .createNativeMutationQuery(
                "update import_job set state = 'FAILED', failure = :code, failure_message = :message"
                    + FORGET
                    + " where id = :id and state in ('CHECKING', 'RUNNING')")
            .setParameter("code", refusal.code().name())
            .setParameter("message", refusal.getMessage())
            .setParameter("id", job)
            .executeUpdate();
    if (failed == 1) {
      forget(session, job);
    }
  }

  private static void forget(StatelessSession session, long job) {
    session
        .createNativeMutationQuery("delete from import_chunk where job_id = :id")
        .setParameter("id", job)
        .executeUpdate();
  }

  private void write(ImportJob job, String set, More more) {
    database.write(session -> {
      int moved =
          session
              .createNativeMutationQuery(
                  "update import_job set attempts = attempts"
                      + set
                      + " where id = :id and state = :state")
              .setParameter("id", job.id())
              .setParameter("state", job.state().name())
              .executeUpdate();
      if (moved != 1) {
        throw new Stopped();
      }
      more.in(session);
      return 0;
    });
  }
}
