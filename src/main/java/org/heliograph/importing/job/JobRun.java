package org.heliograph.importing.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.heliograph.audit.Authority;
import org.heliograph.importing.FileCheck;
import org.heliograph.importing.ImportOptions;
import org.heliograph.importing.ImportRefused;
import org.heliograph.importing.ImportRefused.Code;
import org.heliograph.importing.Importer;
import org.heliograph.store.Scratch;

/**
 * Takes a job as far as it can go: from its upload to whoever decides, or from there to its end.
 */
@ApplicationScoped
class JobRun {
  /** Refused rows that are held at once. */
  private static final int SOME = 1_000;

  private final Importer importer;
  private final ImportLedger ledger;
  private final ImportProblems problems;
  private final Spool spool;
  private final Scratch scratch;
  private final PublicPreview preview;
  private final ImportConfig config;

  JobRun(
      Importer importer,
      ImportLedger ledger,
      ImportProblems problems,
      Spool spool,
      Scratch scratch,
      PublicPreview preview,
      ImportConfig config) {
    this.importer = importer;
    this.ledger = ledger;
    this.problems = problems;
    this.spool = spool;
    this.scratch = scratch;
    this.preview = preview;
    this.config = config;
  }

  /** Works on a job that nobody else works on, until it is done, stopped, or {@code stopping}. */
  void work(long id, BooleanSupplier stopping) throws IOException {
    ImportJob job = ledger.claim(id).orElse(null);
    if (job == null) {
      return;
    }
    Path file = scratch.directory("jobs").resolve("job-" + id + ending(job));
    try {
      fetch(job, file);
      if (job.state() == ImportState.CHECKING) {
        check(job, file, stopping);
      } else {
        perform(job, file, stopping);
      }
    } catch (ImportLedger.Stopped e) {
      // cancelled, purged, or this pod goes: what was done stands in the database
      return;
    } catch (ImportRefused e) {
      if (e.code() != Code.OTHER) {
        ledger.fail(id, e);
        return;
      }
      // another pod was faster, which had lost its lock: it goes on, or the next look does
      throw e;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static String ending(ImportJob job) {
    String name = job.fileName() == null ? "" : job.fileName();
    return name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
  }

  private void fetch(ImportJob job, Path file) throws IOException {
    Files.deleteIfExists(file);
    try (OutputStream out = Files.newOutputStream(file)) {
      if (!spool.copy(job.id(), Spool.Part.FILE, out)) {
        throw new ImportLedger.Stopped();
      }
    }
  }

  private void check(ImportJob job, Path file, BooleanSupplier stopping) throws IOException {
    FileCheck.check(file);
    var watch = new JobWatch(ledger, job, stopping);
    var result = importer.run(job.word(), file, options(job, true), watch);
    if (result.rows() == 0) {
      throw new ImportRefused(
          Code.EMPTY, "the file has a header and no rows: fill in the template below its header");
    }
    sheet(job, file, result.rejected() > 0);
    ledger.ready(job, watch.findings(), preview.of(job.kind(), watch.shown()));
  }

  private void perform(ImportJob job, Path file, BooleanSupplier stopping) throws IOException {
    if (!ledger.isOver(job)) {
      importer.run(job.word(), file, options(job, false), new JobWatch(ledger, job, stopping));
    }
    boolean any = !reasons(job, 0).isEmpty();
    sheet(job, file, any);
    ledger.done(job, any);
  }

  private ImportOptions options(ImportJob job, boolean check) {
    String[] request = ledger.request(job.id());
    Instant confirmed = job.times().confirmed();
    return new ImportOptions(
        new Authority(job.actor(), job.role(), job.organisation(), null, request[0], request[1]),
        false,
        check,
        confirmed == null ? job.times().created() : confirmed,
        new ImportOptions.Bounds(job.id(), job.organisation(), config.maxRows()));
  }

  private void sheet(ImportJob job, Path file, boolean any) throws IOException {
    spool.drop(job.id(), Spool.Part.ERRORS);
    if (any) {
      try (var out = new SpoolStream(spool, job.id(), Spool.Part.ERRORS)) {
        importer.writeRefused(job.word(), file, after -> reasons(job, after), out);
      }
    }
  }

  /** What is wrong with the next rows, all of one row in one sentence after another. */
  private NavigableMap<Long, String> reasons(ImportJob job, long after) {
    var reasons = new TreeMap<Long, String>();
    List<ImportJob.Told> told = problems.after(job.id(), after, SOME);
    for (ImportJob.Told each : told) {
      String place = each.place().isEmpty() ? "" : each.place() + " ";
      reasons.merge(each.row(), place + each.reason(), (some, more) -> some + "; " + more);
    }
    return reasons;
  }
}
