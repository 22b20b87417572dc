package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a process across launchers: its pid, when it started and a marker that its command line
 * contains.
 *
 * <p>A pid alone proves nothing: after a crash or a reboot it may belong to anybody. {@link
 * #owner()} therefore answers only with a process that started when ours did and, where the system
 * shows command lines, carries our marker.
 */
final class PidFile {

  /** Systems derive a start time from the boot time, which a clock adjustment moves a little. */
  private static final Duration CLOCK_ADJUSTMENT = Duration.ofSeconds(2);

  private final Path file;

  PidFile(Path file) {
    this.file = file;
  }

  /**
   * @param marker must stand near the beginning of the command line: systems show no more than a
   *     few thousand characters
   */
  void write(ProcessHandle process, String marker) {
    Instant started = process.info().startInstant().orElse(Instant.EPOCH);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.write(fresh, List.of(Long.toString(process.pid()), started.toString(), marker));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /**
   * The process this file was written for, if it still runs; never a foreign one that has taken
   * over its pid.
   */
  Optional<ProcessHandle> owner() {
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() < 3) {
        return Optional.empty();
      }
      Instant started = Instant.parse(lines.get(1));
      String marker = lines.get(2);
      return ProcessHandle.of(Long.parseLong(lines.get(0)))
          .filter(ProcessHandle::isAlive)
          .filter(process -> startedAt(process, started))
          .filter(process ->
              process.info().commandLine().map(line -> line.contains(marker)).orElse(true));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }

  private static boolean startedAt(ProcessHandle process, Instant expected) {
    return process
        .info()
        .startInstant()
        .map(actual -> Duration.between(actual, expected).abs().compareTo(CLOCK_ADJUSTMENT) <= 0)
        .orElse(false);
  }
}
