package org.heliograph.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.heliograph.shared.RecordKind;
import org.jboss.logging.Logger;

/**
 * One worker over rows of certain urgencies. Single changes and batches have a lane each, so that a
 * large import never stands in the way of a withdrawal.
 */
final class Lane implements Runnable {
  private static final Logger LOG = Logger.getLogger(Lane.class);
  private static final long FIRST_PAUSE = 250;

  private final List<Integer> urgencies;
  private final int rows;
  private final OutboxRows outbox;
  private final Follower follower;
  private final OutboxConfig config;
  private final Semaphore signal = new Semaphore(0);
  private volatile boolean running = true;

  /** Claimed and not settled: given back when the database, having been away, is there again. */
  private List<Claim> held = List.of();

  private long pause;

  /** What a lane works with. */
  record Tools(OutboxRows outbox, Follower follower, OutboxConfig config) {}

  Lane(List<Integer> urgencies, int rows, Tools tools) {
    this.urgencies = List.copyOf(urgencies);
    this.rows = rows;
    outbox = tools.outbox();
    follower = tools.follower();
    config = tools.config();
  }

  /** There may be work: look now. */
  void wake() {
    if (signal.availablePermits() == 0) {
      signal.release();
    }
  }

  void stop() {
    running = false;
    signal.release();
  }

  @Override
  public void run() {
    while (running) {
      try {
        long wait = round() ? 0 : idle();
        if (wait > 0 && signal.tryAcquire(wait, TimeUnit.MILLISECONDS)) {
          signal.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (SQLException | RuntimeException e) {
        unreachable(e);
      }
    }
  }

  /** Whether there was work. */
  private boolean round() throws SQLException {
    if (!held.isEmpty()) {
      outbox.release(held);
      held = List.of();
    }
    boolean found = false;
    for (int urgency : urgencies) {
      List<Claim> claims = outbox.claim(urgency, rows, config.lease());
      if (!claims.isEmpty()) {
        work(claims);
        found = true;
      }
    }
    return found;
  }

  private long idle() throws SQLException {
    return Math.max(1, outbox.untilNext(urgencies, config.poll().toMillis()));
  }

  private void work(List<Claim> claims) throws SQLException {
    var open = new ArrayList<>(claims);
    held = open;
    try {
      // while more waits, being found can wait for the index's own refresh
      boolean last = claims.size() < rows;
      for (List<Claim> batch : batches(claims)) {
        settle(batch, follower.follow(order(batch, last)));
        open.removeAll(batch);
      }
    } catch (Follower.NotNow e) {
      throw e;
    } catch (RuntimeException e) {
      // no record can be blamed: each row is tried by itself before any is counted as failed
      for (Claim claim : List.copyOf(open)) {
        alone(claim);
        open.remove(claim);
      }
    }
    pause = 0;
  }

  private void alone(Claim claim) throws SQLException {
    try {
      settle(List.of(claim), follower.follow(order(List.of(claim), true)));
    } catch (Follower.NotNow e) {
      throw e;
    } catch (RuntimeException e) {
      var failed = new LinkedHashMap<Long, String>();
      claim.recordIds().forEach(id -> failed.put(id, String.valueOf(e.getMessage())));
      settle(List.of(claim), failed);
    }
  }

  private void settle(List<Claim> batch, Map<Long, String> failed) throws SQLException {
    var done = new ArrayList<Claim>();
    for (Claim claim : batch) {
      List<Long> left = claim.recordIds().stream().filter(failed::containsKey).toList();
      if (left.isEmpty()) {
        done.add(claim);
        continue;
      }
      String error = String.valueOf(failed.get(left.getFirst()));
      boolean park = claim.attempts() >= config.attempts();
      Duration again = config.backoff().multipliedBy(1L << Math.min(claim.attempts() - 1, 10));
      outbox.failed(claim, left, error, again, park);
      LOG.warnf(
          "%s %s: %s; %s",
          claim.kind(),
          left,
          error,
          park ? "parked after " + claim.attempts() + " attempts" : "will be tried again");
    }
    if (!done.isEmpty()) {
      outbox.done(done);
    }
  }

  /** Everything waits; the pause grows while nothing answers. */
  private void unreachable(Exception e) {
    pause = Math.min(Math.max(FIRST_PAUSE, pause * 2), config.longestPause().toMillis());
    if (pause == FIRST_PAUSE) {
      LOG.warnf("the index cannot follow at the moment: %s", e.getMessage());
    } else {
      LOG.debugf("still waiting: %s", e.getMessage());
    }
    try {
      TimeUnit.MILLISECONDS.sleep(pause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private static Follower.Order order(List<Claim> batch, boolean last) {
    Set<Long> ids = new LinkedHashSet<>();
    batch.forEach(claim -> ids.addAll(claim.recordIds()));
    return new Follower.Order(
        batch.getFirst().kind(),
        ids,
        last || batch.stream().anyMatch(Claim::narrowing),
        batch.getFirst().sweep());
  }

  /** Small rows of one kind go together into one write. */
  private List<List<Claim>> batches(List<Claim> claims) {
    var sweeps = new EnumMap<RecordKind, List<Claim>>(RecordKind.class);
    var writes = new EnumMap<RecordKind, List<Claim>>(RecordKind.class);
    for (Claim claim : claims) {
      (claim.sweep() ? sweeps : writes)
          .computeIfAbsent(claim.kind(), kind -> new ArrayList<>())
          .add(claim);
    }
    var batches = new ArrayList<List<Claim>>();
    for (var byKind : List.of(writes, sweeps)) {
      for (List<Claim> all : byKind.values()) {
        var batch = new ArrayList<Claim>();
        int size = 0;
        for (Claim claim : all) {
          if (!batch.isEmpty() && size + claim.recordIds().size() > config.batch()) {
            batches.add(batch);
            batch = new ArrayList<>();
            size = 0;
          }
          batch.add(claim);
          size += claim.recordIds().size();
        }
        batches.add(batch);
      }
    }
    return batches;
  }
}
