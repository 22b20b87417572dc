package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.time.Duration;

/**
 * One server of the stack: how it is prepared, started and found ready. Watching and stopping are
 * the stack's work.
 */
interface Server {

  ServerKind kind();

  /**
   * Unpacks, initialises, builds: whatever must be there before the process; quick when it is there
   * already.
   */
  void prepare() throws IOException, InterruptedException;

  ProcessSpec process() throws IOException;

  /**
   * Asked again and again while the process lives; must answer within a few seconds and never throw
   * for "not yet".
   */
  boolean isReady();

  /** What has to be put into the running server before it is announced; must be safe to repeat. */
  default void equip() throws IOException {}

  /** How long a slow machine may take. */
  Duration patience();
}
