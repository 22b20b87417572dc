package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code stop} and {@code reset}: no process of this checkout is left, also none of the tests'
 * stack.
 */
final class StopCommand {

  /**
   * A launcher stops its children within seconds; this is for a first stop on a machine under load.
   */
  private static final Duration GRACE = Duration.ofSeconds(90);

  private final Layout layout;
  private final Progress progress;

  StopCommand(Layout layout, Progress progress) {
    this.layout = layout;
    this.progress = progress;
  }

  int stop() {
    boolean any = false;
    for (Layout each : List.of(layout, layout.forTests())) {
      any |= stop(each);
    }
    progress.say(any ? "Everything is stopped" : "Nothing was running");
    return 0;
  }

  int reset() throws IOException {
    stop();
    // The unpacked servers hold no data and cost a minute to make: they stay.
    if (Files.isDirectory(layout.stack())) {
      try (Stream<Path> entries = Files.list(layout.stack())) {
        entries.filter(entry -> !entry.equals(layout.runtime())).forEach(Layout::deleteTree);
      }
    }
    progress.say("All data in %s are deleted".formatted(layout.shown(layout.stack())));
    return 0;
  }

  private static boolean stop(Layout stack) {
    boolean any = false;
    var launcher = Ownership.holder(stack);
    if (launcher.isPresent()) {
      Processes.stop(launcher.get(), ServerKind.Stop.TERMINATE, GRACE);
      any = true;
    }
    return any | !new Orphans(stack).cleanUp().isEmpty();
  }
}
