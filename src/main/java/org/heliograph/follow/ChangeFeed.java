package org.heliograph.follow;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.heliograph.graphql.live.Subscribers;
import org.heliograph.outbox.ChannelListener;
import org.heliograph.record.RecordChange;
import org.heliograph.record.RecordTypes;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.ChangeReader;
import org.heliograph.store.ChangeReader.Position;
import org.heliograph.visibility.Facts;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of changes on every pod and has its subscribers told. Notifications only wake it: a
 * pod that missed some reads on from where it was.
 */
@ApplicationScoped
public class ChangeFeed {
  private static final Logger LOG = Logger.getLogger(ChangeFeed.class);
  private static final long BETWEEN_PRUNINGS = Duration.ofHours(1).toNanos();

  /** Records whose facts are read at once. */
  private static final int BATCH = 500;

  private final RecordTypes types;
  private final ChangeReader reader;
  private final Subscribers subscribers;
  private final FollowConfig config;
  private final boolean serving;
  private final ChannelListener listener;
  private final Semaphore signal = new Semaphore(0);
  private volatile boolean running = true;
  private @Nullable Thread thread;
  private @Nullable Position position;
  private long pruned = System.nanoTime();

  public ChangeFeed(
      RecordTypes types,
      ChangeReader reader,
      Subscribers subscribers,
      FollowConfig config,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.types = types;
    this.reader = reader;
    this.subscribers = subscribers;
    this.config = config;
    this.serving = serving;
    var credential = new Properties();
    credential.setProperty("user", user);
    credential.setProperty("password", password);
    credential.setProperty("ApplicationName", "heliograph-changes");
    listener = new ChannelListener(ChangeReader.CHANNEL, url, credential, signal::release);
  }

  void start(@Observes StartupEvent event) {
    if (serving) {
      thread = Thread.ofPlatform().name("changes").daemon(true).start(this::follow);
      Thread.ofPlatform().name("changes-listen").daemon(true).start(listener);
    }
  }

  private void follow() {
    while (running) {
      try {
        if (signal.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
          signal.drainPermits();
        }
        look();
        prune();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        // an unreachable database is the likeliest: the next look reads on from the same place
        LOG.warnf("changes wait for the next look: %s", e.getClass().getSimpleName());
      }
    }
  }

  private void look() {
    Position before = position;
    if (before == null) {
      position = reader.end();
      return;
    }
    var found = reader.since(before);
    List<RecordChange> changes = found.changes();
    for (int from = 0; from < changes.size() && !subscribers.none(); from += BATCH) {
      tell(changes.subList(from, Math.min(from + BATCH, changes.size())));
    }
    position = found.next();
  }

  private void tell(List<RecordChange> changes) {
    var ids = new EnumMap<RecordKind, TreeSet<Long>>(RecordKind.class);
    for (RecordChange change : changes) {
      ids.computeIfAbsent(change.kind(), kind -> new TreeSet<>()).add(change.recordId());
    }
    var facts = new EnumMap<RecordKind, Map<Long, Facts>>(RecordKind.class);
    ids.forEach((kind, records) -> facts.put(kind, reader.facts(types.of(kind), records)));
    for (RecordChange change : changes) {
      Facts record = facts.getOrDefault(change.kind(), Map.of()).get(change.recordId());
      if (record != null) {
        subscribers.tell(change, record);
      }
    }
  }

  private void prune() {
    if (System.nanoTime() - pruned > BETWEEN_PRUNINGS) {
      pruned = System.nanoTime();
      reader.prune(config.keep());
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    running = false;
    listener.stop();
    signal.release();
    Thread reading = thread;
    if (reading != null) {
      reading.join(TimeUnit.SECONDS.toMillis(10));
    }
  }
}
