package org.heliograph.attachment.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.heliograph.attachment.FileIntake;
import org.heliograph.attachment.FilesConfig;
import org.heliograph.attachment.Intake;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.RouteGate;
import org.heliograph.shared.Problem;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/** {@code POST /attachments}: one file in a form, taken in at once. */
@ApplicationScoped
class UploadRoute {
  private static final String PATH = "/attachments";

  /** After authentication (-200), before the framework's own handlers (0). */
  private static final int WHO = -13;

  private static final int BODY = -12;
  private static final int ANSWER = -11;

  /** What a form adds to its file. */
  private static final int FORM = 64 * 1024;

  private static final Duration STALE = Duration.ofHours(1);

  private final RouteGate gate;
  private final Uploader uploader;
  private final FileIntake intake;
  private final FilesConfig config;
  private final Vertx vertx;
  private final Clock clock;

  UploadRoute(
      RouteGate gate,
      Uploader uploader,
      FileIntake intake,
      FilesConfig config,
      Vertx vertx,
      Clock clock) {
    this.gate = gate;
    this.uploader = uploader;
    this.intake = intake;
    this.config = config;
    this.vertx = vertx;
    this.clock = clock;
  }

  void register(@Observes Router router) throws IOException {
    Path spool = Path.of(System.getProperty("java.io.tmpdir"), "heliograph-uploads");
    Files.createDirectories(spool);
    clear(spool);
    router.post(PATH).order(WHO).handler(this::admit).failureHandler(this::fail);
    router
        .post(PATH)
        .order(BODY)
        .handler(
            BodyHandler.create(spool.toString())
                .setBodyLimit((long) config.maxBytes() + FORM)
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

  /** Before the body is read: nobody fills the spool who may not bring a file anywhere. */
  private void admit(RoutingContext ctx) {
    var viewer = uploader.viewer(ctx);
    if (viewer.isEmpty()) {
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
    if (viewer.get().organisations().isEmpty()) {
      gate.refuse(
          ctx,
          Refusal.of(ErrorCode.FORBIDDEN, "Files are brought by the editors of organisations."));
      return;
    }
    ctx.next();
  }

  private void fail(RoutingContext ctx) {
    if (ctx.statusCode() == ErrorCode.BODY_TOO_LARGE.status()) {
      ctx.response().putHeader("Connection", "close");
      gate.refuse(
          ctx,
          Refusal.of(
              ErrorCode.BODY_TOO_LARGE,
              "The file is larger than %d bytes: split it, or reduce the pictures in it."
                  .formatted(config.maxBytes())));
    } else {
      gate.fail(ctx);
    }
  }

  private void handle(RoutingContext ctx) {
    Viewer viewer = gate.viewer(ctx).orElseThrow();
    List<FileUpload> brought = ctx.fileUploads();
    vertx
        .executeBlocking(
            () -> take(viewer, brought, ctx.request().getFormAttribute("organisation")), false)
        .onSuccess(taken -> uploader.answer(ctx, taken, 201))
        .onFailure(failure -> gate.refuse(ctx, failure));
  }

  private Intake take(Viewer viewer, List<FileUpload> brought, @Nullable String organisation) {
    if (brought.size() != 1 || !brought.getFirst().name().equals("file")) {
      throw Problem.badInput("file", "send one file at a time, in the form's field 'file'");
    }
    var owner = Uploader.owner(viewer, organisation);
    FileUpload file = brought.getFirst();
    try {
      byte[] bytes = Files.readAllBytes(Path.of(file.uploadedFileName()));
      return intake.take(owner, file.fileName(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
