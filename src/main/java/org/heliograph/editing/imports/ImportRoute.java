package org.heliograph.editing.imports;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import org.heliograph.graphql.http.FormRoute;
import org.heliograph.graphql.http.RouteGate;
import org.heliograph.importing.job.ImportConfig;
import org.heliograph.visibility.Viewer;
import org.heliograph.workflow.Desk;

/** {@code POST /imports/{kind}}: a list in a form, which becomes a job. */
@ApplicationScoped
class ImportRoute implements FormRoute.Taker<Long> {
  private final FormRoute forms;
  private final RouteGate gate;
  private final ImportIntake intake;
  private final ImportConfig config;

  ImportRoute(FormRoute forms, RouteGate gate, ImportIntake intake, ImportConfig config) {
    this.forms = forms;
    this.gate = gate;
    this.intake = intake;
    this.config = config;
  }

  void register(@Observes Router router) {
    var door =
        new FormRoute.Door(
            "/imports/:word", "heliograph-import-uploads", config.maxBytes(), "split the list");
    forms.open(router, door, this);
  }

  @Override
  public void admit(RoutingContext ctx, Viewer viewer) {
    Desk.demand(viewer);
    intake.kind(word(ctx));
  }

  private static String word(RoutingContext ctx) {
    return String.valueOf(ctx.pathParam("word"));
  }

  @Override
  public Long take(RoutingContext ctx, Viewer viewer, FormRoute.Brought file) throws IOException {
    return intake.take(word(ctx), file, gate.reader(ctx, viewer));
  }

  @Override
  public void answer(RoutingContext ctx, Long job) {
    var body = new JsonObject().put("id", Long.toString(job)).put("state", "QUEUED");
    FormRoute.answer(ctx, 202, new JsonObject().put("importJob", body));
  }
}
