package org.heliograph.command;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;
import org.heliograph.audit.Authority;
import org.heliograph.importing.ErrorReport;
import org.heliograph.importing.ImportOptions;
import org.heliograph.importing.ImportResult;
import org.heliograph.importing.Importer;

/** {@code import}: files one after the other, with what became of each. */
@Dependent
class ImportCommand {
  private final Importer importer;
  private final IndexWait index;
  private final Clock clock;

  ImportCommand(Importer importer, IndexWait index, Clock clock) {
    this.importer = importer;
    this.index = index;
    this.clock = clock;
  }

  Exit run(CommandLine.Import command) throws IOException, InterruptedException {
    Consumer<String> say = System.out::println;
    var options =
        new ImportOptions(
            new Authority(command.actor(), "OPERATOR", null, command.reason()),
            command.publish(),
            command.dryRun(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    long rejected = 0;
    try (var report = new ErrorReport(command.errors(), say)) {
      for (Path file : importer.inOrder(command.kind(), command.files())) {
        ImportResult result = importer.run(command.kind(), file, options, report, say);
        say.accept(summary(file, result, command.dryRun()));
        rejected += result.rejected();
      }
    }
    if (!command.dryRun()
        && !command.waitIndexed().isZero()
        && !index.await(command.waitIndexed(), say)) {
      return Exit.FAILED;
    }
    return rejected == 0 ? Exit.DONE : Exit.ROWS_REJECTED;
  }

  private static String summary(Path file, ImportResult result, boolean dryRun) {
    double seconds = Math.max(1, result.took().toMillis()) / 1000.0;
    String recovered =
        result.recovered() == 0
            ? ""
            : ". %,d rows that the interrupted run rejected would be taken now: import the file once more"
                .formatted(result.recovered());
    return String.format(
        Locale.ROOT,
        "%s%s: %,d rows in %.1f s (%,.0f rows/s): %,d new or changed, %,d unchanged, %,d rejected%s",
        dryRun ? "Dry run, nothing kept: " : "",
        file.getFileName(),
        result.rows(),
        seconds,
        (result.rows() - result.resumedAt()) / seconds,
        result.accepted(),
        result.unchanged(),
        result.rejected(),
        recovered);
  }
}
