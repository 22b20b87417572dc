package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.BooleanSupplier;

/** What is done about a server that dies while nobody stopped it. */
enum Supervision {
  /** Tell the user and end: a stack without one of its parts would only look alive. */
  END,
  /**
   * Start it again, for fault tests: they kill a server by its pid file and see it come back. While
   * a file of the server's name lies in the stack's {@code hold} directory it stays down, so that a
   * test decides how long.
   */
  RESTART;

  private static final long POLL_MILLIS = 200;

  /** Watches until {@code done}. */
  void watch(Stack stack, Layout layout, BooleanSupplier done)
      throws IOException, InterruptedException {
    while (!done.getAsBoolean()) {
      for (Child dead : stack.dead()) {
        switch (this) {
          case END -> throw dead.obituary("unexpectedly", layout);
          case RESTART -> {
            if (!Files.exists(layout.hold(dead.kind().key))) {
              stack.start(dead.server());
            }
          }
        }
      }
      Thread.sleep(POLL_MILLIS);
    }
  }
}
