package org.heliograph.portal.saved;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.RouteGate;
import org.heliograph.store.SavedSearches;

/**
 * {@code /unsubscribe/…}: ends letters without signing in. A GET only shows a button, because mail
 * programs open links by themselves; the POST (RFC 8058, or the button's) ends them. Both answer
 * the same whether or not there were any.
 */
@ApplicationScoped
class UnsubscribeRoute {
  static final String PATH = "/unsubscribe/";
  private static final int ORDER = -11;
  private static final String PAGE =
      "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>退订</title>%s</html>";
  private static final String BUTTON =
      "<form method=\"post\"><p>不再接收此检索的邮件，并删除您的邮箱地址。</p><button>退订</button></form>";
  private static final String DONE = "<p>已退订。您的邮箱地址已删除。</p>";

  private final RouteGate gate;
  private final SavedSearches searches;
  private final Vertx vertx;

  UnsubscribeRoute(RouteGate gate, SavedSearches searches, Vertx vertx) {
    this.gate = gate;
    this.searches = searches;
    this.vertx = vertx;
  }

  void register(@Observes Router router) {
    router
        .routeWithRegex(PATH + "(?<token>[A-Za-z0-9_-]{43})")
        .order(ORDER)
        .handler(this::handle)
        .failureHandler(gate::fail);
  }

  private void handle(RoutingContext ctx) {
    switch (ctx.request().method().name()) {
      case "GET" -> page(ctx, BUTTON);
      case "POST" -> {
        String token = String.valueOf(ctx.pathParam("token"));
        vertx
            .executeBlocking(
                () -> {
                  searches.unsubscribe(token);
                  return true;
                },
                false)
            .onSuccess(done -> page(ctx, DONE))
            .onFailure(failure -> gate.refuse(ctx, failure));
      }
      default -> {
        ctx.response().putHeader("Allow", "GET, POST");
        gate.refuse(ctx, Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "Use POST."));
      }
    }
  }

  private static void page(RoutingContext ctx, String content) {
    ctx.response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(PAGE.formatted(content));
  }
}
