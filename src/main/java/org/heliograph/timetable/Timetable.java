package org.heliograph.timetable;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.heliograph.attachment.FileCleaning;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.record.RecordTypes;
import org.heliograph.shared.Lookout;
import org.heliograph.store.DueWriter;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks every few seconds for what is due and does it. What is due stands in the rows and is looked
 * at again under their locks, so that a restart forgets nothing and several pods do nothing twice.
 * The database's clock decides: pods whose clocks differ agree.
 */
@ApplicationScoped
public class Timetable {
  private static final Logger LOG = Logger.getLogger(Timetable.class);
  private final RecordTypes types;
  private final DueWriter writer;
  private final BulkJobs jobs;
  private final ErasureJob erasures;
  private final FileCleaning files;
  private final TimetableConfig config;
  private final boolean serving;
  private @Nullable Lookout lookout;

  public Timetable(
      RecordTypes types,
      DueWriter writer,
      BulkJobs jobs,
      ErasureJob erasures,
      FileCleaning files,
      TimetableConfig config,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
    this.types = types;
    this.writer = writer;
    this.jobs = jobs;
    this.erasures = erasures;
    this.files = files;
    this.config = config;
    this.serving = serving;
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled() && serving) {
      lookout = new Lookout("timetable", config.poll(), this::look);
    }
  }

  /** Does everything that is due now. */
  public void look() {
    for (RecordType<?> type : types.all()) {
      try {
        keep(type);
      } catch (RuntimeException e) {
        // an unreachable database is the likeliest: the next look finds the same rows
        LOG.warnf(
            "the timetable of %s waits for its next look: %s",
            type.kind(), e.getClass().getSimpleName());
      }
    }
    clean();
  }

  private void clean() {
    try {
      jobs.run();
      files.purge();
      erasures.run();
    } catch (RuntimeException e) {
      LOG.warnf(
          "jobs, files and erasures wait for the next look: %s", e.getClass().getSimpleName());
    }
  }

  private <E extends PublicRecord> void keep(RecordType<E> type) {
    for (long record : writer.scheduled(type)) {
      try {
        writer.publish(type, record);
      } catch (RuntimeException e) {
        LOG.errorf(
            "the scheduled publication of %s %d failed: %s",
            type.kind(), record, e.getClass().getSimpleName());
      }
    }
    while (writer.expire(type)) {
      // the next batch
    }
  }

  @PreDestroy
  void stop() {
    Lookout running = lookout;
    if (running != null) {
      running.close();
    }
  }
}
