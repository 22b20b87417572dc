package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** {@code run}: the whole of Heliograph with a sample county, until Ctrl-C. */
final class RunCommand {

  private final Layout layout;
  private final CommandLine commandLine;
  private final Progress progress;

  RunCommand(Layout layout, CommandLine commandLine, Progress progress) {
    this.layout = layout;
    this.commandLine = commandLine;
    this.progress = progress;
  }

  int run() throws IOException, InterruptedException {
    Ports ports = Ports.of(commandLine.flags(), System.getenv(), Ports.DEFAULTS);
    Sample sample = Sample.of(commandLine, layout);
    try (StackSession session =
        StackSession.open(layout, ports, List.of(ServerKind.values()), progress)) {
      if (commandLine.has("--fresh")) {
        Layout.deleteTree(layout.data("postgres"));
        Layout.deleteTree(layout.data("elasticsearch"));
        Layout.deleteTree(layout.data("files"));
        sample.forget();
      }
      sample.requireLoadable();
      Secrets secrets = Secrets.in(layout.stack());
      Map<String, String> environment = ServiceEnvironment.of(layout, ports, secrets);
      ServiceEnvironment.write(environment, layout.environmentFile());
      progress.say("Starting PostgreSQL, Elasticsearch and Keycloak");
      start(session.stack(), ports, secrets, environment, sample);
      Welcome.print(System.out, ports);
      Supervision.END.watch(session.stack(), layout, () -> false);
      return 0;
    }
  }

  /**
   * The service and its sample need no Keycloak, which takes the longest: they go on while it
   * starts.
   */
  private void start(
      Stack stack, Ports ports, Secrets secrets, Map<String, String> environment, Sample sample)
      throws IOException, InterruptedException {
    CompletableFuture<Server> keycloak =
        Background.run(() -> stack.start(new Keycloak(layout, ports, secrets, progress)));
    stack.start(
        List.of(
            new Postgres(layout, ports.postgres(), secrets),
            new Elasticsearch(layout, ports.elasticsearch())));
    stack.start(new Service(layout, ports.service(), environment));
    sample.load(environment, progress);
    Background.await(keycloak);
  }
}
