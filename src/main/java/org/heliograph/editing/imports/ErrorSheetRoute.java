package org.heliograph.editing.imports;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.heliograph.audit.Authority;
import org.heliograph.graphql.PersonalReads;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.RouteGate;
import org.heliograph.importing.job.ImportDesk;
import org.heliograph.importing.job.ImportJob;
import org.heliograph.importing.job.SheetReads;
import org.heliograph.importing.job.Spool;
import org.heliograph.shared.Problem;
import org.heliograph.store.Scratch;
import org.heliograph.visibility.Role;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;
import org.heliograph.workflow.Rules;
import org.heliograph.workflow.Transition;

/**
 * {@code GET /imports/{id}/errors}: the refused rows of an import, with what is wrong with each.
 */
@ApplicationScoped
class ErrorSheetRoute {
  private static final int ORDER = -11;
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final RouteGate gate;
  private final ImportDesk desk;
  private final Spool spool;
  private final SheetReads reads;
  private final Scratch scratch;
  private final Vertx vertx;

  ErrorSheetRoute(
      RouteGate gate,
      ImportDesk desk,
      Spool spool,
      SheetReads reads,
      Scratch scratch,
      Vertx vertx) {
    this.gate = gate;
    this.desk = desk;
    this.spool = spool;
    this.reads = reads;
    this.scratch = scratch;
    this.vertx = vertx;
  }

  void register(@Observes Router router) {
    router
        .routeWithRegex("/imports/(?<id>[0-9]{1,18})/errors")
        .order(ORDER)
        .handler(this::handle)
        .failureHandler(gate::fail);
  }

  private void handle(RoutingContext ctx) {
    if (!ctx.request().method().name().equals("GET")) {
      ctx.response().putHeader("Allow", "GET");
      gate.refuse(ctx, Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "Use GET."));
      return;
    }
    Optional<Viewer> viewer = gate.viewer(ctx);
    if (viewer.isPresent()) {
      long id = Long.parseLong(ctx.pathParam("id"));
      vertx
          .executeBlocking(() -> fetch(id, gate.reader(ctx, viewer.get())), false)
          .onFailure(failure -> gate.refuse(ctx, failure))
          .onSuccess(sheet -> send(ctx, Objects.requireNonNull(sheet)));
    }
  }

  private record Sheet(ImportJob job, Path file) {}

  /** On disk while it is sent, so that a slow client holds no memory. */
  private Sheet fetch(long id, PersonalReads.Reader reader) throws IOException {
    Viewer viewer = reader.viewer();
    var job = desk.find(id, VisibilityPolicy.ofJobs(viewer)).filter(each -> mends(each, viewer));
    if (job.isPresent()) {
      Path file = Files.createTempFile(scratch.directory("error-sheets"), "sheet-", ".part");
      boolean whole = false;
      try {
        try (OutputStream out = Files.newOutputStream(file)) {
          whole = spool.copy(id, Spool.Part.ERRORS, out);
        }
        if (whole) {
          note(job.get(), reader);
          return new Sheet(job.get(), file);
        }
      } finally {
        if (!whole) {
          Files.deleteIfExists(file);
        }
      }
    }
    throw Problem.notFound("there is no error sheet of such an import for you, or no longer");
  }

  /** On the trail before anything is sent: whoever reads on has been noted. */
  private void note(ImportJob job, PersonalReads.Reader reader) {
    Role role = Rules.roleFor(Transition.DRAFT, job.organisation(), reader.viewer()).orElseThrow();
    reads.note(
        job,
        new Authority(
            reader.viewer().subject(),
            role.name(),
            job.organisation(),
            "error sheet of import " + job.id(),
            reader.requestId(),
            reader.addressClass()));
  }

  /**
   * The rows hold whole names and numbers: they are for those who bring them, not for reviewers.
   */
  private static boolean mends(ImportJob job, Viewer viewer) {
    return Rules.roleFor(Transition.DRAFT, job.organisation(), viewer).isPresent();
  }

  private void send(RoutingContext ctx, Sheet sheet) {
    String name = sheet.job().fileName() == null ? "" : sheet.job().fileName();
    boolean lines = name.toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson)");
    ctx.response()
        .putHeader("Content-Type", lines ? "application/jsonl; charset=utf-8" : WORKBOOK)
        .putHeader(
            "Content-Disposition",
            "attachment; filename=\"import-%d-errors.%s\""
                .formatted(sheet.job().id(), lines ? "jsonl" : "xlsx"))
        .putHeader("Cache-Control", "no-store")
        .sendFile(sheet.file().toString())
        .onComplete(sent -> vertx.fileSystem().delete(sheet.file().toString()).otherwiseEmpty());
  }
}
