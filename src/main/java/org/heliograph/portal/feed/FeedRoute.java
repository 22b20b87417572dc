package org.heliograph.portal.feed;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.heliograph.export.http.RequestParameters;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.RouteGate;
import org.heliograph.portal.AskedSearch;
import org.heliograph.shared.Problem;
import org.heliograph.shared.Sha256;
import org.heliograph.visibility.Viewer;

/**
 * {@code GET /feed.atom} and {@code /feed.json}: the newest records that a search finds, by the
 * parameters of {@code /export/search}. Whoever asks again with the ETag is told in few bytes that
 * nothing changed.
 */
@ApplicationScoped
class FeedRoute {
  private static final int ORDER = -11;
  private final RouteGate gate;
  private final Feeds feeds;
  private final FeedConfig config;
  private final Vertx vertx;

  FeedRoute(RouteGate gate, Feeds feeds, FeedConfig config, Vertx vertx) {
    this.gate = gate;
    this.feeds = feeds;
    this.config = config;
    this.vertx = vertx;
  }

  /** The forms of a feed. */
  private enum Form {
    ATOM("application/atom+xml; charset=utf-8"),
    JSON("application/feed+json; charset=utf-8");

    private final String contentType;

    Form(String contentType) {
      this.contentType = contentType;
    }

    byte[] write(Feed feed) {
      return switch (this) {
        case ATOM -> AtomForm.write(feed);
        case JSON -> JsonForm.write(feed);
      };
    }
  }

  void register(@Observes Router router) {
    router
        .routeWithRegex("/feed\\.(?<ending>[a-z]+)")
        .order(ORDER)
        .handler(this::handle)
        .failureHandler(gate::fail);
  }

  private void handle(RoutingContext ctx) {
    String method = ctx.request().method().name();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      ctx.response().putHeader("Allow", "GET, HEAD");
      gate.refuse(ctx, Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "Use GET."));
      return;
    }
    Optional<Viewer> viewer = gate.viewer(ctx);
    if (viewer.isEmpty()) {
      return;
    }
    vertx
        .executeBlocking(() -> write(ctx, viewer.get()), false)
        .onSuccess(body -> send(ctx, body))
        .onFailure(failure -> gate.refuse(ctx, failure));
  }

  private static Form form(RoutingContext ctx) {
    return switch (String.valueOf(ctx.pathParam("ending"))) {
      case "atom" -> Form.ATOM;
      case "json" -> Form.JSON;
      default -> throw Problem.notFound("feeds end in .atom or .json");
    };
  }

  private byte[] write(RoutingContext ctx, Viewer viewer) {
    Form form = form(ctx);
    AskedSearch asked = AskedSearch.read(RequestParameters.of(ctx));
    String asIs = ctx.request().absoluteURI();
    String base = config.address().orElse(asIs.substring(0, asIs.indexOf("/feed.")));
    return form.write(feeds.of(asked, viewer, base + ctx.request().uri(), base));
  }

  private static void send(RoutingContext ctx, byte[] body) {
    String etag = "\"" + Sha256.hex(body).substring(0, 32) + "\"";
    boolean anonymous = ctx.request().getHeader("Authorization") == null;
    ctx.response()
        .putHeader("ETag", etag)
        .putHeader("Vary", "Authorization, Origin")
        .putHeader("Cache-Control", anonymous ? "public, no-cache" : "private, no-store");
    String known = ctx.request().getHeader("If-None-Match");
    if (known != null && known.contains(etag)) {
      ctx.response().setStatusCode(304).end();
      return;
    }
    ctx.response()
        .putHeader("Content-Type", form(ctx).contentType)
        .putHeader("Content-Length", Integer.toString(body.length));
    if (ctx.request().method().name().equals("HEAD")) {
      ctx.response().end();
    } else {
      ctx.response().end(Buffer.buffer(body));
    }
  }
}
