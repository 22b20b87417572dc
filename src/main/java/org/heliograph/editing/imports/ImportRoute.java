package org.heliograph.editing.imports;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.RouteGate;
import org.heliograph.importing.job.ImportConfig;
import org.heliograph.shared.Problem;
import org.heliograph.visibility.Role;
import org.heliograph.visibility.Viewer;

/** {@code POST /imports/{kind}}: a list in a form, which becomes a job. */
@ApplicationScoped
class ImportRoute {
  private static final String PATH = "/imports/:word";

  /** After authentication (-200), before the framework's own handlers (0). */
  private static final int WHO = -13;

  private static final int BODY = -12;
  private static final int ANSWER = -11;

  /** What a form adds to its file. */
  private static final int FORM = 64 * 1024;

  private static final Duration STALE = Duration.ofHours(1);

  private final RouteGate gate;
  private final ImportIntake intake;
  private final ImportConfig config;
  private final Vertx vertx;
  private final Clock clock;

  ImportRoute(RouteGate gate, ImportIntake intake, ImportConfig config, Vertx vertx, Clock clock) {
    this.gate = gate;
    this.intake = intake;
    this.config = config;
    this.vertx = vertx;
    this.clock = clock;
  }

  void register(@Observes Router router) throws IOException {
    Path spool = Path.of(System.getProperty("java.io.tmpdir"), "heliograph-import-uploads");
    Files.createDirectories(spool);
    clear(spool);
    router.post(PATH).order(WHO).handler(this::admit).failureHandler(this::fail);
    router
        .post(PATH)
        .order(BODY)
        .handler(
            BodyHandler.create(spool.toString())
                .setBodyLimit(config.maxBytes() + FORM)
                .setDeleteUploadedFilesOnEnd(true))
        .failureHandler(this::fail);
    router.post(PATH).order(ANSWER).handler(this::handle).failureHandler(this::fail);
    router
        .route(PATH)
        .order(ANSWER)
        .handler(ctx -> {
          ctx.response().putHeader("Allow", "POST");
          gate.refuse(ctx, Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "Use POST."));
        });
  }

  /** What a process left behind that was killed in the middle of an upload. */
  private void clear(Path spool) throws IOException {
    Instant old = clock.instant().minus(STALE);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(spool)) {
      for (Path each : left) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(old)) {
          Files.deleteIfExists(each);
        }
      }
    }
  }

  /** Before the body is read: nobody fills the disk who may not import anything. */
  private void admit(RoutingContext ctx) {
    Optional<Viewer> viewer = gate.viewer(ctx);
    if (viewer.isEmpty()) {
      return;
    }
    Viewer who = viewer.get();
    if (who.isAnonymous()) {
      gate.refuse(
          ctx,
          Refusal.of(
              ErrorCode.UNAUTHENTICATED,
              "Lists are imported by people in office: send a bearer token."));
      return;
    }
    if (who.organisations().isEmpty() || !(who.has(Role.EDITOR) || who.has(Role.SERVICE))) {
      gate.refuse(
          ctx,
          Refusal.of(ErrorCode.FORBIDDEN, "Lists are imported by the editors of organisations."));
      return;
    }
    String type = ctx.request().getHeader("Content-Type");
    if (type == null || !type.startsWith("multipart/form-data")) {
      gate.refuse(
          ctx,
          Refusal.of(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE,
              "Send a form: Content-Type multipart/form-data, with the file in the field 'file'."));
      return;
    }
    try {
      intake.kind(word(ctx));
      ctx.next();
    } catch (Problem e) {
      gate.refuse(ctx, e);
    }
  }

  private static String word(RoutingContext ctx) {
    return String.valueOf(ctx.pathParam("word"));
  }

  private void fail(RoutingContext ctx) {
    if (ctx.statusCode() == ErrorCode.BODY_TOO_LARGE.status()) {
      ctx.response().putHeader("Connection", "close");
      gate.refuse(
          ctx,
          Refusal.of(
              ErrorCode.BODY_TOO_LARGE,
              "The file is larger than %d bytes: split the list.".formatted(config.maxBytes())));
    } else {
      gate.fail(ctx);
    }
  }

  private void handle(RoutingContext ctx) {
    Viewer viewer = gate.viewer(ctx).orElseThrow();
    List<FileUpload> brought = ctx.fileUploads();
    vertx
        .executeBlocking(
            () -> {
              if (brought.size() != 1 || !brought.getFirst().name().equals("file")) {
                throw Problem.badInput(
                    "file", "send one file at a time, in the form's field 'file'");
              }
              FileUpload file = brought.getFirst();
              return intake.take(
                  new ImportIntake.Brought(
                      word(ctx),
                      ctx.request().getFormAttribute("organisation"),
                      file.fileName(),
                      Path.of(file.uploadedFileName())),
                  gate.reader(ctx, viewer));
            },
            false)
        .onFailure(failure -> gate.refuse(ctx, failure))
        .onSuccess(job ->
            ctx.response()
                .setStatusCode(202)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(
                    new JsonObject()
                        .put(
                            "importJob",
                            new JsonObject()
                                .put("id", Long.toString(Objects.requireNonNull(job)))
                                .put("state", "QUEUED"))
                        .toBuffer()));
  }
}
