package org.heliograph.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.heliograph.outbox.OutboxRows.Depth;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has a follower do what outbox rows say: woken in the process after commit, by notification from
 * other pods, at the time of timed rows, and by polling should all of that fail.
 */
@ApplicationScoped
public class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final int SINGLE_ROWS = 200;
  private static final int BATCH_ROWS = 2;
  private final OutboxRows rows;
  private final OutboxConfig config;
  private final String url;
  private final Properties credential = new Properties();
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private @Nullable ChannelListener listener;
  private volatile Depth depth = new Depth(0, 0, 0);

  public OutboxRelay(
      OutboxRows rows,
      OutboxConfig config,
      MeterRegistry metrics,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.rows = rows;
    this.config = config;
    this.url = url;
    credential.setProperty("user", user);
    credential.setProperty("password", password);
    credential.setProperty("ApplicationName", "heliograph-outbox");
    metrics.gauge("heliograph.outbox.backlog", this, relay -> relay.depth.backlog());
    metrics.gauge("heliograph.outbox.parked", this, relay -> relay.depth.parked());
    metrics.gauge("heliograph.outbox.lag.seconds", this, relay -> relay.depth.lagSeconds());
  }

  /** Starts following; a second call does nothing. */
  public synchronized void start(Follower follower) {
    if (!lanes.isEmpty()) {
      return;
    }
    var tools = new Lane.Tools(rows, follower, config);
    lanes.add(new Lane(List.of(0, 1), SINGLE_ROWS, tools));
    // two, so that one reads rows while the other waits for the index
    lanes.add(new Lane(List.of(2), BATCH_ROWS, tools));
    lanes.add(new Lane(List.of(2), BATCH_ROWS, tools));
    var listening = new ChannelListener(Outbox.CHANNEL, url, credential, this::wake);
    listener = listening;
    for (int i = 0; i < lanes.size(); i++) {
      begin("outbox-" + (i == 0 ? "single" : "batch-" + i), lanes.get(i));
    }
    begin("outbox-listen", listening);
    begin("outbox-depth", this::watch);
  }

  private void begin(String name, Runnable work) {
    threads.add(Thread.ofPlatform().name(name).daemon(true).start(work));
  }

  void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Written event) {
    wake();
  }

  private void wake() {
    lanes.forEach(Lane::wake);
  }

  /** Counts now and then rather than at every scrape. */
  private void watch() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        depth = rows.depth();
      } catch (SQLException e) {
        LOG.debugf("cannot count the outbox: %s", e.getMessage());
      }
      try {
        TimeUnit.SECONDS.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    lanes.forEach(Lane::stop);
    ChannelListener listening = listener;
    if (listening != null) {
      listening.stop();
    }
    for (Thread thread : threads) {
      if (thread.getName().equals("outbox-depth")) {
        thread.interrupt();
      }
      thread.join(TimeUnit.SECONDS.toMillis(10));
    }
  }
}
