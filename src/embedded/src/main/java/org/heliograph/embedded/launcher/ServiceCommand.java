package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs a command of the service's jar ({@code import}, {@code reindex}, {@code migrate} …) against
 * the running stack, or else against PostgreSQL and Elasticsearch started for it and stopped after
 * it. Keycloak has no part in these commands.
 */
final class ServiceCommand {

  private static final Set<String> BRIEF =
      Set.of("publish", "withdraw", "migrate", "audit", "help");

  /** Commands that ask no server for anything. */
  private static final Set<String> ALONE = Set.of("privacy", "relevance");

  private static final List<ServerKind> KINDS =
      List.of(ServerKind.POSTGRES, ServerKind.ELASTICSEARCH);

  private final Layout layout;
  private final CommandLine commandLine;
  private final Progress progress;

  ServiceCommand(Layout layout, CommandLine commandLine, Progress progress) {
    this.layout = layout;
    this.commandLine = commandLine;
    this.progress = progress;
  }

  int run() throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(commandLine.command()));
    words.addAll(commandLine.rest());
    if (words.getFirst().equals("relevance")) {
      // given first, so that the caller's own come later and win
      words.addAll(1, whereToMeasure());
    }
    if (ALONE.contains(words.getFirst())) {
      return execute(layout, words, Map.of());
    }
    if (Ownership.holder(layout).isPresent()) {
      return execute(layout, words, ServiceEnvironment.read(layout.environmentFile()));
    }
    Ports ports = Ports.of(Map.of(), System.getenv(), Ports.DEFAULTS);
    try (StackSession session = StackSession.open(layout, ports, KINDS, progress)) {
      Secrets secrets = Secrets.in(layout.stack());
      progress.say("Starting PostgreSQL and Elasticsearch");
      session
          .stack()
          .start(
              List.of(
                  new Postgres(layout, ports.postgres(), secrets),
                  new Elasticsearch(layout, ports.elasticsearch())));
      return execute(layout, words, ServiceEnvironment.of(layout, ports, secrets));
    }
  }

  private List<String> whereToMeasure() {
    Ports ports = Ports.of(Map.of(), System.getenv(), Ports.DEFAULTS);
    return List.of(
        "--url",
        "http://localhost:" + ports.service() + "/graphql",
        "--sets",
        layout.checkout().resolve("src/bench/relevance").toString());
  }

  /** Runs {@code words} in the service's jar with this terminal, and returns its exit code. */
  static int execute(Layout layout, List<String> words, Map<String, String> environment)
      throws IOException, InterruptedException {
    boolean brief = BRIEF.contains(words.getFirst());
    ProcessBuilder builder =
        Service.command(layout, brief ? Service.SHORT_LIVED : List.of(), words, environment)
            .inheritIO();
    return Processes.runToEnd(builder);
  }
}
