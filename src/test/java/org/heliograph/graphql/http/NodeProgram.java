package org.heliograph.graphql.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the programs of {@code src/test/node} with their packages installed below {@code target}.
 */
final class NodeProgram {
  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final Path HOME = Path.of("target", "node");
  private static final int PATIENCE_SECONDS = 180;

  private NodeProgram() {}

  /** What the program prints. */
  static String run(String program, String... arguments) throws Exception {
    install();
    return execute(Stream.concat(Stream.of("node", program), Stream.of(arguments)).toList());
  }

  private static void install() throws Exception {
    Files.createDirectories(HOME);
    try (Stream<Path> sources = Files.list(SOURCES)) {
      for (Path source : sources.toList()) {
        Files.copy(source, HOME.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!Files.isDirectory(HOME.resolve("node_modules/graphql-http"))) {
      execute(List.of("npm", "install", "--no-package-lock", "--no-audit", "--no-fund"));
    }
  }

  private static String execute(List<String> command) throws Exception {
    Path output = Files.createTempFile(HOME, "output", ".txt");
    Path errors = Files.createTempFile(HOME, "errors", ".txt");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(HOME.toFile())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
    } catch (IOException e) {
      throw new AssertionError(
          "This test needs Node.js 20 or newer with npm: '%s' was not found. Install it (Debian: apt-get install nodejs npm)."
              .formatted(command.get(0)),
          e);
    }
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError(
            String.join(" ", command) + " failed: " + Files.readString(errors));
      }
      return Files.readString(output);
    } finally {
      process.destroyForcibly();
      Files.delete(output);
      Files.delete(errors);
    }
  }
}
