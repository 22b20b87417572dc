package org.heliograph.embedded.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the servers into the shared runtime directory, each one completely or not at all. */
final class Archives {

  /**
   * Keycloak and PostgreSQL unpacked and built take 0.4 GB; the rest is room for the data of a
   * first start.
   */
  static final long FIRST_START_BYTES = 1_500L << 20;

  private final Path runtime;

  Archives(Path runtime) {
    this.runtime = runtime;
  }

  /** One archive's way into a directory that is empty at first. */
  interface Unpacking {
    void into(Path directory) throws IOException, InterruptedException;
  }

  /** The directory {@code runtime/name}, made by {@code unpacking} when it is not there yet. */
  Path require(String name, Unpacking unpacking) throws IOException, InterruptedException {
    Path ready = runtime.resolve(name);
    if (Files.isDirectory(ready)) {
      return ready;
    }
    Files.createDirectories(runtime);
    // Two launchers (run and test) may unpack at the same time: the second waits and then finds the
    // directory.
    Path lockFile = runtime.resolve(name + ".lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && !Files.isDirectory(ready)) {
        DiskSpace.require(runtime, FIRST_START_BYTES);
        Path partial = runtime.resolve(name + ".partial");
        Layout.deleteTree(partial);
        unpacking.into(Files.createDirectories(partial));
        Files.move(partial, ready);
      }
    }
    return ready;
  }

  /** Keycloak's distribution: one top directory, whose name is dropped. */
  static void unzipWithoutTop(Path zip, Path target) throws IOException {
    try (ZipInputStream in =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
        if (entry.isDirectory() || name.isEmpty()) {
          continue;
        }
        Path file = inside(target, name);
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
      }
    }
  }

  /** PostgreSQL's binaries: a jar that holds one compressed tar archive. */
  static void unpackTarInJar(Path jar, Path target) throws IOException {
    try (ZipInputStream outer =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
      for (ZipEntry entry = outer.getNextEntry(); entry != null; entry = outer.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          untar(new XZCompressorInputStream(outer), target);
          return;
        }
      }
    }
    throw new IOException("no .txz in " + jar);
  }

  private static void untar(InputStream compressed, Path target) throws IOException {
    TarArchiveInputStream in = new TarArchiveInputStream(compressed);
    for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      Path file = inside(target, entry.getName());
      if (entry.isDirectory()) {
        Files.createDirectories(file);
        continue;
      }
      Files.createDirectories(file.getParent());
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      } else {
        Files.copy(in, file);
        if ((entry.getMode() & 0100) != 0) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    }
  }

  private static Path inside(Path target, String name) throws IOException {
    Path file = target.resolve(name).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("archive entry outside its directory: " + name);
    }
    return file;
  }
}
