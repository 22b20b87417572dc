package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The running processes: started side by side, stopped with the service first, so that it can still
 * finish its writes.
 */
final class Stack {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Layout layout;
  private final Progress progress;
  private final Map<ServerKind, Child> children = new EnumMap<>(ServerKind.class);
  private boolean stopping;

  Stack(Layout layout, Progress progress) {
    this.layout = layout;
    this.progress = progress;
  }

  /**
   * Starts all of {@code wanted} at once and returns when each is ready; the first failure ends the
   * start.
   */
  void start(List<Server> wanted) throws IOException, InterruptedException {
    List<CompletableFuture<Server>> starts =
        wanted.stream().map(server -> Background.run(() -> start(server))).toList();
    for (CompletableFuture<Server> start : starts) {
      Background.await(start);
    }
  }

  Server start(Server server) throws IOException, InterruptedException {
    long began = System.currentTimeMillis();
    server.prepare();
    Child child = launch(server);
    awaitReady(server, child);
    server.equip();
    progress.say("%s is ready (%s)".formatted(server.kind().title, Progress.seconds(began)));
    return server;
  }

  /** The processes that ended although nobody stopped them. */
  synchronized List<Child> dead() {
    return stopping
        ? List.of()
        : children.values().stream().filter(child -> !child.isAlive()).toList();
  }

  /**
   * Stops everything; also from a shutdown hook, while {@link #start} still runs in another thread.
   * Answers whether there was anything left to stop.
   */
  boolean stop() {
    List<Child> running;
    synchronized (this) {
      if (stopping) {
        return false;
      }
      stopping = true;
      running = new ArrayList<>(children.values());
    }
    running.stream().filter(child -> child.kind() == ServerKind.SERVICE).forEach(Child::stop);
    running.parallelStream()
        .filter(child -> child.kind() != ServerKind.SERVICE)
        .forEach(Child::stop);
    return !running.isEmpty();
  }

  private synchronized Child launch(Server server) throws IOException {
    if (stopping) {
      throw stopped();
    }
    Child child = Child.start(server, layout);
    children.put(server.kind(), child);
    return child;
  }

  private synchronized boolean isStopping() {
    return stopping;
  }

  private static Refusal stopped() {
    return new Refusal("Stopped while starting.");
  }

  private void awaitReady(Server server, Child child) throws InterruptedException {
    long deadline = System.nanoTime() + server.patience().toNanos();
    while (!server.isReady()) {
      if (isStopping()) {
        throw stopped();
      }
      if (!child.isAlive()) {
        throw child.obituary("while starting", layout);
      }
      if (System.nanoTime() > deadline) {
        throw new Refusal(
            "%s was not ready after %d s: its log is %s; start again when the machine is less busy."
                .formatted(
                    server.kind().title,
                    server.patience().toSeconds(),
                    layout.shown(layout.log(server.kind().key))));
      }
      Thread.sleep(POLL.toMillis());
    }
  }
}
