package org.heliograph.importing;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.heliograph.shared.RecordKind;

/** Imports files of every kind. */
@ApplicationScoped
public class Importer {
  private final List<ImportKind<?>> kinds;
  private final RunLedger ledger;

  public Importer(@All List<ImportKind<?>> kinds, RunLedger ledger) {
    this.kinds = kinds;
    this.ledger = ledger;
  }

  /** The words that name what can be imported. */
  public Set<String> words() {
    var words = new TreeSet<String>();
    kinds.forEach(kind -> words.add(kind.word()));
    return words;
  }

  /** The files in the order in which they have to be imported. */
  public List<Path> inOrder(String word, List<Path> files) throws IOException {
    return of(word).getFirst().inOrder(files);
  }

  /** Imports one file, or goes on where an interrupted import of it stopped. */
  public ImportResult run(
      String word, Path file, ImportOptions options, ErrorReport report, Consumer<String> say)
      throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new ImportRefused("%s cannot be read: check the name and its rights".formatted(file));
    }
    return run(
        form(word, file),
        file,
        options,
        run -> {
          if (run.rowsDone() > 0) {
            say.accept(
                "an earlier import of this file was interrupted after %,d rows: it goes on from there"
                    .formatted(run.rowsDone()));
          }
          return new TerminalWatch(file, report, say);
        });
  }

  /** The same for what an organisation brings by itself, followed by a watch. */
  public ImportResult run(String word, Path file, ImportOptions options, ImportWatch watch)
      throws IOException {
    return run(own(word), file, options, run -> watch);
  }

  private <T> ImportResult run(
      ImportKind<T> kind,
      Path file,
      ImportOptions options,
      Function<RunLedger.Run, ImportWatch> watch)
      throws IOException {
    RunLedger.Run run =
        options.dryRun()
            ? new RunLedger.Run(0, 0, 0, 0, 0)
            : ledger.open(kind.word(), file.getFileName().toString(), digest(file), options.text());
    return new ImportRun<>(kind, file, options, ledger, run, watch.apply(run)).toEnd();
  }

  /**
   * Writes the rows of a file of which something is wrong, with what it is.
   *
   * @param reasons what is wrong with rows behind a given one, some at a time, by their numbers
   */
  public void writeRefused(
      String word, Path file, LongFunction<NavigableMap<Long, String>> reasons, OutputStream out)
      throws IOException {
    try (RowSource rows = RowSource.open(file, own(word).columns())) {
      RefusedRows.write(rows, reasons, out);
    }
  }

  /** The kinds of records that organisations write, by the words that name them. */
  public Map<String, RecordKind> ownWords() {
    var words = new TreeMap<String, RecordKind>();
    for (ImportKind<?> kind : kinds) {
      if (isOwn(kind) && kind instanceof RecordImport<?> records) {
        words.put(kind.word(), records.type().kind());
      }
    }
    return words;
  }

  /**
   * Whether an organisation may bring it by itself: not the lists of a whole county, which name
   * departments and make them, nor statutes.
   */
  private static boolean isOwn(ImportKind<?> kind) {
    return kind instanceof RecordImport<?> records
        && records.template().isPresent()
        && records.type().kind() != RecordKind.STATUTE_ARTICLE;
  }

  private ImportKind<?> own(String word) {
    return of(word).stream()
        .filter(Importer::isOwn)
        .findFirst()
        .orElseThrow(() -> new ImportRefused(word + " are brought by the operator"));
  }

  private List<ImportKind<?>> of(String word) {
    var named = kinds.stream().filter(kind -> kind.word().equals(word)).toList();
    if (named.isEmpty()) {
      throw new ImportRefused(
          "\"%s\" is nothing that can be imported: choose one of %s"
              .formatted(word, String.join(", ", words())));
    }
    return named;
  }

  private ImportKind<?> form(String word, Path file) throws IOException {
    var named = of(word);
    if (named.size() == 1) {
      return named.getFirst();
    }
    Set<String> names = RowSource.firstNames(file);
    return named.stream()
        .filter(kind -> kind.recognises(names))
        .findFirst()
        .orElseThrow(() ->
            new ImportRefused(
                ImportRefused.Code.EMPTY,
                "%s has no rows of %s".formatted(file.getFileName(), word)));
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      byte[] part = new byte[1 << 16];
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        digest.update(part, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
