package org.heliograph.importing.job;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.heliograph.importing.ImportRefused;
import org.heliograph.importing.ImportWatch.Progress;
import org.heliograph.shared.RecordKind;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Reads rows of import_job. */
final class JobRows {
  private static final String COLUMNS =
      "select j.id, j.word, j.kind, j.organisation, j.actor, j.role, j.file_name, j.state, j.run_id, j.rows_read, j.accepted, j.unchanged, j.refused,"
          + " j.findings, j.failure, j.failure_message, j.preview,"
          + " exists (select 1 from import_chunk c where c.job_id = j.id and c.part = 'ERRORS') as sheet,"
          + " j.created_at, j.checked_at, j.confirmed_at, j.finished_at from import_job j where j.state <> 'UPLOADING' and ";

  private JobRows() {}

  /** Sets the parameters of a query. */
  interface Parameters {
    void set(NativeQuery<Object[]> query);
  }

  static List<ImportJob> list(StatelessSession session, String where, Parameters parameters) {
    NativeQuery<Object[]> query = session.createNativeQuery(COLUMNS + where, Object[].class);
    parameters.set(query);
    return query.getResultList().stream().map(JobRows::job).toList();
  }

  private static ImportJob job(@Nullable Object[] row) {
    Object run = row[8];
    return new ImportJob(
        number(row[0]),
        text(row[1]),
        RecordKind.valueOf(text(row[2])),
        text(row[3]),
        text(row[4]),
        text(row[5]),
        (String) row[6],
        ImportState.valueOf(text(row[7])),
        run == null ? null : number(run),
        new Progress(number(row[9]), number(row[10]), number(row[11]), number(row[12])),
        number(row[13]),
        failure((String) row[14], (String) row[15]),
        (String) row[16],
        Boolean.TRUE.equals(row[17]),
        new ImportJob.Times(
            time(row[18]), timeOrNull(row[19]), timeOrNull(row[20]), timeOrNull(row[21])));
  }

  private static ImportJob.@Nullable Failure failure(
      @Nullable String code, @Nullable String message) {
    return code == null
        ? null
        : new ImportJob.Failure(ImportRefused.Code.valueOf(code), String.valueOf(message));
  }

  static ImportJob.Told told(Object[] row) {
    return new ImportJob.Told(number(row[0]), text(row[1]), text(row[2]), text(row[3]));
  }

  static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  private static Instant time(@Nullable Object value) {
    Instant time = timeOrNull(value);
    if (time == null) {
      throw new IllegalStateException("a job has no time");
    }
    return time;
  }

  private static @Nullable Instant timeOrNull(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Instant instant -> instant;
      case OffsetDateTime time -> time.toInstant();
      default -> throw new IllegalStateException(value.getClass() + " is no time");
    };
  }
}
