package org.heliograph.command;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.function.Consumer;
import org.heliograph.outbox.Backlog;

/** Waits until the index has followed everything that is due. */
@Dependent
class IndexWait {
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration SAY_EVERY = Duration.ofSeconds(2);

  /** What has been written is found after the next refresh, which comes sooner than this. */
  private static final Duration REFRESH = Duration.ofMillis(1_500);

  private final Backlog backlog;

  IndexWait(Backlog backlog) {
    this.backlog = backlog;
  }

  /** False, with a sentence, when the time was not enough. */
  boolean await(Duration patience, Consumer<String> say) throws InterruptedException {
    long began = System.nanoTime();
    long lastSaid = began;
    for (Backlog.Due due = backlog.due(); due.records() > 0; due = backlog.due()) {
      long now = System.nanoTime();
      if (now - began > patience.toNanos()) {
        say.accept(
            "The index has not followed within %d s: %,d records are still to come. The service goes on with them."
                .formatted(patience.toSeconds(), due.records()));
        return false;
      }
      if (now - lastSaid > SAY_EVERY.toNanos()) {
        say.accept("%,d records still to be indexed".formatted(due.records()));
        lastSaid = now;
      }
      Thread.sleep(LOOK_EVERY);
    }
    Thread.sleep(REFRESH);
    say.accept(
        "Everything is searchable (the index took %.1f s more)"
            .formatted((System.nanoTime() - began) / 1e9));
    return true;
  }
}
