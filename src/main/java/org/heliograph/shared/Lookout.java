package org.heliograph.shared;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A thread of its own that looks for work, and again after a pause, until it is closed. */
public final class Lookout implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final ScheduledExecutorService thread;

  /**
   * Begins after the first pause.
   *
   * @param look throws nothing: what it threw would end the looking
   */
  public Lookout(String name, Duration pause, Runnable look) {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon(true).factory());
    thread.scheduleWithFixedDelay(look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits some seconds for the look that is under way. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
