package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code services}: PostgreSQL, Elasticsearch and Keycloak alone, for work on the service in
 * Quarkus's dev mode.
 */
final class ServicesCommand {

  private static final List<ServerKind> KINDS =
      List.of(ServerKind.POSTGRES, ServerKind.ELASTICSEARCH, ServerKind.KEYCLOAK);

  private final Layout layout;
  private final CommandLine commandLine;
  private final Progress progress;

  ServicesCommand(Layout layout, CommandLine commandLine, Progress progress) {
    this.layout = layout;
    this.commandLine = commandLine;
    this.progress = progress;
  }

  int run() throws IOException, InterruptedException {
    Ports ports = Ports.of(commandLine.flags(), System.getenv(), Ports.DEFAULTS);
    try (StackSession session = StackSession.open(layout, ports, KINDS, progress)) {
      Secrets secrets = Secrets.in(layout.stack());
      Map<String, String> environment = ServiceEnvironment.of(layout, ports, secrets);
      Path file = ServiceEnvironment.write(environment, layout.environmentFile());
      progress.say("Starting PostgreSQL, Elasticsearch and Keycloak");
      session
          .stack()
          .start(
              List.of(
                  new Postgres(layout, ports.postgres(), secrets),
                  new Elasticsearch(layout, ports.elasticsearch()),
                  new Keycloak(layout, ports, secrets, progress)));
      progress.say(
          "Ready. In another terminal:  . %s && mvn quarkus:dev     Ctrl-C stops the servers."
              .formatted(layout.shown(file)));
      Supervision.END.watch(session.stack(), layout, () -> false);
      return 0;
    }
  }
}
