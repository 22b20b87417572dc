package org.heliograph.export.dump;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.RouteGate;
import org.heliograph.shared.Problem;

/** {@code GET /dumps/{file}}: the files of the complete dump, beginning with its description. */
@ApplicationScoped
class DumpRoute {
  private static final int ORDER = -11;
  private final DumpConfig config;
  private final DumpCheck check;
  private final RouteGate gate;

  DumpRoute(DumpConfig config, DumpCheck check, RouteGate gate) {
    this.config = config;
    this.check = check;
    this.gate = gate;
  }

  void register(@Observes Router router) {
    router
        .routeWithRegex("/dumps/(?<file>[A-Za-z0-9-]+(?:\\.[a-z]+){0,2})")
        .order(ORDER)
        .handler(this::handle)
        .failureHandler(gate::fail);
  }

  private void handle(RoutingContext ctx) {
    switch (ctx.request().method().name()) {
      case "GET", "HEAD" -> {
        String name = String.valueOf(ctx.pathParam("file"));
        ctx.vertx()
            .executeBlocking(() -> file(name), false)
            .onSuccess(file -> send(ctx, file))
            .onFailure(failure -> gate.refuse(ctx, failure));
      }
      default -> {
        ctx.response().putHeader("Allow", "GET, HEAD");
        gate.refuse(ctx, Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "Use GET."));
      }
    }
  }

  private Path file(String name) {
    Path found =
        config
            .directory()
            .map(directory -> directory.resolve(PublicDump.LATEST).resolve(name))
            .filter(Files::isRegularFile)
            .orElseThrow(() ->
                Problem.notFound(
                    "there is no such file: /dumps/datapackage.json, once a dump is written, names all"));
    if (config.directory().filter(check::isStale).isPresent()) {
      throw Problem.unavailable(
          "a record in the dump is public no longer: it is being written anew, try again in a few minutes");
    }
    return found.toAbsolutePath();
  }

  private static void send(RoutingContext ctx, Path file) {
    String name = String.valueOf(file.getFileName());
    String type =
        name.endsWith(".gz")
            ? "application/gzip"
            : name.endsWith(".json")
                ? "application/json; charset=utf-8"
                : "text/plain; charset=utf-8";
    ctx.response().putHeader("Content-Type", type).putHeader("Cache-Control", "no-cache");
    ctx.response().sendFile(file.toString()).onFailure(ctx::fail);
  }
}
