package org.heliograph.attachment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.heliograph.attachment.content.ContentStore;
import org.heliograph.attachment.content.Contents;
import org.heliograph.record.RecordType;
import org.heliograph.record.RecordTypes;
import org.heliograph.store.FileStore;
import org.heliograph.store.StoredFile;
import org.heliograph.store.UploadStore;
import org.jboss.logging.Logger;

/** Deletes contents that are to go, and what was left behind. Several pods may do the same work. */
@ApplicationScoped
public class FileCleaning {
  private static final Logger LOG = Logger.getLogger(FileCleaning.class);
  private final FilesConfig config;
  private final Contents contents;
  private final ContentLock lock;
  private final FileStore files;
  private final UploadStore uploads;
  private final RecordTypes types;

  public FileCleaning(
      FilesConfig config,
      Contents contents,
      ContentLock lock,
      FileStore files,
      UploadStore uploads,
      RecordTypes types) {
    this.config = config;
    this.contents = contents;
    this.lock = lock;
    this.files = files;
    this.uploads = uploads;
    this.types = types;
  }

  @Scheduled(
      cron = "${heliograph.files.sweep:0 15 * * * ?}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweepHourly() {
    try {
      sweep();
    } catch (RuntimeException e) {
      LOG.warnf("unused files wait for the next hour: %s", e.getClass().getSimpleName());
    }
  }

  /** Gives up uploads that nobody finished and files that no revision has. */
  public void sweep() {
    uploads.giveUp(config.keepUnused());
    files.purgeUnused(config.keepUnused());
    for (RecordType<?> type : types.all()) {
      files.purgeLoose(type, config.keepUnused());
    }
  }

  /** Deletes the contents of files that were purged, unless another file has the same. */
  public void purge() {
    ContentStore store = contents.store().orElse(null);
    if (store == null) {
      return;
    }
    for (StoredFile file : files.purged()) {
      try {
        lock.during(
            file.sha256(),
            () -> {
              if (!files.isShared(file)) {
                store.delete(file.sha256());
              }
              files.forget(file.id());
            });
      } catch (IOException | RuntimeException e) {
        LOG.warnf("a file's content waits to be deleted: %s", e.toString());
      }
    }
  }
}
