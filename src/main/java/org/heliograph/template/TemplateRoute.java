package org.heliograph.template;

import io.quarkus.arc.All;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.RouteGate;
import org.heliograph.importing.ImportKind;
import org.heliograph.shared.Problem;

/** {@code GET /templates/{kind}.{xlsx|csv}}: for everybody, since they hold nothing. */
@ApplicationScoped
class TemplateRoute {
  private static final int ORDER = -11;
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String TABLE = "text/csv; charset=utf-8; header=present";

  private final Map<String, Template> templates = new TreeMap<>();
  private final RouteGate gate;

  TemplateRoute(@All List<ImportKind<?>> kinds, RouteGate gate) {
    this.gate = gate;
    for (ImportKind<?> kind : kinds) {
      kind.template()
          .ifPresent(heading ->
              templates.put(kind.word(), Template.of(kind.word(), heading, kind.columns())));
    }
  }

  void register(@Observes Router router) {
    router
        .routeWithRegex("/templates/(?<word>[a-z-]+)\\.(?<ending>[a-z]+)")
        .order(ORDER)
        .handler(this::handle)
        .failureHandler(gate::fail);
  }

  private void handle(RoutingContext ctx) {
    switch (ctx.request().method().name()) {
      case "GET", "HEAD" -> {
        try {
          send(ctx);
        } catch (RuntimeException e) {
          gate.refuse(ctx, e);
        }
      }
      default -> {
        ctx.response().putHeader("Allow", "GET, HEAD");
        gate.refuse(ctx, Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "Use GET."));
      }
    }
  }

  private void send(RoutingContext ctx) {
    String ending = String.valueOf(ctx.pathParam("ending"));
    Template template = templates.get(String.valueOf(ctx.pathParam("word")));
    if (template == null) {
      throw Problem.notFound(
          "there is no such template: choose one of " + String.join(", ", templates.keySet()));
    }
    if (!ending.equals("xlsx") && !ending.equals("csv")) {
      throw Problem.notFound("templates end in .xlsx or .csv");
    }
    boolean workbook = ending.equals("xlsx");
    String name = URLEncoder.encode(template.heading() + "导入模板." + ending, StandardCharsets.UTF_8);
    Buffer file = Buffer.buffer(write(template, workbook));
    ctx.response()
        .putHeader("Content-Type", workbook ? WORKBOOK : TABLE)
        .putHeader(
            "Content-Disposition",
            "attachment; filename=\"%s-template.%s\"; filename*=UTF-8''%s"
                .formatted(template.word(), ending, name))
        .putHeader("Cache-Control", "public, no-cache")
        .putHeader("Content-Length", Integer.toString(file.length()));
    if (ctx.request().method().name().equals("HEAD")) {
      ctx.response().end();
    } else {
      ctx.response().end(file);
    }
  }

  private static byte[] write(Template template, boolean workbook) {
    var out = new ByteArrayOutputStream();
    try {
      if (workbook) {
        template.writeWorkbook(out);
      } else {
        template.writeCsv(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
