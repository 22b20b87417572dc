package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The copy of the built service that {@code run} starts. A build empties {@code target/quarkus-app}
 * while it works, and a service that ran from there would lose the classes it has not loaded yet.
 */
final class ServiceCopy {

  private final Path built;
  private final Path copy;

  ServiceCopy(Layout layout) {
    this.built = layout.serviceDirectory();
    this.copy = layout.stack().resolve("service");
  }

  Path jar() {
    return copy.resolve("quarkus-run.jar");
  }

  /** Copies what was built unless the copy is of it already. */
  void bringUpToDate() throws IOException {
    List<Path> files = files();
    String state = files.stream().map(this::state).collect(Collectors.joining("\n"));
    Path remembered = copy.resolve("copied");
    if (Files.exists(remembered) && Files.readString(remembered).equals(state)) {
      return;
    }
    Layout.deleteTree(copy);
    for (Path file : files) {
      Path target = copy.resolve(built.relativize(file));
      Files.createDirectories(target.getParent());
      Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.writeString(remembered, state);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(built)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private String state(Path file) {
    try {
      return built.relativize(file)
          + " "
          + Files.size(file)
          + " "
          + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
