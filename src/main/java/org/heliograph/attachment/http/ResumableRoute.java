package org.heliograph.attachment.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.heliograph.attachment.FilesConfig;
import org.heliograph.attachment.Intake;
import org.heliograph.attachment.Uploads;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.RouteGate;
import org.heliograph.shared.Problem;
import org.heliograph.store.UploadStore.Upload;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Uploads that survive a broken line, by the tus protocol 1.0.0 with creation, termination and
 * expiration: {@code POST /attachments/uploads} begins one, {@code PATCH} goes on with it, {@code
 * HEAD} says how far it is. {@code GET} says what came of it, for whoever missed the answer.
 */
@ApplicationScoped
class ResumableRoute {
  private static final String PATH = "/attachments/uploads";
  private static final String VERSION = "1.0.0";
  private static final String RESUMABLE = "Tus-Resumable";
  private static final String OFFSET = "Upload-Offset";
  private static final int ORDER = -11;

  private final RouteGate gate;
  private final Uploader uploader;
  private final Uploads uploads;
  private final FilesConfig config;
  private final Vertx vertx;

  ResumableRoute(
      RouteGate gate, Uploader uploader, Uploads uploads, FilesConfig config, Vertx vertx) {
    this.gate = gate;
    this.uploader = uploader;
    this.uploads = uploads;
    this.config = config;
    this.vertx = vertx;
  }

  void register(@Observes Router router) {
    router.route(PATH).order(ORDER).handler(this::collection).failureHandler(gate::fail);
    router
        .routeWithRegex(PATH + "/(?<id>[A-Za-z0-9_-]{22})")
        .order(ORDER)
        .handler(this::single)
        .failureHandler(gate::fail);
  }

  private void collection(RoutingContext ctx) {
    ctx.response().putHeader(RESUMABLE, VERSION);
    switch (ctx.request().method().name()) {
      case "OPTIONS" ->
          ctx.response()
              .setStatusCode(204)
              .putHeader("Tus-Version", VERSION)
              .putHeader("Tus-Extension", "creation,termination,expiration")
              .putHeader("Tus-Max-Size", Integer.toString(config.maxBytes()))
              .end();
      case "POST" -> speaking(ctx).ifPresent(viewer -> begin(ctx, viewer));
      default -> refuseMethod(ctx, "OPTIONS, POST");
    }
  }

  private void single(RoutingContext ctx) {
    ctx.response().putHeader(RESUMABLE, VERSION).putHeader("Cache-Control", "no-store");
    String id = String.valueOf(ctx.pathParam("id"));
    switch (ctx.request().method().name()) {
      case "HEAD" -> speaking(ctx).ifPresent(viewer -> tell(ctx, viewer, id));
      case "PATCH" -> speaking(ctx).ifPresent(viewer -> goOn(ctx, viewer, id));
      case "DELETE" -> speaking(ctx).ifPresent(viewer -> delete(ctx, viewer, id));
      case "GET" -> uploader.viewer(ctx).ifPresent(viewer -> finish(ctx, viewer, id));
      default -> refuseMethod(ctx, "DELETE, GET, HEAD, PATCH");
    }
  }

  /** The caller, if signed in and speaking this version of the protocol. */
  private Optional<Viewer> speaking(RoutingContext ctx) {
    if (!VERSION.equals(ctx.request().getHeader(RESUMABLE))) {
      ctx.response().setStatusCode(412).putHeader("Tus-Version", VERSION).end();
      return Optional.empty();
    }
    return uploader.viewer(ctx);
  }

  private void begin(RoutingContext ctx, Viewer viewer) {
    HttpServerRequest request = ctx.request();
    answering(
        ctx,
        () -> {
          long size = number(request.getHeader("Upload-Length"), "Upload-Length");
          Map<String, String> told = UploadMetadata.read(request.getHeader("Upload-Metadata"));
          var owner = Uploader.owner(viewer, told.get("organisation"));
          return uploads.begin(owner, told.getOrDefault("filename", ""), size);
        },
        id -> {
          ctx.response()
              .setStatusCode(201)
              .putHeader("Location", PATH + "/" + id)
              .putHeader("Upload-Expires", uploads.expiry())
              .end();
        });
  }

