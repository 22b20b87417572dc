package org.heliograph.portal.saved;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.heliograph.store.ChangeIntake;
import org.jboss.logging.Logger;

/**
 * The threads that compare, call and write letters on this pod. What is due stands in the database,
 * so that a restart forgets nothing and several pods share the work.
 */
@ApplicationScoped
class Tellers {
  private static final Logger LOG = Logger.getLogger(Tellers.class);
  private static final long BETWEEN_PRUNINGS = Duration.ofHours(1).toNanos();
  private static final Duration WAITING = Duration.ofDays(7);

  private final SearchFollower follower;
  private final WebhookTelling webhooks;
  private final Letters letters;
  private final ChangeIntake intake;
  private final SavedSearchConfig config;
  private final boolean serving;
  private final List<Thread> threads = new ArrayList<>();
  private final Semaphore stop = new Semaphore(0);
  private volatile boolean running = true;
  private long pruned = System.nanoTime();

  Tellers(
      SearchFollower follower,
      WebhookTelling webhooks,
      Letters letters,
      ChangeIntake intake,
      SavedSearchConfig config,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
    this.follower = follower;
    this.webhooks = webhooks;
    this.letters = letters;
    this.intake = intake;
    this.config = config;
    this.serving = serving;
  }

  /** Something to be done again and again; false when there is nothing to do now. */
  private interface Work {
    boolean once() throws InterruptedException;
  }

  void start(@Observes StartupEvent event) {
    if (config.telling() && serving) {
      begin("saved-compare", this::compare);
      begin("saved-letters", letters::work);
      for (int i = 0; i < config.threads(); i++) {
        begin("saved-webhooks-" + i, webhooks::work);
      }
    }
  }

  private boolean compare() {
    follower.look();
    if (System.nanoTime() - pruned > BETWEEN_PRUNINGS) {
      pruned = System.nanoTime();
      intake.prune(WAITING, config.remember());
    }
    return false;
  }

  private void begin(String name, Work work) {
    threads.add(Thread.ofPlatform().name(name).daemon(true).start(() -> repeat(name, work)));
  }

  private void repeat(String name, Work work) {
    try {
      while (running) {
        boolean more = false;
        try {
          more = work.once();
        } catch (RuntimeException e) {
          // database or index cannot be reached, most likely: what is due stays due
          LOG.warnf("%s waits for its next look: %s", name, e.getClass().getSimpleName());
        }
        if (!more && stop.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  void end() throws InterruptedException {
    running = false;
    stop.release(threads.size());
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    }
  }
}
