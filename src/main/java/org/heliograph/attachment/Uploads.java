package org.heliograph.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.heliograph.shared.Problem;
import org.heliograph.store.FileStore;
import org.heliograph.store.UploadStore;
import org.heliograph.store.UploadStore.Upload;
import org.heliograph.visibility.Viewer;

/** Uploads in parts, until they are whole and taken in. */
@ApplicationScoped
public class Uploads {
  private final UploadStore store;
  private final FileStore files;
  private final FileIntake intake;
  private final FilesConfig config;
  private final Clock clock;

  public Uploads(
      UploadStore store, FileStore files, FileIntake intake, FilesConfig config, Clock clock) {
    this.store = store;
    this.files = files;
    this.intake = intake;
    this.config = config;
    this.clock = clock;
  }

  public String begin(FileStore.Owner owner, String name, long size) {
    if (size < 1 || size > config.maxBytes()) {
      throw Problem.badInput(
          "Upload-Length", "a file has 1 to %d bytes".formatted(config.maxBytes()));
    }
    return store.begin(owner, FileName.of(name), size, config.uploadsPerAccount());
  }

  /** When an upload that is begun now is given up, as HTTP writes it. */
  public String expiry() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        clock.instant().plus(config.keepUnused()).atOffset(ZoneOffset.UTC));
  }

  public Upload require(String id, Viewer viewer) {
    return store
        .find(id, viewer.subject())
        .orElseThrow(() -> Problem.notFound("there is no such upload: begin a new one"));
  }

  /** Keeps a part; a second request that was faster makes this one fail. */
  public long append(Upload upload, long start, byte[] bytes) {
    long received = store.append(upload.id(), start, bytes);
    if (received != start + bytes.length) {
      throw Problem.conflict("the upload has %d bytes: go on from there".formatted(received));
    }
    return received;
  }

  /** Takes in an upload that is whole; says what came of it, nothing while it is not. */
  public Optional<Intake> finish(Upload upload) {
    if (!upload.isWhole()) {
      return Optional.empty();
    }
    if (upload.isSettled()) {
      return Optional.of(known(upload));
    }
    Intake taken = intake.take(upload.owner(), upload.name(), store.content(upload.id()));
    switch (taken) {
      case Intake.Taken each -> store.settle(upload.id(), each.file().id(), null);
      case Intake.Refused each ->
          store.settle(upload.id(), null, each.reason() + "\n" + each.message());
    }
    return Optional.of(taken);
  }

  private Intake known(Upload upload) {
    String refusal = upload.refusal();
    if (refusal != null) {
      String[] lines = refusal.split("\n", 2);
      return new Intake.Refused(lines[0], lines[1]);
    }
    return files
        .find(String.valueOf(upload.fileId()))
        .<Intake>map(Intake.Taken::new)
        .orElseThrow(() -> Problem.notFound("there is no such file any more: upload it again"));
  }

  public void delete(Upload upload) {
    store.delete(upload.id());
  }
}
