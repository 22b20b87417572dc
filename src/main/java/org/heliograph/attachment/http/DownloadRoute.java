package org.heliograph.attachment.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.heliograph.attachment.content.Contents;
import org.heliograph.graphql.PersonalReads;
import org.heliograph.graphql.RequestScope;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.RouteGate;
import org.heliograph.record.RecordTypes;
import org.heliograph.shared.Problem;
import org.heliograph.store.FileStore;
import org.heliograph.store.FileStore.Readable;
import org.heliograph.store.StoredFile;
import org.heliograph.visibility.Viewer;
import org.heliograph.workflow.Rules;
import org.heliograph.workflow.Transition;

/**
 * {@code GET /attachments/{id}}: a file's content, for those who may read of it on its record; with
 * {@code ?inline} to be shown rather than saved. {@code DELETE} takes back an upload that no record
 * has yet.
 */
@ApplicationScoped
class DownloadRoute {
  private static final int ORDER = -11;
  private final RouteGate gate;
  private final FileStore files;
  private final Contents contents;
  private final PersonalReads reads;
  private final RecordTypes types;
  private final Vertx vertx;

  DownloadRoute(
      RouteGate gate,
      FileStore files,
      Contents contents,
      PersonalReads reads,
      RecordTypes types,
      Vertx vertx) {
    this.gate = gate;
    this.files = files;
    this.contents = contents;
    this.reads = reads;
    this.types = types;
    this.vertx = vertx;
  }

  void register(@Observes Router router) {
    router
        .routeWithRegex("/attachments/(?<id>[A-Za-z0-9_-]{22})")
        .order(ORDER)
        .handler(this::handle)
        .failureHandler(gate::fail);
  }

  private void handle(RoutingContext ctx) {
    Optional<Viewer> viewer = gate.viewer(ctx);
    if (viewer.isEmpty()) {
      return;
    }
    String id = String.valueOf(ctx.pathParam("id"));
    switch (ctx.request().method().name()) {
      case "GET", "HEAD" -> send(ctx, viewer.get(), id);
      case "DELETE" ->
          vertx
              .executeBlocking(() -> takeBack(viewer.get(), id), false)
              .onSuccess(done -> ctx.response().setStatusCode(204).end())
              .onFailure(failure -> gate.refuse(ctx, failure));
      default -> {
        ctx.response().putHeader("Allow", "DELETE, GET, HEAD");
        gate.refuse(ctx, Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "Use one of DELETE, GET, HEAD."));
      }
    }
  }

  /** A file on its way out. */
  private record Outgoing(Readable readable, ByteRange range, InputStream content) {}

  private void send(RoutingContext ctx, Viewer viewer, String id) {
    boolean wanted = ctx.request().method().name().equals("GET");
    PersonalReads.Reader reader = gate.reader(ctx, viewer);
    vertx
        .executeBlocking(() -> open(ctx, viewer, reader, id, wanted), false)
        .onFailure(failure -> gate.refuse(ctx, failure))
        .onSuccess(outgoing -> answer(ctx, outgoing));
  }

  private Outgoing open(
      RoutingContext ctx, Viewer viewer, PersonalReads.Reader reader, String id, boolean wanted)
      throws IOException {
    Readable readable = readable(viewer, reader, id);
    ByteRange range = ByteRange.of(ctx.request(), etag(readable), readable.file().size());
    InputStream content =
        wanted && range.hasBody()
            ? contents.require().open(readable.file().sha256(), range.from(), range.length())
            : InputStream.nullInputStream();
    return new Outgoing(readable, range, content);
  }

  private Readable readable(Viewer viewer, PersonalReads.Reader reader, String id) {
    Readable readable =
        files
            .find(id)
            .flatMap(file -> file.recordId() == null ? own(file, viewer) : of(file, viewer))
            .orElseThrow(DownloadRoute::notFound);
    if (readable.personalOf() != null) {
      try (RequestScope scope = RequestScope.enter()) {
        reads.begin(reader);
        reads.reading(readable.personalOf());
        reads.settle();
      }
    }
    return readable;
  }

  private Optional<Readable> of(StoredFile file, Viewer viewer) {
    return Optional.ofNullable(file.kind())
        .flatMap(kind -> files.readable(types.of(kind), file, viewer));
  }

  /** Not attached yet: for the editors of its organisation. */
  private static Optional<Readable> own(StoredFile file, Viewer viewer) {
    return file.state() == StoredFile.State.READY
            && Rules.roleFor(Transition.DRAFT, file.organisation(), viewer).isPresent()
        ? Optional.of(new Readable(file.name(), file, null, false))
        : Optional.empty();
  }

  private boolean takeBack(Viewer viewer, String id) {
    StoredFile file =
        files
            .find(id)
            .filter(each -> each.recordId() == null && own(each, viewer).isPresent())
            .orElseThrow(DownloadRoute::notFound);
    files.purge(file.id());
    return true;
  }

  private static Problem notFound() {
    return Problem.notFound("there is no such file: check the link");
  }

  private static String etag(Readable readable) {
    return "\"" + readable.file().sha256() + "\"";
  }

  private void answer(RoutingContext ctx, Outgoing outgoing) {
    HttpServerResponse response = ctx.response();
    Readable readable = outgoing.readable();
    ByteRange range = outgoing.range();
    boolean open = readable.open() && ctx.request().getHeader("Authorization") == null;
    response
        .setStatusCode(range.status())
        .putHeader("ETag", etag(readable))
        .putHeader("Accept-Ranges", "bytes")
        // asked again each time: what was withdrawn is gone from the next request on
        .putHeader("Cache-Control", open ? "public, no-cache" : "private, no-store")
        .putHeader("Vary", "Authorization, Origin")
        .putHeader("Content-Security-Policy", "sandbox; default-src 'none'")
        .putHeader("Content-Disposition", disposition(ctx, readable.name()));
    range.describe(response, readable.file().size());
    if (range.hasBody()) {
      response
          .putHeader("Content-Type", readable.file().mediaType())
          .putHeader("Content-Length", Long.toString(range.length()));
    }
    if (ctx.request().method().name().equals("HEAD") || !range.hasBody()) {
      response.end();
    } else {
      new Outflow(vertx, response, outgoing.content()).start();
    }
  }

  private static String disposition(RoutingContext ctx, String name) {
    return "%s; filename*=UTF-8''%s"
        .formatted(
            ctx.queryParams().contains("inline") ? "inline" : "attachment",
            URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
