package org.heliograph.command;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.heliograph.search.IndexCatalog;
import org.heliograph.shared.RecordKind;

/** {@code reindex}: builds indices anew beside those that serve. */
@Dependent
class ReindexCommand {
  private static final long LOOK_EVERY_SECONDS = 1;
  private final IndexCatalog catalog;

  ReindexCommand(IndexCatalog catalog) {
    this.catalog = catalog;
  }

  Exit run(CommandLine.Reindex command) throws InterruptedException {
    Optional<String> wanted = command.kind();
    List<RecordKind> kinds =
        catalog.kinds().stream()
            .filter(kind -> wanted.isEmpty() || kind.slug().equals(wanted.get()))
            .toList();
    if (kinds.isEmpty()) {
      System.err.println("heliograph: there is no such kind: " + known());
      return Exit.MISUNDERSTOOD;
    }
    for (RecordKind kind : kinds) {
      long began = System.nanoTime();
      long records = reindex(kind);
      System.out.printf(
          Locale.ROOT,
          "%s: %,d records in %.1f s%n",
          kind.slug(),
          records,
          (System.nanoTime() - began) / 1e9);
    }
    return Exit.DONE;
  }

  private long reindex(RecordKind kind) throws InterruptedException {
    boolean told = false;
    while (true) {
      OptionalLong read = catalog.reindex(kind);
      if (read.isPresent()) {
        return read.getAsLong();
      }
      if (!told) {
        System.out.println("Another process is building indices: waiting for it");
        told = true;
      }
      TimeUnit.SECONDS.sleep(LOOK_EVERY_SECONDS);
    }
  }

  private String known() {
    return String.join(", ", catalog.kinds().stream().map(RecordKind::slug).toList());
  }
}
