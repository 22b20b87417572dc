package org.heliograph.portal.saved;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.heliograph.shared.Lookout;
import org.heliograph.store.ChangeIntake;
import org.heliograph.store.Deliveries.Webhook;
import org.jboss.logging.Logger;

/**
 * The threads that compare, call and write letters on this pod. What is due stands in the database,
 * so that a restart forgets nothing and several pods share the work.
 */
@ApplicationScoped
class Tellers {
  private static final Logger LOG = Logger.getLogger(Tellers.class);
  private static final long BETWEEN_PRUNINGS = Duration.ofHours(1).toNanos();

  /** Letters are due on the minute, not on the second. */
  private static final int LETTERS = 10;

  /** Seconds that a call under way is given to end. */
  private static final int PATIENCE = 10;

  private static final Duration WAITING = Duration.ofDays(7);

  private final SearchFollower follower;
  private final WebhookTelling webhooks;
  private final Letters letters;
  private final ChangeIntake intake;
  private final SavedSearchConfig config;
  private final boolean serving;
  private final List<Lookout> lookouts = new ArrayList<>();
  private final Semaphore places;
  private final ExecutorService calls;

  /** Which of them found nothing to work with at their last look: told once, not at every look. */
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

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
    places = new Semaphore(config.threads());
    calls =
        Executors.newFixedThreadPool(
            config.threads(), Thread.ofPlatform().name("saved-call-", 0).daemon(true).factory());
  }

  /** Something to be done as long as there is more of it. */
  private interface Work {
    boolean once() throws InterruptedException;
  }

  void start(@Observes StartupEvent event) {
    if (config.telling() && serving) {
      begin("saved-compare", config.poll(), this::compare);
      begin("saved-letters", config.poll().multipliedBy(LETTERS), letters::work);
      begin("saved-webhooks", config.poll(), this::call);
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

  /** Has as many webhooks called at once as there are places. */
  private boolean call() throws InterruptedException {
    if (!places.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
      return true;
    }
    boolean handed = false;
    try {
      var claimed = webhooks.claim();
      claimed.ifPresent(webhook -> calls.execute(() -> call(webhook)));
      handed = claimed.isPresent();
      return handed;
    } finally {
      if (!handed) {
        places.release();
      }
    }
  }

  private void call(Webhook webhook) {
    try {
      webhooks.work(webhook);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // the lease ends, and the webhook is due again
      LOG.warnf("a webhook waits for its next turn: %s", e.getClass().getSimpleName());
    } finally {
      places.release();
    }
  }

  private void begin(String name, Duration pause, Work work) {
    lookouts.add(new Lookout(name, pause, () -> look(name, work)));
  }

  private void look(String name, Work work) {
    try {
      boolean more = true;
      while (running && more) {
        more = work.once();
        waiting.remove(name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // database or index cannot be reached, most likely: what is due stays due
      if (waiting.add(name)) {
        LOG.warnf("%s waits for its next look: %s", name, e.getClass().getSimpleName());
      }
    }
  }

  /** Before the database is closed under them. */
  void end(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    lookouts.forEach(Lookout::close);
    calls.shutdown();
    calls.awaitTermination(PATIENCE, TimeUnit.SECONDS);
  }
}
