package org.heliograph.store;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files that this process works on and that nobody else may read: uploads on their way in, a list
 * while its rows are read, an error sheet while it is sent. Each process has a directory of its own
 * below a common one and holds a lock in it, which ends with the process however it ends; what lies
 * in a directory that nobody holds is deleted by the next look of any other process.
 */
@ApplicationScoped
public class Scratch {
  private static final String HELD = ".held";
  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");
  private static final FileAttribute<?> PRIVATE = PosixFilePermissions.asFileAttribute(OWN);

  private final ScratchConfig config;
  private @Nullable Held mine;

  /** A directory, and the file whose lock says that its process lives. */
  private record Held(Path directory, FileChannel lock) {}

  Scratch(ScratchConfig config) {
    this.config = config;
  }

  /** A directory of this process for files of one sort; it is made where there is none. */
  public synchronized Path directory(String sort) {
    try {
      Held held = mine;
      if (held == null || !Files.exists(held.directory())) {
        held = alone(this::take);
        mine = held;
      }
      Path directory = held.directory().resolve(sort);
      if (!Files.exists(directory)) {
        Files.createDirectory(directory, PRIVATE);
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no private directory can be made in %s: set HELIOGRAPH_SCRATCH_DIRECTORY to one that the service may write"
              .formatted(root()),
          e);
    }
  }

  /** Deletes what processes left behind that are no more. */
  public synchronized void clear() throws IOException {
    alone(root -> {
      clear(root);
      return root;
    });
  }

  private Path root() {
    String owner = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9_-]", "");
    return config
        .directory()
        .orElse(Path.of(System.getProperty("java.io.tmpdir")))
        .resolve("heliograph-scratch-" + owner);
  }

  private interface Work<T> {
    T in(Path root) throws IOException;
  }

  /**
   * While no other process makes or deletes a directory: one that is not locked yet has a maker.
   */
  private <T> T alone(Work<T> work) throws IOException {
    Path root = root();
    // somebody else's directory under that name, or a link to it, is refused here
    if (!Files.exists(root)) {
      Files.createDirectories(root.toAbsolutePath().getParent());
      Files.createDirectory(root, PRIVATE);
    } else if (Files.isSymbolicLink(root)) {
      throw new IOException(root + " is a link");
    }
    Files.setPosixFilePermissions(root, OWN);
    try (FileChannel gate = open(root.resolve(".gate"));
        FileLock lock = gate.lock()) {
      return work.in(root);
    }
  }

  private Held take(Path root) throws IOException {
    clear(root);
    Path directory = Files.createTempDirectory(root, "process-", PRIVATE);
    FileChannel channel = open(directory.resolve(HELD));
    channel.lock();
    return new Held(directory, channel);
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private void clear(Path root) throws IOException {
    Held held = mine;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(root, "process-*")) {
      for (Path each : all) {
        // to open one's own lock once more and close it would let go of it
        if ((held == null || !each.equals(held.directory())) && isLeft(each)) {
          delete(each);
        }
      }
    }
  }

  private static boolean isLeft(Path directory) throws IOException {
    Path held = directory.resolve(HELD);
    if (!Files.exists(held)) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(held, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // held by this very process
      return false;
    } catch (NoSuchFileException e) {
      return true;
    }
  }

  private static void delete(Path directory) throws IOException {
    List<Path> all;
    try (var walk = Files.walk(directory)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }

  @PreDestroy
  void release() throws IOException {
    Held held = mine;
    if (held != null) {
      mine = null;
      held.lock().close();
      delete(held.directory());
    }
  }
}
