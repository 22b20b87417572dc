package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One launcher for each stack. The lock is the operating system's and ends with the process,
 * however that ends; the pid file beside it tells others whom to ask to stop.
 */
final class Ownership implements AutoCloseable {

  private static final String LAUNCHER = "launcher";

  private final FileChannel channel;
  private final FileLock lock;
  private final PidFile pidFile;

  private Ownership(FileChannel channel, FileLock lock, PidFile pidFile) {
    this.channel = channel;
    this.lock = lock;
    this.pidFile = pidFile;
  }

  static Ownership take(Layout layout) throws IOException {
    Path file = Files.createDirectories(layout.stack()).resolve("lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new Refusal(
          "Heliograph already runs in this checkout%s: use it, or stop it with ./heliograph stop."
              .formatted(
                  holder(layout).map(process -> " (process " + process.pid() + ")").orElse("")));
    }
    PidFile pidFile = layout.pidFile(LAUNCHER);
    pidFile.write(ProcessHandle.current(), layout.checkout().toString());
    return new Ownership(channel, lock, pidFile);
  }

  /** The launcher that runs this stack now. */
  static Optional<ProcessHandle> holder(Layout layout) {
    return layout.pidFile(LAUNCHER).owner();
  }

  @Override
  public void close() throws IOException {
    pidFile.delete();
    lock.release();
    channel.close();
  }
}
