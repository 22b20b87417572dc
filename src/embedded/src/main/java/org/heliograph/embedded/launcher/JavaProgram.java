package org.heliograph.embedded.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the children that are Java programs begin their command lines. */
final class JavaProgram {

  private JavaProgram() {}

  /** The marker of {@link PidFile}, first among the arguments so that it is never cut off. */
  static String marker(Path directory) {
    return "-Dheliograph.stack=" + directory;
  }

  /**
   * A command line with nothing but the program, the marker and the collector: on a developer's few
   * cores, and heaps this small, the serial one leaves most for the work.
   */
  static List<String> command(Path directory) {
    return new ArrayList<>(List.of(Processes.java(), marker(directory), "-XX:+UseSerialGC"));
  }
}
