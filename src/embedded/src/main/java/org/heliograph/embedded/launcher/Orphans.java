package org.heliograph.embedded.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ends what a killed launcher left behind, found by its pid files and never by name. */
final class Orphans {

  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Layout layout;

  Orphans(Layout layout) {
    this.layout = layout;
  }

  /** The titles of the servers that had been left running. */
  List<String> cleanUp() {
    List<String> ended = new ArrayList<>();
    // The service first, as in an ordinary stop.
    for (ServerKind kind : List.of(ServerKind.values()).reversed()) {
      PidFile pidFile = layout.pidFile(kind.key);
      pidFile
          .owner()
          .ifPresent(process -> {
            Processes.stop(process, kind.stop, GRACE);
            ended.add(kind.title);
          });
      pidFile.delete();
    }
    return ended;
  }
}
