package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * An archive of a server's loaded classes, which the virtual machine writes when it first ends:
 * from then on Elasticsearch starts with half the work and Keycloak with three quarters. The price
 * is paid once, by the first stop, which takes some seconds longer.
 *
 * <p>The virtual machine refuses an archive of another class path without replacing it, so the name
 * tells the class path.
 */
final class ClassArchive {

  private static final int MAGIC_NUMBER_BYTES = 4;

  private final Path directory;
  private final String server;

  ClassArchive(Layout layout, ServerKind kind) {
    this.directory = layout.runtime().resolve("classes");
    this.server = kind.key;
  }

  /**
   * The virtual machine's options for this class path, after the archives that no longer serve are
   * gone.
   */
  List<String> options(List<Path> classPath) throws IOException {
    Files.createDirectories(directory);
    Path archive = archive(classPath);
    try (Stream<Path> all = Files.list(directory)) {
      for (Path other :
          all.filter(path -> path.getFileName().toString().startsWith(server + "-")).toList()) {
        if (!other.equals(archive) || isUnfinished(other)) {
          Files.delete(other);
        }
      }
    }
    return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);
  }

  /** The options of a process beside the server, which uses its archive if there is one already. */
  List<String> readOnly(List<Path> classPath) throws IOException {
    Path archive = archive(classPath);
    return Files.exists(archive) && !isUnfinished(archive)
        ? List.of("-XX:SharedArchiveFile=" + archive)
        : List.of();
  }

  private Path archive(List<Path> classPath) throws IOException {
    return directory.resolve(server + "-" + fingerprint(classPath) + ".jsa");
  }

  private static String fingerprint(List<Path> classPath) throws IOException {
    StringBuilder text = new StringBuilder(System.getProperty("java.vm.version"));
    for (Path jar : classPath) {
      text.append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar).toMillis());
    }
    return Integer.toHexString(text.toString().hashCode());
  }

  /**
   * An archive's head is written last. One whose writer was killed has zeros there, and no virtual
   * machine would use or replace it.
   */
  private static boolean isUnfinished(Path archive) throws IOException {
    try (InputStream in = Files.newInputStream(archive)) {
      return Arrays.equals(in.readNBytes(MAGIC_NUMBER_BYTES), new byte[MAGIC_NUMBER_BYTES]);
    }
  }
}
