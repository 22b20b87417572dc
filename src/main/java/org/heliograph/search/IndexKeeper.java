package org.heliograph.search;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.heliograph.outbox.OutboxRelay;
import org.heliograph.record.RecordTypes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts what feeds the index, in pods that do: the relay at once, and the catalog as soon as
 * database and cluster are there, however long that takes.
 */
@ApplicationScoped
class IndexKeeper {
  private static final Logger LOG = Logger.getLogger(IndexKeeper.class);
  private final SearchConfig config;
  private final RecordTypes types;
  private final IndexCatalog catalog;
  private final OutboxRelay relay;
  private final Indexer indexer;
  private @Nullable Thread thread;

  IndexKeeper(
      SearchConfig config,
      RecordTypes types,
      IndexCatalog catalog,
      OutboxRelay relay,
      Indexer indexer) {
    this.config = config;
    this.types = types;
    this.catalog = catalog;
    this.relay = relay;
    this.indexer = indexer;
  }

  void start(@Observes StartupEvent event) {
    if (!config.feeds()) {
      return;
    }
    relay.start(indexer);
    thread = Thread.ofPlatform().name("index-keeper").daemon(true).start(this::ensure);
  }

  private void ensure() {
    boolean told = false;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (catalog.ensure(types.kinds())) {
          return;
        }
      } catch (RuntimeException e) {
        if (!told) {
          LOG.warnf(
              "the indices cannot be prepared yet and will be as soon as possible: %s",
              e.getMessage());
          told = true;
        } else {
          LOG.debug("still no indices", e);
        }
      }
      try {
        TimeUnit.SECONDS.sleep(1);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @PreDestroy
  void stop() {
    Thread keeper = thread;
    if (keeper != null) {
      keeper.interrupt();
    }
  }
}
