package org.heliograph.importing.job;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.heliograph.shared.Lookout;
import org.heliograph.store.ClusterLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks for jobs and works on them, one at a time. A job is locked for its pod, by a lock that ends
 * with the pod: the next look of any other goes on with it.
 */
@ApplicationScoped
public class ImportWorker {
  private static final Logger LOG = Logger.getLogger(ImportWorker.class);
  private static final long TIDY_EVERY = Duration.ofMinutes(1).toNanos();

  private final ImportLedger ledger;
  private final JobRun run;
  private final ImportTidying tidying;
  private final ClusterLock lock;
  private final ImportConfig config;
  private final boolean serving;
  private volatile boolean stopping;
  private long tidied = System.nanoTime() - TIDY_EVERY;
  private @Nullable Lookout lookout;

  ImportWorker(
      ImportLedger ledger,
      JobRun run,
      ImportTidying tidying,
      ClusterLock lock,
      ImportConfig config,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
    this.ledger = ledger;
    this.run = run;
    this.tidying = tidying;
    this.lock = lock;
    this.config = config;
    this.serving = serving;
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled() && serving) {
      lookout = new Lookout("imports", config.poll(), this::look);
    }
  }

  /** Takes every open job as far as it can go. */
  public void look() {
    try {
      run.prepare();
      tidy();
      for (long job : ledger.open()) {
        if (!stopping) {
          lock.alone("import-job-" + job, () -> work(job));
        }
      }
    } catch (IOException | RuntimeException e) {
      LOG.warnf("imports wait for the next look: %s", e.getClass().getSimpleName());
    }
  }

  private void tidy() {
    if (System.nanoTime() - tidied >= TIDY_EVERY) {
      tidying.tidy();
      tidied = System.nanoTime();
    }
  }

  private void work(long job) {
    try {
      run.work(job, () -> stopping);
    } catch (IOException | RuntimeException e) {
      // never the message: it may repeat what a file holds
      LOG.warnf("import job %d waits for the next look: %s", job, e.getClass().getName());
    }
  }

  @PreDestroy
  void stop() {
    stopping = true;
    Lookout running = lookout;
    if (running != null) {
      running.close();
    }
  }
}
