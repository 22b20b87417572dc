package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things lie. Everything that a launcher writes stands under {@code .heliograph/}; the
 * unpacked servers are shared, the data belong to one stack: the one of {@code run} or, in {@code
 * .heliograph/test}, the one of the tests.
 *
 * @param checkout the root of the source tree
 * @param stack the directory of this stack's data, logs and pid files
 */
record Layout(Path checkout, Path stack) {

  static Layout ofCheckout(Path checkout) {
    return new Layout(checkout, checkout.resolve(".heliograph"));
  }

  Layout forTests() {
    return new Layout(checkout, checkout.resolve(".heliograph/test"));
  }

  /** Unpacked servers: big, without data, the same for every stack. */
  Path runtime() {
    return checkout.resolve(".heliograph/runtime");
  }

  Path build() {
    return checkout.resolve("src/embedded/target");
  }

  Path archive(String prefix) {
    return onlyChild(build().resolve("archives"), prefix);
  }

  Path elasticsearchHome() {
    return build().resolve("elasticsearch");
  }

  Path serviceDirectory() {
    return checkout.resolve("target/quarkus-app");
  }

  Path serviceJar() {
    return serviceDirectory().resolve("quarkus-run.jar");
  }

  List<Path> realmFiles() {
    return children(checkout.resolve("keycloak"))
        .filter(path -> path.toString().endsWith(".json"))
        .toList();
  }

  Path data(String server) {
    return stack.resolve(server);
  }

  Path log(String process) {
    return stack.resolve("logs").resolve(process + ".log");
  }

  PidFile pidFile(String process) {
    return new PidFile(stack.resolve("run").resolve(process + ".pid"));
  }

  /**
   * While this file exists, a server that died is not started again: see {@link
   * Supervision#RESTART}.
   */
  Path hold(String server) {
    return stack.resolve("hold").resolve(server);
  }

  /** The stack's addresses and passwords as shell variables; there while a launcher runs it. */
  Path environmentFile() {
    return stack.resolve("environment");
  }

  /** How a message names a path: from the checkout's root. */
  String shown(Path path) {
    return path.startsWith(checkout) ? checkout.relativize(path).toString() : path.toString();
  }

  static void deleteTree(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + root, e);
    }
  }

  private static Path onlyChild(Path directory, String prefix) {
    return children(directory)
        .filter(path -> path.getFileName().toString().startsWith(prefix))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                "No %s* in %s: delete src/embedded/target and start again."
                    .formatted(prefix, directory)));
  }

  private static Stream<Path> children(Path directory) {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
  }
}
