package org.heliograph.editing.imports;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.importing.ImportRefused;
import org.heliograph.importing.job.ImportDesk;
import org.heliograph.importing.job.ImportJob;
import org.heliograph.importing.job.ImportState;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** An uploaded import as the schema shows it; its lists are read when they are asked for. */
@Name("ImportJob")
@Description("An uploaded file on its way to drafts: checked, shown, confirmed, imported.")
public class ImportJobView {
  private final ImportJob job;
  private final ImportDesk desk;

  ImportJobView(ImportJob job, ImportDesk desk) {
    this.job = job;
    this.desk = desk;
  }

  @Id
  @NonNull
  @Description("Id of the job.")
  public String getId() {
    return Long.toString(job.id());
  }

  @NonNull
  @Description("Kind of the records.")
  public RecordKind getKind() {
    return job.kind();
  }

  @NonNull
  @Description("Code of the organisation whose drafts they become.")
  public String getOrganisation() {
    return job.organisation();
  }

  @Nullable
  @Description("Name of the file; null once a record of the kind was erased.")
  public String getFileName() {
    return job.fileName();
  }

  @NonNull
  @Description("Where the job stands.")
  public ImportState getState() {
    return job.state();
  }

  @Id
  @Nullable
  @Description(
      "Id of the import, for transitionImport: importId of the records; null before any was written.")
  public String getImportId() {
    return job.run() == null ? null : Long.toString(job.run());
  }

  @Description("Rows read so far: of the check, and from the confirmation on of the import.")
  public int getRowsRead() {
    return (int) job.progress().read();
  }

  @Description("Rows that are, or in the check would be, new or changed drafts.")
  public int getAccepted() {
    return (int) job.progress().accepted();
  }

  @Description("Rows that are there already with the same content.")
  public int getUnchanged() {
    return (int) job.progress().unchanged();
  }

  @Description("Rows that cannot be taken; problems says why.")
  public int getRefused() {
    return (int) job.progress().refused();
  }

  @Description("Places in the rows that the privacy scan will stop at submission.")
  public int getFindingCount() {
    return (int) job.findings();
  }

  @Description("Why the job failed; null when it did not.")
  public ImportRefused.@Nullable Code getFailure() {
    return job.failure() == null ? null : job.failure().code();
  }

  @Nullable
  @Description("The same in words, with how to mend it.")
  public String getFailureMessage() {
    return job.failure() == null ? null : job.failure().message();
  }

  @NonNull
  @Description(
      "The first rows as the public would read them, names as the rules show them; while the job is READY.")
  public List<ExportedPreview.@NonNull Shown> getPreview() {
    return job.preview() == null ? List.of() : ExportedPreview.read(job.preview());
  }

  @NonNull
  @Description("What is wrong with rows, the first hundred; errorSheet has all of them.")
  public List<@NonNull Told> getProblems() {
    return desk.problems(job.id()).stream().map(Told::of).toList();
  }

  @NonNull
  @Description("What the privacy scan found in rows, the first hundred.")
  public List<@NonNull Told> getFindings() {
    return desk.findings(job.id()).stream().map(Told::of).toList();
  }

  @Nullable
  @Description(
      "Address of a file of the refused rows with what is wrong with each: mend it and upload it again. Null when there is none, or no longer.")
  public String getErrorSheet() {
    return job.errorSheet() ? "/imports/" + job.id() + "/errors" : null;
  }

  @NonNull
  @Description("When the file came.")
  public Instant getCreatedAt() {
    return job.times().created();
  }

  @Nullable
  @Description("When it was checked.")
  public Instant getCheckedAt() {
    return job.times().checked();
  }

  @Nullable
  @Description("When it was confirmed.")
  public Instant getConfirmedAt() {
    return job.times().confirmed();
  }

  @Nullable
  @Description("When the job ended; null before that.")
  public Instant getFinishedAt() {
    return job.times().finished();
  }

  /** What is told of a row. */
  @Name("ImportRowNote")
  @Description("What is wrong with a row, or looks personal in it.")
  public record Told(
      @Description("Line or row in the file, from 1.") int row,
      @NonNull @Description("The field, for example paidOn; empty for the whole row.") String field,
      @NonNull @Description("What stood there, where it may be shown; never personal.")
          String value,
      @NonNull @Description("What is wrong and how to mend it.") String reason) {
    static Told of(ImportJob.Told told) {
      return new Told((int) told.row(), told.place(), told.value(), told.reason());
    }
  }
}
