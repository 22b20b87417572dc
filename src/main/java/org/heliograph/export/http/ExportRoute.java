package org.heliograph.export.http;

import io.quarkus.arc.All;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.heliograph.export.Export;
import org.heliograph.export.ExportFormat;
import org.heliograph.export.Parameters;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.RouteGate;
import org.heliograph.shared.Problem;
import org.heliograph.visibility.Viewer;

/**
 * {@code GET /export/{word}.{csv|xlsx|jsonl}}: a whole list as a file, narrowed and ordered by the
 * parameters of the same names as in the schema.
 */
@ApplicationScoped
class ExportRoute {
  /** After authentication (-200), before the framework's own handlers (0). */
  private static final int ORDER = -11;

  private static final String ALLOWED = "GET, HEAD, OPTIONS";
  private final Map<String, Export> exports = new TreeMap<>();
  private final RouteGate gate;
  private final Deliveries deliveries;

  ExportRoute(@All List<Export> found, RouteGate gate, Deliveries deliveries) {
    this.gate = gate;
    this.deliveries = deliveries;
    found.forEach(export -> exports.put(export.word(), export));
  }

  void register(@Observes Router router) {
    router
        .routeWithRegex("/export/(?<word>[a-z-]+)\\.(?<ending>[a-z]+)")
        .order(ORDER)
        .handler(this::handle)
        .failureHandler(gate::fail);
    router
        .routeWithRegex("/export/(?<word>[a-z-]+)/dictionary\\.(?<ending>csv|json)")
        .order(ORDER)
        .handler(this::describe)
        .failureHandler(gate::fail);
  }

  private void handle(RoutingContext ctx) {
    if (!isRead(ctx)) {
      return;
    }
    Optional<Viewer> viewer = gate.viewer(ctx);
    if (viewer.isEmpty()) {
      return;
    }
    try {
      Export export = export(ctx);
      ExportFormat format =
          ExportFormat.ofEnding(String.valueOf(ctx.pathParam("ending")))
              .orElseThrow(() -> Problem.notFound("the endings are .csv, .xlsx and .jsonl"));
      var parameters = RequestParameters.of(ctx);
      var dress =
          new ExportFormat.Dress(
              parameters.flag("bom", format == ExportFormat.CSV), isChinese(parameters));
      var rows = export.ask(parameters, viewer.get());
      deliveries.start(
          ctx, new Delivery(export, format, dress, rows, gate.reader(ctx, viewer.get())));
    } catch (RuntimeException e) {
      gate.refuse(ctx, e);
    }
  }

  private void describe(RoutingContext ctx) {
    if (!isRead(ctx)) {
      return;
    }
    try {
      Export export = export(ctx);
      var parameters = RequestParameters.of(ctx);
      boolean chinese = isChinese(parameters);
      boolean bom = parameters.flag("bom", true);
      parameters.refuseUnknown();
      DictionaryAnswer.send(ctx, export, new ExportFormat.Dress(bom, chinese));
    } catch (RuntimeException e) {
      gate.refuse(ctx, e);
    }
  }

  private Export export(RoutingContext ctx) {
    Export export = exports.get(String.valueOf(ctx.pathParam("word")));
    if (export == null) {
      throw Problem.notFound(
          "there is no such export: choose one of " + String.join(", ", exports.keySet()));
    }
    return export;
  }

  private static boolean isChinese(Parameters parameters) {
    return parameters.one("lang", Language.class) != Language.en;
  }

  /** The languages of headings, as parameters write them. */
  enum Language {
    zh,
    en
  }

  private boolean isRead(RoutingContext ctx) {
    HttpServerResponse response = ctx.response();
    return switch (ctx.request().method().name()) {
      case "GET", "HEAD" -> true;
      case "OPTIONS" -> {
        response.setStatusCode(204).putHeader("Allow", ALLOWED).end();
        yield false;
      }
      default -> {
        response.putHeader("Allow", ALLOWED);
        gate.refuse(ctx, Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "Use GET."));
        yield false;
      }
    };
  }
}
