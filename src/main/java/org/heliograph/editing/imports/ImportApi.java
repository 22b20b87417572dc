package org.heliograph.editing.imports;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.editing.RefusalView;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.importing.job.ImportDesk;
import org.heliograph.importing.job.ImportJob;
import org.heliograph.importing.job.ImportState;
import org.heliograph.shared.Problem;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;
import org.heliograph.workflow.Refusal;
import org.heliograph.workflow.Refusal.Code;
import org.heliograph.workflow.Rules;
import org.heliograph.workflow.Transition;
import org.jspecify.annotations.Nullable;

/** Uploaded imports: looked at, confirmed, stopped. A file comes by POST /imports/{kind}. */
@GraphQLApi
public class ImportApi {
  private static final int MOST = 50;
  private static final int USUAL = 20;

  private final ImportDesk desk;
  private final CurrentViewer viewer;

  public ImportApi(ImportDesk desk, CurrentViewer viewer) {
    this.desk = desk;
    this.viewer = viewer;
  }

  @Query
  @RolesAllowed({"editor", "reviewer", "service", "supervisor"})
  @NonNull
  @Description(
      "An uploaded import of your organisation, or of one in your region. NOT_FOUND when there is none for you.")
  public ImportJobView importJob(@NonNull @Id @Description("Id of the job.") String id) {
    return find(id, viewer.get())
        .map(job -> new ImportJobView(job, desk))
        .orElseThrow(() -> Problem.notFound("there is no such import for you: check the id"));
  }

  @Query
  @RolesAllowed({"editor", "reviewer", "service", "supervisor"})
  @NonNull
  @Description("Uploaded imports of your organisation, or of those in your region, newest first.")
  public List<@NonNull ImportJobView> importJobs(
      @Nullable @Description("How many; 1 to 50, 20 when absent.") Integer first,
      @Nullable @Id @Description("Id of a job: only older ones.") String before) {
    int most = first == null ? USUAL : first;
    if (most < 1 || most > MOST) {
      throw Problem.badInput("first", "is 1 to " + MOST);
    }
    long until = before == null ? Long.MAX_VALUE : number(before).orElse(0L);
    return desk.list(VisibilityPolicy.ofJobs(viewer.get()), until, most).stream()
        .map(job -> new ImportJobView(job, desk))
        .toList();
  }

  @Mutation
  @RolesAllowed({"editor", "service"})
  @NonNull
  @Description(
      "Has a checked file imported: its rows become drafts, those with problems are left out. Whoever uploaded it confirms it, since the drafts are theirs.")
  public ImportJobPayload confirmImport(@NonNull @Id @Description("Id of the job.") String id) {
    Viewer who = viewer.get();
    var found = find(id, who);
    if (found.isEmpty()) {
      return refused(missing());
    }
    ImportJob job = found.get();
    if (!may(job, who) || !job.actor().equals(who.subject())) {
      return refused(
          Refusal.of(
              Code.FORBIDDEN,
              "whoever uploaded a file confirms it, as an editor of its organisation: upload it yourself"));
    }
    if (job.state() == ImportState.READY
        && job.progress().accepted() + job.progress().unchanged() == 0) {
      return refused(
          Refusal.of(
              Code.INVALID, "no row of the file can be taken: mend the error sheet, upload that"));
    }
    // a repetition finds what it wanted
    if (!desk.confirm(job.id())
        && job.state() != ImportState.RUNNING
        && job.state() != ImportState.DONE) {
      return refused(
          Refusal.of(
              Code.WRONG_STAGE,
              "only a checked import is confirmed, in the state READY; this one is "
                  + job.state()));
    }
    return now(id, who);
  }

  @Mutation
  @RolesAllowed({"editor", "service"})
  @NonNull
  @Description(
      "Stops an import after the batch that it is at, and deletes its file. Rows that had become drafts stay drafts: accepted says how many, importId finds them.")
  public ImportJobPayload cancelImport(@NonNull @Id @Description("Id of the job.") String id) {
    Viewer who = viewer.get();
    var found = find(id, who);
    if (found.isEmpty()) {
      return refused(missing());
    }
    ImportJob job = found.get();
    if (!may(job, who)) {
      return refused(
          Refusal.of(Code.FORBIDDEN, "an import is stopped by editors of its organisation"));
    }
    if (!desk.cancel(job.id()) && job.state() != ImportState.CANCELLED) {
      return refused(Refusal.of(Code.WRONG_STAGE, "the import has ended: " + job.state()));
    }
    return now(id, who);
  }

  private static boolean may(ImportJob job, Viewer who) {
    return Rules.roleFor(Transition.DRAFT, job.organisation(), who).isPresent();
  }

  private ImportJobPayload now(String id, Viewer who) {
    return new ImportJobPayload(
        find(id, who).map(job -> new ImportJobView(job, desk)).orElse(null), List.of());
  }

  private Optional<ImportJob> find(String id, Viewer who) {
    return number(id).flatMap(n -> desk.find(n, VisibilityPolicy.ofJobs(who)));
  }

  private static Refusal missing() {
    return Refusal.at(Code.NOT_FOUND, "id", "there is no such import for you: check the id");
  }

  private static Optional<Long> number(String id) {
    return id.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
  }

  private static ImportJobPayload refused(Refusal refusal) {
    return new ImportJobPayload(null, List.of(RefusalView.of(refusal)));
  }
}
