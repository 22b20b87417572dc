package org.heliograph.attachment.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import org.heliograph.attachment.FileIntake;
import org.heliograph.attachment.FilesConfig;
import org.heliograph.attachment.Intake;
import org.heliograph.graphql.http.FormRoute;
import org.heliograph.visibility.Viewer;
import org.heliograph.workflow.Desk;

/** {@code POST /attachments}: one file in a form, taken in at once. */
@ApplicationScoped
class UploadRoute implements FormRoute.Taker<Intake> {
  private final FormRoute forms;
  private final Uploader uploader;
  private final FileIntake intake;
  private final FilesConfig config;

  UploadRoute(FormRoute forms, Uploader uploader, FileIntake intake, FilesConfig config) {
    this.forms = forms;
    this.uploader = uploader;
    this.intake = intake;
    this.config = config;
  }

  void register(@Observes Router router) {
    var door =
        new FormRoute.Door(
            "/attachments",
            "heliograph-uploads",
            config.maxBytes(),
            "split it, or reduce the pictures in it");
    forms.open(router, door, this);
  }

  @Override
  public void admit(RoutingContext ctx, Viewer viewer) {
    Desk.demand(viewer);
  }

  @Override
  public Intake take(RoutingContext ctx, Viewer viewer, FormRoute.Brought file) throws IOException {
    var owner = Uploader.owner(viewer, file.organisation());
    return intake.take(owner, file.name(), Files.readAllBytes(file.content()));
  }

  @Override
  public void answer(RoutingContext ctx, Intake taken) {
    uploader.answer(ctx, taken, 201);
  }
}
