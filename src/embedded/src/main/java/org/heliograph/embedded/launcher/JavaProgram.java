package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How the children that are Java programs begin their command lines. */
final class JavaProgram {

  private static final int MAGIC_NUMBER_BYTES = 4;

  private JavaProgram() {}

  /** The marker of {@link PidFile}, first among the arguments so that it is never cut off. */
  static String marker(Path directory) {
    return "-Dheliograph.stack=" + directory;
  }

  /** A command line with nothing but the program and the marker. */
  static List<String> command(Path directory) {
    return new ArrayList<>(List.of(Processes.java(), marker(directory)));
  }

  /**
   * The same for a server, with an archive of its loaded classes, which the virtual machine writes
   * when it first ends and checks against its version and class path ever after: Elasticsearch then
   * starts with half the work, Keycloak with three quarters. The price is paid once, by the first
   * stop, which takes some seconds longer.
   */
  static List<String> withClassArchive(Layout layout, ServerKind kind) throws IOException {
    Path archive =
        Files.createDirectories(layout.runtime().resolve("classes")).resolve(kind.key + ".jsa");
    deleteUnfinished(archive);
    List<String> command = command(layout.data(kind.key));
    command.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive));
    return command;
  }

  /**
   * The virtual machine writes an archive's head last. One that was killed while writing leaves
   * zeros there, which later virtual machines would refuse without writing the archive anew.
   */
  private static void deleteUnfinished(Path archive) throws IOException {
    if (!Files.exists(archive)) {
      return;
    }
    try (InputStream in = Files.newInputStream(archive)) {
      if (Arrays.equals(in.readNBytes(MAGIC_NUMBER_BYTES), new byte[MAGIC_NUMBER_BYTES])) {
        Files.delete(archive);
      }
    }
  }
}
