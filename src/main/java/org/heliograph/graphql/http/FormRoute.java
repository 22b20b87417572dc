package org.heliograph.graphql.http;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.shared.Problem;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST} of one file in a form, in its field {@code file}. Who may bring one is asked before
 * the body is read, so that nobody else fills the disk.
 */
@ApplicationScoped
public class FormRoute {
  /** After authentication (-200), before the framework's own handlers (0). */
  private static final int WHO = -13;

  private static final int BODY = -12;
  private static final int ANSWER = -11;

  /** What a form adds to its file. */
  private static final int FORM = 64 * 1024;

  private static final Duration STALE = Duration.ofHours(1);

  private final RouteGate gate;
  private final Vertx vertx;
  private final Clock clock;

  FormRoute(RouteGate gate, Vertx vertx, Clock clock) {
    this.gate = gate;
    this.vertx = vertx;
    this.clock = clock;
  }

  /**
   * Where files are brought.
   *
   * @param spool name of the directory in which they lie while they are taken in
   * @param maxBytes of one file
   * @param mend what somebody does whose file is larger
   */
  public record Door(String path, String spool, long maxBytes, String mend) {}

  /**
   * A file that came, which is deleted after the answer.
   *
   * @param organisation for which it was brought; null where the form did not say
   */
  public record Brought(String name, Path content, @Nullable String organisation) {}

  /** Takes files in; what it throws is answered. */
  public interface Taker<T> {
    /** Before the body is read. */
    void admit(RoutingContext ctx, Viewer viewer);

    /** On a thread that may block. */
    T take(RoutingContext ctx, Viewer viewer, Brought file) throws IOException;

    void answer(RoutingContext ctx, T taken);
  }

  /** Opens a door. */
  public <T> void open(Router router, Door door, Taker<T> taker) {
    String spool = spool(door).toString();
    router
        .post(door.path())
        .order(WHO)
        .handler(ctx -> admit(ctx, taker))
        .failureHandler(ctx -> fail(ctx, door));
    router
        .post(door.path())
        .order(BODY)
        .handler(
            BodyHandler.create(spool)
                .setBodyLimit(door.maxBytes() + FORM)
                .setDeleteUploadedFilesOnEnd(true))
        .failureHandler(ctx -> fail(ctx, door));
    router
        .post(door.path())
        .order(ANSWER)
        .handler(ctx -> take(ctx, taker))
        .failureHandler(ctx -> fail(ctx, door));
    router
        .route(door.path())
        .order(ANSWER)
        .handler(ctx -> {
          ctx.response().putHeader("Allow", "POST");
          gate.refuse(ctx, Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "Use POST."));
        });
  }

  /** For the service's own account alone, and without what a killed process left behind. */
  private Path spool(Door door) {
    Path spool = Path.of(System.getProperty("java.io.tmpdir"), door.spool());
    try {
      Files.createDirectories(spool);
      Files.setPosixFilePermissions(spool, PosixFilePermissions.fromString("rwx------"));
      Instant old = clock.instant().minus(STALE);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(spool)) {
        for (Path each : left) {
          if (Files.getLastModifiedTime(each).toInstant().isBefore(old)) {
            Files.deleteIfExists(each);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return spool;
  }

  private void admit(RoutingContext ctx, Taker<?> taker) {
    Optional<Viewer> viewer = gate.viewer(ctx);
    if (viewer.isEmpty()) {
      return;
    }
    try {
      taker.admit(ctx, viewer.get());
    } catch (Problem e) {
      gate.refuse(ctx, e);
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
    ctx.next();
  }

  private void fail(RoutingContext ctx, Door door) {
    if (ctx.statusCode() == ErrorCode.BODY_TOO_LARGE.status()) {
      ctx.response().putHeader("Connection", "close");
      gate.refuse(
          ctx,
          Refusal.of(
              ErrorCode.BODY_TOO_LARGE,
              "The file is larger than %d bytes: %s.".formatted(door.maxBytes(), door.mend())));
    } else {
      gate.fail(ctx);
    }
  }

  private <T> void take(RoutingContext ctx, Taker<T> taker) {
    Viewer viewer = gate.viewer(ctx).orElseThrow();
    List<FileUpload> files = ctx.fileUploads();
    vertx
        .executeBlocking(() -> taker.take(ctx, viewer, only(files, ctx)), false)
        .onSuccess(taken -> taker.answer(ctx, Objects.requireNonNull(taken)))
        .onFailure(failure -> gate.refuse(ctx, failure));
  }

  private static Brought only(List<FileUpload> files, RoutingContext ctx) {
    if (files.size() != 1 || !files.getFirst().name().equals("file")) {
      throw Problem.badInput("file", "send one file at a time, in the form's field 'file'");
    }
    FileUpload file = files.getFirst();
    return new Brought(
        file.fileName(),
        Path.of(file.uploadedFileName()),
        ctx.request().getFormAttribute("organisation"));
  }

  /** Answers with an object that nobody keeps. */
  public static void answer(RoutingContext ctx, int status, JsonObject body) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(body.toBuffer());
  }
}
