package org.heliograph.importing.job;

import java.time.Instant;
import org.heliograph.importing.ImportRefused;
import org.heliograph.importing.ImportWatch.Progress;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded import.
 *
 * @param word the kind, as addresses name it
 * @param actor who uploaded it
 * @param role in which role
 * @param run its import_run, once rows have been written
 * @param findings places in its rows that look personal
 * @param failure why it failed
 * @param preview rows as the public would see them, as JSON
 * @param errorSheet whether its refused rows can be fetched
 */
public record ImportJob(
    long id,
    String word,
    RecordKind kind,
    String organisation,
    String actor,
    String role,
    @Nullable String fileName,
    ImportState state,
    @Nullable Long run,
    Progress progress,
    long findings,
    @Nullable Failure failure,
    @Nullable String preview,
    boolean errorSheet,
    Times times) {

  /** When what happened. */
  public record Times(
      Instant created,
      @Nullable Instant checked,
      @Nullable Instant confirmed,
      @Nullable Instant finished) {}

  /** Why a job failed. */
  public record Failure(ImportRefused.Code code, String message) {}

  /** What is wrong with a row, or looks personal in it. */
  public record Told(long row, String place, String value, String reason) {}
}
