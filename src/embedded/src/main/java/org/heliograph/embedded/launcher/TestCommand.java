package org.heliograph.embedded.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * {@code test}: a stack of its own on other ports, with an empty database and empty indices
 * (Keycloak keeps its data), then the tests of the launcher and {@code mvn verify} of the service
 * against it. Returns Maven's exit code.
 *
 * <p>With Maven arguments the launcher's own tests are left out: {@code -Dtest=…} names tests of
 * the service.
 */
final class TestCommand {

  private static final List<ServerKind> KINDS =
      List.of(ServerKind.POSTGRES, ServerKind.ELASTICSEARCH, ServerKind.KEYCLOAK);

  private final Layout layout;
  private final CommandLine commandLine;
  private final Progress progress;

  TestCommand(Layout layout, CommandLine commandLine, Progress progress) {
    this.layout = layout.forTests();
    this.commandLine = commandLine;
    this.progress = progress;
  }

  int run() throws IOException, InterruptedException {
    requireNode();
    Ports ports = Ports.of(Map.of(), System.getenv(), Ports.FOR_TESTS);
    try (StackSession session = StackSession.open(layout, ports, KINDS, progress)) {
      Secrets secrets = Secrets.in(layout.stack());
      Layout.deleteTree(layout.data("postgres"));
      Layout.deleteTree(layout.data("elasticsearch"));
      Layout.deleteTree(layout.data("files"));
      progress.say("Starting PostgreSQL, Elasticsearch and Keycloak for the tests");
      session
          .stack()
          .start(
              List.of(
                  new Postgres(layout, ports.postgres(), secrets),
                  new Elasticsearch(layout, ports.elasticsearch()),
                  new Keycloak(layout, ports, secrets, progress)));
      Map<String, String> environment = ServiceEnvironment.forTests(layout, ports, secrets);
      ServiceEnvironment.write(environment, layout.environmentFile());
      return runTests(session.stack(), environment);
    }
  }

  private int runTests(Stack stack, Map<String, String> environment)
      throws IOException, InterruptedException {
    CompletableFuture<Integer> tests = Background.run(() -> runMaven(environment));
    Supervision.RESTART.watch(stack, layout, tests::isDone);
    return Background.await(tests);
  }

  private int runMaven(Map<String, String> environment) throws IOException, InterruptedException {
    if (commandLine.rest().isEmpty()) {
      progress.say("Testing the launcher, Elasticsearch's analysis and the Keycloak realm");
      // No "verify": it would package anew the jars that the running launcher was loaded from.
      int exit =
          maven(
              layout.checkout().resolve("src/embedded"),
              List.of("test", "failsafe:integration-test", "failsafe:verify"),
              environment);
      if (exit != 0) {
        progress.say("The launcher's tests failed");
        return exit;
      }
    }
    progress.say("Testing the service");
    List<String> goals = new ArrayList<>(List.of("verify"));
    goals.addAll(commandLine.rest());
    int exit = maven(layout.checkout(), goals, environment);
    progress.say(
        exit == 0 ? "Every test passed" : "Tests failed (Maven ended with %d)".formatted(exit));
    return exit;
  }

  private static int maven(Path directory, List<String> goals, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(System.getenv().getOrDefault("HELIOGRAPH_MVN", "mvn"), "-B", "-ntp"));
    command.addAll(goals);
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).inheritIO();
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return Processes.runToEnd(builder);
  }

  /**
   * The audit of GraphQL over HTTP runs on Node; where tests must not be skipped, its absence is an
   * error.
   */
  private static void requireNode() {
    if (!"true".equals(System.getenv("CI"))) {
      return;
    }
    for (String program : List.of("node", "npm")) {
      if (!onPath(program)) {
        throw new Refusal(
            "%s is not on the PATH and CI=true allows no test to be skipped: install Node.js 20 or newer with npm."
                .formatted(program));
      }
    }
  }

  private static boolean onPath(String program) {
    for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return false;
  }
}
