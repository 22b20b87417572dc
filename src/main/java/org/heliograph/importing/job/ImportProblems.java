package org.heliograph.importing.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.heliograph.importing.RowError;
import org.heliograph.store.Database;
import org.hibernate.StatelessSession;

/** What was found in the rows of jobs. */
@ApplicationScoped
class ImportProblems {
  private final Database database;

  ImportProblems(Database database) {
    this.database = database;
  }

  /** Notes it within a transaction. */
  static void tell(StatelessSession session, long job, String source, List<RowError> errors) {
    if (errors.isEmpty()) {
      return;
    }
    session
        .createNativeMutationQuery(
            "insert into import_problem(job_id, source, row_number, place, value, reason)"
                + " select :job, :source, * from unnest(:rows, :places, :values, :reasons)")
        .setParameter("job", job)
        .setParameter("source", source)
        .setParameter("rows", errors.stream().map(RowError::row).toArray(Long[]::new))
        .setParameter("places", errors.stream().map(RowError::column).toArray(String[]::new))
        .setParameter("values", errors.stream().map(RowError::value).toArray(String[]::new))
        .setParameter("reasons", errors.stream().map(RowError::reason).toArray(String[]::new))
        .executeUpdate();
  }

  /** What is wrong with rows from {@code after} on, in their order. */
  List<ImportJob.Told> after(long job, long after, int most) {
    return database.read(session ->
        session
            .createNativeQuery(
                "select row_number, place, value, reason from import_problem where job_id = :job and source <> 'PRIVACY' and row_number in"
                    + " (select distinct row_number from import_problem where job_id = :job and source <> 'PRIVACY' and row_number > :after order by 1 limit :most)"
                    + " order by row_number, id",
                Object[].class)
            .setParameter("job", job)
            .setParameter("after", after)
            .setParameter("most", most)
            .getResultList()
            .stream()
            .map(JobRows::told)
            .toList());
  }
}
