package org.heliograph.export.dump;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.heliograph.export.Export;
import org.heliograph.export.RecordExport;
import org.heliograph.record.RecordType;
import org.heliograph.store.ClusterLock;
import org.heliograph.visibility.Viewer;

/**
 * Writes what anonymous may see of every kind into a directory of its own and points {@code latest}
 * at it when it is complete. The dump before it is deleted: what was withdrawn since stands in it.
 */
@ApplicationScoped
public class PublicDump {
  /** The complete dump, whichever it is. */
  static final String LATEST = "latest";

  private static final String UNFINISHED = ".unfinished-";
  private static final String DUMP = "dump-";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final List<RecordExport<?, ?, ?, ?>> exports = new ArrayList<>();
  private final ClusterLock lock;
  private final Clock clock;

  PublicDump(@All List<Export> found, ClusterLock lock, Clock clock) {
    this.lock = lock;
    this.clock = clock;
    for (Export export : found) {
      if (export instanceof RecordExport<?, ?, ?, ?> records) {
        exports.add(records);
      }
    }
    exports.sort(Comparator.comparing(Export::word));
  }

  /** The kinds that a dump holds. */
  List<RecordType<?>> types() {
    var types = new ArrayList<RecordType<?>>();
    exports.forEach(export -> types.add(export.type()));
    return types;
  }

  /** The instant as of which the complete dump was written; empty where there is none. */
  static Optional<Instant> writtenAt(Path directory) {
    try {
      String name = String.valueOf(directory.resolve(LATEST).toRealPath().getFileName());
      return Optional.of(Instant.from(STAMP.parse(name.substring(DUMP.length()))));
    } catch (IOException | DateTimeException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** What was written. */
  public record Written(Path directory, List<Line> files) {}

  /** One file, for those who read of it. */
  public record Line(String name, long rows, long bytes) {}

  /**
   * Writes a dump below the directory; empty when another process is at it.
   *
   * @throws UncheckedIOException where nothing that was complete before is touched
   */
  public Optional<Written> write(Path directory) {
    var written = new AtomicReference<Optional<Written>>(Optional.empty());
    lock.alone(
        "heliograph-dump",
        () -> {
          try {
            written.set(Optional.of(dump(directory)));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return written.get();
  }

  private Written dump(Path directory) throws IOException {
    Instant at = clock.instant();
    Files.createDirectories(directory);
    Path unfinished = Files.createTempDirectory(directory, UNFINISHED);
    var files = new ArrayList<DumpFile>();
    for (Export export : exports) {
      files.addAll(DumpWriter.write(export, Viewer.anonymous(at), unfinished));
    }
    DataPackage.write(unfinished, files, at);
    writeSums(unfinished, files);
    Path complete = directory.resolve(DUMP + STAMP.format(at));
    delete(complete);
    Files.move(unfinished, complete, StandardCopyOption.ATOMIC_MOVE);
    point(directory, complete);
    deleteOthers(directory, complete);
    return new Written(
        complete,
        files.stream().map(file -> new Line(file.name(), file.rows(), file.bytes())).toList());
  }

  /** In the form that {@code sha256sum -c} reads. */
  private static void writeSums(Path directory, List<DumpFile> files) throws IOException {
    var sums = new ArrayList<String>();
    for (DumpFile file : files) {
      sums.add(file.sha256() + "  " + file.name());
    }
    Files.write(directory.resolve("SHA256SUMS"), sums);
  }

  private static void point(Path directory, Path complete) throws IOException {
    Path link = directory.resolve(UNFINISHED + LATEST);
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, complete.getFileName());
    Files.move(
        link,
        directory.resolve(LATEST),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Also what a killed process left behind: nobody else writes while the lock is held. */
  private static void deleteOthers(Path directory, Path kept) throws IOException {
    try (var all = Files.list(directory)) {
      for (Path each : all.toList()) {
        String name = String.valueOf(each.getFileName());
        if (!each.equals(kept) && (name.startsWith(UNFINISHED) || name.startsWith(DUMP))) {
          delete(each);
        }
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (var all = Files.list(directory)) {
      for (Path each : all.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(directory);
  }
}
