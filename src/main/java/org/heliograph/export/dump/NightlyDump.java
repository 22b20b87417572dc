package org.heliograph.export.dump;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Writes the dump each night, and anew when something in it is public no longer, in one pod of
 * those that have a directory for it.
 */
@ApplicationScoped
class NightlyDump {
  private static final Logger LOG = Logger.getLogger(NightlyDump.class);

  /** A pod whose clock is behind finds the night's dump done already. */
  private static final Duration FRESH = Duration.ofHours(1);

  private final PublicDump dump;
  private final DumpCheck check;
  private final DumpConfig config;
  private final Clock clock;

  NightlyDump(PublicDump dump, DumpCheck check, DumpConfig config, Clock clock) {
    this.dump = dump;
    this.check = check;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      cron = "${heliograph.dump.cron:0 30 2 * * ?}",
      timeZone = "Asia/Shanghai",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void write() {
    config.directory().filter(directory -> !isFresh(directory)).ifPresent(this::write);
  }

  /** A dump in which a record stands that was withdrawn since is not served until it is renewed. */
  @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void renew() {
    config.directory().filter(check::isStale).ifPresent(this::write);
  }

  private void write(Path directory) {
    try {
      dump.write(directory)
          .ifPresentOrElse(
              written -> LOG.infof("dump written: %d files", written.files().size()),
              () -> LOG.info("dump: another process writes it"));
    } catch (RuntimeException e) {
      LOG.errorf("the dump failed (%s): the one before it stays", e.getClass().getName());
    }
  }

  private boolean isFresh(Path directory) {
    try {
      Path described = directory.resolve(PublicDump.LATEST).resolve(DataPackage.NAME);
      return Files.exists(described)
          && Files.getLastModifiedTime(described).toInstant().isAfter(clock.instant().minus(FRESH));
    } catch (IOException e) {
      // not readable is not fresh
      return false;
    }
  }
}
