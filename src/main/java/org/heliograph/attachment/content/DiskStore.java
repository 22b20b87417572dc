package org.heliograph.attachment.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/**
 * A directory, which pods may share. A content is written under another name, synced, and then
 * renamed: what has its name is whole.
 */
final class DiskStore implements ContentStore {
  private final Path root;

  DiskStore(Path root) {
    this.root = root;
  }

  @Override
  public void put(String digest, byte[] content) throws IOException {
    Path path = path(digest);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    Path part = path.resolveSibling(digest + "." + UUID.randomUUID() + ".part");
    try {
      try (var channel =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        var bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  @Override
  public boolean holds(String digest) {
    return Files.exists(path(digest));
  }

  @Override
  public InputStream open(String digest, long from, long length) throws IOException {
    var channel = FileChannel.open(path(digest), StandardOpenOption.READ);
    channel.position(from);
    return new Part(Channels.newInputStream(channel), length);
  }

  @Override
  public void delete(String digest) throws IOException {
    Files.deleteIfExists(path(digest));
    // what a process left that was killed while it wrote
    Path directory = Objects.requireNonNull(path(digest).getParent());
    if (Files.isDirectory(directory)) {
      try (var parts = Files.newDirectoryStream(directory, digest + ".*.part")) {
        for (Path part : parts) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private Path path(String digest) {
    if (!digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("no digest");
    }
    return root.resolve(digest.substring(0, 2)).resolve(digest.substring(2, 4)).resolve(digest);
  }
}
