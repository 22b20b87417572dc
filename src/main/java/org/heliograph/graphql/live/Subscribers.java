package org.heliograph.graphql.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.graphql.live.LiveConnection.Following;
import org.heliograph.graphql.live.LiveTools.Speaker;
import org.heliograph.graphql.live.LiveTools.Started;
import org.heliograph.record.RecordChange;
import org.heliograph.shared.ChangeKind;
import org.heliograph.visibility.Facts;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Everybody who follows something over a connection to this pod. */
@ApplicationScoped
public class Subscribers {
  private static final Logger LOG = Logger.getLogger(Subscribers.class);
  private final LiveTools tools;
  private final LiveConfig config;
  private final Clock clock;
  private final Vertx vertx;
  private final Set<LiveConnection> connections = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();
  private final ExecutorService telling;

  Subscribers(LiveTools tools, LiveConfig config, Clock clock, Vertx vertx, MeterRegistry metrics) {
    this.tools = tools;
    this.config = config;
    this.clock = clock;
    this.vertx = vertx;
    this.telling =
        Executors.newFixedThreadPool(
            config.threads(), Thread.ofPlatform().name("tell-", 0).daemon(true).factory());
    metrics.gaugeCollectionSize("heliograph.live.connections", List.of(), connections);
    vertx.setPeriodic(config.ping().toMillis(), beat -> beat());
  }

  /** Takes a place for an address; false when there is none. */
  boolean enter(String address) {
    if (connections.size() >= config.connections()) {
      return false;
    }
    return perAddress.merge(address, 1, Integer::sum) <= config.connectionsPerAddress()
        || !leave(address);
  }

  /** Gives the place back. */
  boolean leave(String address) {
    perAddress.computeIfPresent(address, (of, count) -> count <= 1 ? null : count - 1);
    return true;
  }

  void add(LiveConnection connection) {
    connections.add(connection);
  }

  void remove(LiveConnection connection) {
    connections.remove(connection);
  }

  /** Whether anybody would hear of anything. */
  public boolean none() {
    return connections.isEmpty();
  }

  private void beat() {
    long now = clock.millis();
    connections.forEach(each -> each.beat(now));
  }

  void stop(@Observes ShutdownEvent event) {
    telling.shutdownNow();
    connections.forEach(
        each -> each.close(CloseCode.TRY_AGAIN_LATER, "The service stops: connect again"));
  }

  private record Ear(LiveConnection connection, String id, Following following) {}

  /** Who asks the same, in the same words, and is nobody in particular, is told the same. */
  private record Question(String text, @Nullable String operation, Map<String, Object> variables) {}

  /**
   * Tells of a change whoever asked for it and may hear of it now; returns when all are told.
   *
   * @param record what decides who may see the record, as it is now
   */
  public void tell(RecordChange change, Facts record) {
    var shared = new HashMap<Question, List<Ear>>();
    var tasks = new ArrayList<Callable<Boolean>>();
    long now = clock.millis();
    for (LiveConnection connection : connections) {
      Speaker speaker = connection.speaker();
      if (speaker == null || connection.operations().isEmpty() || !connection.holds(now)) {
        continue;
      }
      Viewer viewer = viewer(speaker, change);
      connection
          .operations()
          .forEach((id, following) -> {
            Started.Taken taken = following.taken();
            if (taken == null
                || !taken.interest().covers(change, record)
                || !mayHear(change, record, viewer)) {
              return;
            }
            var ear = new Ear(connection, id, following);
            if (speaker.isAnonymous()) {
              var asked = taken.asked();
              shared
                  .computeIfAbsent(
                      new Question(taken.text(), asked.operation(), asked.variables()),
                      question -> new ArrayList<>())
                  .add(ear);
            } else {
              tasks.add(() -> tell(change, taken, speaker, List.of(ear)));
            }
          });
    }
    shared
        .values()
        .forEach(ears -> {
          var first = ears.getFirst();
          Speaker speaker = first.connection().speaker();
          Started.Taken taken = first.following().taken();
          if (speaker != null && taken != null) {
            tasks.add(() -> tell(change, taken, speaker, ears));
          }
        });
    await(tasks);
  }

  private Viewer viewer(Speaker speaker, RecordChange change) {
    return CurrentViewer.of(speaker.caller().identity(), clock.instant()).notBefore(change.at());
  }

  /** Spares the database the question; the answer itself is read under the visibility again. */
  private static boolean mayHear(RecordChange change, Facts record, Viewer viewer) {
    return !VisibilityPolicy.of(change.kind(), viewer).fields(record).isEmpty()
        || change.change() == ChangeKind.WITHDRAWN
            && !VisibilityPolicy.ofWithdrawn(viewer).fields(record).isEmpty();
  }

  private boolean tell(RecordChange change, Started.Taken taken, Speaker speaker, List<Ear> ears) {
    try {
      var answer = tools.tell(taken.asked(), speaker.caller(), change);
      answer.ifPresent(
          text -> ears.forEach(ear -> ear.connection().next(ear.id(), ear.following(), text)));
      return answer.isPresent();
    } catch (RuntimeException e) {
      LOG.warnf(
          "%s %d could not be told: %s",
          change.kind(), change.recordId(), e.getClass().getSimpleName());
      return false;
    }
  }

  private void await(List<Callable<Boolean>> tasks) {
    try {
      telling.invokeAll(tasks);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
