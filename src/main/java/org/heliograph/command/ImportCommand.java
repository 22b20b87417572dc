package org.heliograph.command;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.heliograph.audit.Authority;
import org.heliograph.importing.ErrorReport;
import org.heliograph.importing.ImportOptions;
import org.heliograph.importing.ImportRefused;
import org.heliograph.importing.ImportResult;
import org.heliograph.importing.Importer;

/** {@code import}: files one after the other, with what became of each. */
@Dependent
class ImportCommand {
  /** The word for a directory that holds a file for each kind. */
  private static final String ALL = "all";

  /** What is named comes before what names it. */
  private static final List<String> ORDER =
      List.of(
          "regions",
          "organisations",
          "working-days",
          "statutes",
          "programmes",
          "expiry-rules",
          "power-items",
          "disclosures",
          "subsidy-beneficiaries",
          "case-outcomes");

  private static final List<String> EXTENSIONS = List.of(".jsonl", ".csv", ".xlsx");

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
      for (Piece piece : pieces(command)) {
        ImportResult result = importer.run(piece.kind(), piece.file(), options, report, say);
        say.accept(summary(piece.file(), result, command.dryRun()));
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

  /** A file and the kind of its rows. */
  private record Piece(String kind, Path file) {}

  private List<Piece> pieces(CommandLine.Import command) throws IOException {
    var pieces = new ArrayList<Piece>();
    if (!command.kind().equals(ALL)) {
      for (Path file : importer.inOrder(command.kind(), command.files())) {
        pieces.add(new Piece(command.kind(), file));
      }
      return pieces;
    }
    for (Path directory : command.files()) {
      for (String kind : ORDER) {
        for (String extension : EXTENSIONS) {
          Path file = directory.resolve(kind + extension);
          if (Files.exists(file)) {
            pieces.add(new Piece(kind, file));
          }
        }
      }
    }
    if (pieces.isEmpty()) {
      throw new ImportRefused(
          "there is no file to import: \"import all\" takes directories with files named like power-items.jsonl");
    }
    return pieces;
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
