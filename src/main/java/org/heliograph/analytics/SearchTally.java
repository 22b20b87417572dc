package org.heliograph.analytics;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.heliograph.shared.China;
import org.heliograph.shared.RecordKind;
import org.jboss.logging.Logger;

/**
 * Counts the searches of those who have not signed in, in memory, and adds what may be told to the
 * database once a minute, on a thread of its own. A pod that dies loses the last minute, and what
 * fewer than five visitors had done there.
 */
@ApplicationScoped
public class SearchTally {
  private static final Logger LOG = Logger.getLogger(SearchTally.class);

  private final TallyRows rows;
  private final PersonGate persons;
  private final AnalyticsConfig config;
  private final Clock clock;

  /** Held while something is written; no search waits for it. */
  private final Object writing = new Object();

  private volatile Tally today;

  SearchTally(TallyRows rows, PersonGate persons, AnalyticsConfig config, Clock clock) {
    this.rows = rows;
    this.persons = persons;
    this.config = config;
    this.clock = clock;
    today = new Tally(date());
  }

  private LocalDate date() {
    return LocalDate.ofInstant(clock.instant(), China.ZONE);
  }

  /**
   * Somebody asked the search box, and was answered.
   *
   * @param visitor nought for whoever is not to be counted
   */
  public void asked(long visitor, String text, boolean nothing, Duration took) {
    if (visitor != 0 && config.enabled()) {
      Wording.of(text).ifPresent(words -> current().asked(visitor, words, nothing, took));
    }
  }

  /** Somebody opened a record that the search had found for the words. */
  void opened(long visitor, String words, RecordKind kind, long recordId) {
    if (visitor != 0 && config.enabled()) {
      current().opened(visitor, words, kind, recordId);
    }
  }

  /** Yesterday's tally tells what it may once more, and is gone with its keys. */
  private Tally current() {
    LocalDate date = date();
    Tally known = today;
    return known.day().equals(date) ? known : turn(date);
  }

  private synchronized Tally turn(LocalDate date) {
    Tally past = today;
    if (!past.day().equals(date)) {
      today = new Tally(date);
      Thread.ofPlatform().name("search-tally").daemon(true).start(() -> tell(past));
    }
    return today;
  }

  /** Adds to the database what may be told by now. */
  @Scheduled(
      every = "${heliograph.analytics.flush:1m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void tell() {
    tell(current());
  }

  private void tell(Tally tally) {
    synchronized (writing) {
      try {
        List<Told> untold = persons.withoutNames(tally.untold());
        if (!untold.isEmpty()) {
          rows.add(tally.day(), untold);
          tally.told(untold);
        }
      } catch (SQLException | RuntimeException e) {
        // they stay untold and are told with the next ones
        LOG.warnf("searches are counted, but not written: %s", e.getClass().getSimpleName());
      }
    }
  }

  @Scheduled(
      cron = "${heliograph.analytics.sweep:0 15 4 * * ?}",
      timeZone = "Asia/Shanghai",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    try {
      rows.forgetBefore(date().minus(config.keep()));
    } catch (SQLException e) {
      LOG.warnf("old days of searches wait for the next night: %s", e.getSQLState());
    }
  }

  void stop(@Observes ShutdownEvent event) {
    tell(current());
  }
}
