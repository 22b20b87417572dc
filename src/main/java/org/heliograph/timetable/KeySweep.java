package org.heliograph.timetable;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.heliograph.store.TransitionWriter;
import org.jboss.logging.Logger;

/** Forgets the keys of mutations that nobody repeats any more. Several pods may do the same. */
@ApplicationScoped
class KeySweep {
  private static final Logger LOG = Logger.getLogger(KeySweep.class);
  private final TransitionWriter writer;
  private final TimetableConfig config;

  KeySweep(TransitionWriter writer, TimetableConfig config) {
    this.writer = writer;
    this.config = config;
  }

  @Scheduled(
      cron = "${heliograph.timetable.sweep:0 45 3 * * ?}",
      timeZone = "Asia/Shanghai",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    try {
      writer.forgetKeys(config.keys());
    } catch (RuntimeException e) {
      LOG.warnf("keys of mutations wait for the next night: %s", e.getClass().getSimpleName());
    }
  }
}
