package org.heliograph.attachment.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.heliograph.attachment.Intake;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.FormRoute;
import org.heliograph.graphql.http.RouteGate;
import org.heliograph.shared.Problem;
import org.heliograph.store.FileStore;
import org.heliograph.store.StoredFile;
import org.heliograph.visibility.Viewer;
import org.heliograph.workflow.Desk;
import org.jspecify.annotations.Nullable;

/** Who may bring files, and what they are told. */
@ApplicationScoped
class Uploader {
  private final RouteGate gate;

  Uploader(RouteGate gate) {
    this.gate = gate;
  }

  /** The caller, if they may bring files; otherwise the request has been answered. */
  Optional<Viewer> viewer(RoutingContext ctx) {
    Optional<Viewer> viewer = gate.viewer(ctx);
    try {
      viewer.ifPresent(Desk::demand);
      return viewer;
    } catch (Problem e) {
      gate.refuse(ctx, e);
      return Optional.empty();
    }
  }

  /**
   * For whom the caller uploads.
   *
   * @param organisation null for the only one that the caller belongs to
   */
  static FileStore.Owner owner(Viewer viewer, @Nullable String organisation) {
    return new FileStore.Owner(Desk.of(viewer, organisation).organisation(), viewer.subject());
  }

  /** Answers with what became of a file. */
  void answer(RoutingContext ctx, Intake intake, int status) {
    switch (intake) {
      case Intake.Refused refused ->
          gate.refuse(ctx, Refusal.ofFile(refused.reason(), refused.message()));
      case Intake.Taken taken ->
          FormRoute.answer(ctx, status, new JsonObject().put("file", json(taken.file())));
    }
  }

  static JsonObject json(StoredFile file) {
    var findings = new JsonArray();
    file.findings()
        .forEach(each ->
            findings.add(
                new JsonObject()
                    .put("category", each.category().name())
                    .put("severity", each.severity().name())
                    .put("place", each.place())
                    .put("excerpt", each.excerpt())));
    return new JsonObject()
        .put("id", file.id())
        .put("name", file.name())
        .put("mediaType", file.mediaType())
        .put("size", file.size())
        .put("sha256", file.sha256())
        .put("organisation", file.organisation())
        .put("findings", findings)
        .put("unread", new JsonArray(file.unread()));
  }
}