  private void tell(RoutingContext ctx, Viewer viewer, String id) {
    answering(
        ctx,
        () -> uploads.require(id, viewer),
        upload -> {
          progress(ctx.response(), upload.received());
          ctx.response().putHeader("Upload-Length", Long.toString(upload.size())).end();
        });
  }

  private static void progress(HttpServerResponse response, long received) {
    response.putHeader(OFFSET, Long.toString(received));
  }

  private void goOn(RoutingContext ctx, Viewer viewer, String id) {
    HttpServerRequest request = ctx.request();
    if (!"application/offset+octet-stream".equals(request.getHeader("Content-Type"))) {
      gate.refuse(
          ctx,
          Refusal.of(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE,
              "Send parts with Content-Type: application/offset+octet-stream."));
      return;
    }
    request.pause();
    vertx
        .executeBlocking(() -> begun(request, viewer, id), false)
        .compose(parts -> Objects.requireNonNull(parts).read())
        .onFailure(failure -> gate.refuse(ctx, failure))
        .onSuccess(received -> {
          progress(ctx.response(), received);
          settle(ctx, viewer, id);
        });
  }

  private PartsOfBody begun(HttpServerRequest request, Viewer viewer, String id) {
    long start = number(request.getHeader(OFFSET), OFFSET);
    Upload upload = uploads.require(id, viewer);
    if (upload.received() != start) {
      throw Problem.conflict(
          "the upload has %d bytes: go on from there".formatted(upload.received()));
    }
    return new PartsOfBody(vertx, request, uploads, upload);
  }

  private void settle(RoutingContext ctx, Viewer viewer, String id) {
    answering(
        ctx,
        () -> uploads.finish(uploads.require(id, viewer)),
        finished -> {
          if (finished.isEmpty()) {
            ctx.response().setStatusCode(204).end();
          } else if (finished.get() instanceof Intake.Taken taken) {
            ctx.response().setStatusCode(204).putHeader("Heliograph-File", taken.file().id()).end();
          } else {
            uploader.answer(ctx, finished.get(), 200);
          }
        });
  }

  /** What came of it; a whole upload that nobody finished, because a pod died, is finished now. */
  private void finish(RoutingContext ctx, Viewer viewer, String id) {
    answering(
        ctx,
        () -> {
          Upload upload = uploads.require(id, viewer);
          return Map.entry(upload, uploads.finish(upload));
        },
        told -> {
          if (told.getValue().isPresent()) {
            uploader.answer(ctx, told.getValue().get(), 200);
          } else {
            ctx.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(
                    new JsonObject()
                        .put("size", told.getKey().size())
                        .put("received", told.getKey().received())
                        .toBuffer());
          }
        });
  }

  private void delete(RoutingContext ctx, Viewer viewer, String id) {
    answering(
        ctx,
        () -> {
          uploads.delete(uploads.require(id, viewer));
          return true;
        },
        done -> ctx.response().setStatusCode(204).end());
  }

  private <T> void answering(RoutingContext ctx, Callable<T> work, Consumer<T> answer) {
    vertx
        .executeBlocking(work, false)
        .onFailure(failure -> gate.refuse(ctx, failure))
        .onSuccess(answer::accept);
  }

  private void refuseMethod(RoutingContext ctx, String allowed) {
    ctx.response().putHeader("Allow", allowed);
    gate.refuse(ctx, Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "Use one of " + allowed + "."));
  }

  private static long number(@Nullable String text, String header) {
    if (text == null || !text.matches("[0-9]{1,18}")) {
      throw Problem.badInput(header, "is a header with a whole number of bytes");
    }
    return Long.parseLong(text);
  }
}
