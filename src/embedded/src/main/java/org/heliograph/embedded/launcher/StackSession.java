package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * A launcher's hold on its stack from the first check to the last process: nobody else runs it,
 * orphans are gone, ports are free, the disk has room; and whatever ends the launcher short of kill
 * -9 stops every process.
 */
final class StackSession implements AutoCloseable {

  private final Stack stack;
  private final Ownership ownership;
  private final Progress progress;
  private final Thread hook;
  private boolean closed;

  private StackSession(Stack stack, Ownership ownership, Progress progress) {
    this.stack = stack;
    this.ownership = ownership;
    this.progress = progress;
    this.hook = new Thread(this::stop, "stop-stack");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  static StackSession open(Layout layout, Ports ports, List<ServerKind> kinds, Progress progress)
      throws IOException {
    Ownership ownership = Ownership.take(layout);
    try {
      for (String orphan : new Orphans(layout).cleanUp()) {
        progress.say("Stopped %s, which a killed launcher had left running".formatted(orphan));
      }
      for (ServerKind kind : kinds) {
        ports.requireFree(kind);
      }
      DiskSpace.require(layout.stack(), DiskSpace.EVERY_START_BYTES);
      Layout.deleteTree(layout.stack().resolve("hold"));
      Files.createDirectories(layout.stack().resolve("logs"));
    } catch (IOException | RuntimeException e) {
      ownership.close();
      throw e;
    }
    return new StackSession(new Stack(layout, progress), ownership, progress);
  }

  Stack stack() {
    return stack;
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The virtual machine is going down and runs the hook itself.
    }
  }

  private synchronized void stop() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (stack.stop()) {
        progress.say("Everything is stopped");
      }
      ownership.close();
    } catch (IOException e) {
      System.err.println("heliograph: " + e);
    }
  }
}
