package org.heliograph.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that lie only while their process lives; what -9 leaves is in KilledUploadIT. */
class ScratchTest {
  @TempDir Path directory;

  private Scratch scratch() {
    return new Scratch(() -> Optional.of(directory));
  }

  private Path root() throws IOException {
    try (var all = Files.list(directory)) {
      List<Path> roots = all.toList();
      assertEquals(1, roots.size());
      return roots.getFirst();
    }
  }

  @Test
  void nobody_else_reads_them() throws IOException {
    Path jobs = scratch().directory("jobs");
    for (Path each : List.of(jobs, jobs.resolve("..").normalize(), root())) {
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
    }
  }

  @Test
  void the_directory_of_a_living_process_stays_and_what_nobody_holds_goes() throws IOException {
    Scratch mine = scratch();
    Path job = Files.writeString(mine.directory("jobs").resolve("job-1.csv"), "rows");
    Path left = root().resolve("process-left");
    Files.createDirectories(left.resolve("jobs"));
    Files.writeString(left.resolve(".held"), "");
    Files.writeString(left.resolve("jobs/job-2.csv"), "rows");
    Files.createDirectories(root().resolve("process-unlocked"));
    mine.clear();
    assertTrue(Files.exists(job));
    assertFalse(Files.exists(left));
    assertFalse(Files.exists(root().resolve("process-unlocked")));
    // another of this process finds it held
    scratch().clear();
    assertTrue(Files.exists(job));
  }

  @Test
  void a_process_that_ends_takes_its_files_along() throws IOException {
    Scratch mine = scratch();
    Path job = Files.writeString(mine.directory("jobs").resolve("job-1.csv"), "rows");
    mine.release();
    assertFalse(Files.exists(job.resolve("../..").normalize()));
  }

  @Test
  void a_link_in_its_place_is_refused() throws IOException {
    Path target = Files.createDirectory(directory.resolve("elsewhere"));
    Scratch mine = scratch();
    mine.directory("jobs");
    Path root;
    try (var all = Files.list(directory)) {
      root = all.filter(each -> !each.equals(target)).findFirst().orElseThrow();
    }
    mine.release();
    Files.delete(root.resolve(".gate"));
    Files.delete(root);
    Files.createSymbolicLink(root, target);
    var e = assertThrows(UncheckedIOException.class, () -> scratch().directory("jobs"));
    assertTrue(
        String.valueOf(e.getMessage()).contains("HELIOGRAPH_SCRATCH_DIRECTORY"), e::toString);
  }
}
