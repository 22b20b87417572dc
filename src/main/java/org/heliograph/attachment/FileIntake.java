package org.heliograph.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.heliograph.attachment.content.ContentStore;
import org.heliograph.attachment.content.Contents;
import org.heliograph.privacy.document.DocumentScan;
import org.heliograph.privacy.document.Passage;
import org.heliograph.privacy.document.ScanResult;
import org.heliograph.privacy.stripping.Stripping;
import org.heliograph.privacy.stripping.Unstrippable;
import org.heliograph.shared.Problem;
import org.heliograph.shared.Sha256;
import org.heliograph.store.FileStore;
import org.heliograph.store.StoredFile;
import org.jboss.logging.Logger;

/**
 * Takes a file in: looks for viruses, reads it to its end, cleans it of what its author did not
 * mean to publish, scans what is left, and stores that.
 */
@ApplicationScoped
public class FileIntake {
  private static final Logger LOG = Logger.getLogger(FileIntake.class);
  private static final int MOST_UNREAD = 20;

  private final FilesConfig config;
  private final VirusScan viruses;
  private final Contents contents;
  private final ContentLock lock;
  private final FileStore files;
  private final DocumentScan scan = new DocumentScan();
  private final Semaphore places;

  public FileIntake(
      FilesConfig config, VirusScan viruses, Contents contents, ContentLock lock, FileStore files) {
    this.config = config;
    this.viruses = viruses;
    this.contents = contents;
    this.lock = lock;
    this.files = files;
    places = new Semaphore(config.atOnce(), true);
  }

  /** Takes a file in, or says why not. Blocks while others are scanned. */
  public Intake take(FileStore.Owner owner, String givenName, byte[] bytes) {
    ContentStore store = contents.require();
    places.acquireUninterruptibly();
    try {
      return take(store, owner, FileName.of(givenName), bytes);
    } finally {
      places.release();
    }
  }

  private Intake take(ContentStore store, FileStore.Owner owner, String name, byte[] bytes) {
    if (bytes.length > config.maxBytes()) {
      return new Intake.Refused(
          "TOO_LARGE",
          "the file is larger than %d bytes: split it, or reduce the pictures in it"
              .formatted(config.maxBytes()));
    }
    if (!viruses.passes(bytes)) {
      return new Intake.Refused(
          "INFECTED", "the scan for viruses found something in the file: clean the computer first");
    }
    return switch (scan.texts(name, bytes, IGNORED)) {
      case ScanResult.Refused refused -> refused(refused);
      case ScanResult.Scanned read -> {
        try {
          byte[] clean = Stripping.strip(read.type(), name, bytes);
          yield store(store, owner, FileName.fitting(name, read.type()), clean);
        } catch (Unstrippable e) {
          yield new Intake.Refused(e.reason().name(), e.reason().remedy());
        }
      }
    };
  }

  /** The first reading only shows that the file can be read to its end, within the bounds. */
  private static final Passage.Sink IGNORED =
      new Passage.Sink() {
        @Override
        public void take(Passage passage) {}

        @Override
        public void cannotRead(String what) {}
      };

  private static Intake refused(ScanResult.Refused refused) {
    return new Intake.Refused(refused.code().name(), refused.message());
  }

  private Intake store(ContentStore store, FileStore.Owner owner, String name, byte[] clean) {
    var pages = new Pages();
    ScanResult result = scan.scan(name, clean, pages);
    if (result instanceof ScanResult.Refused refused) {
      return refused(refused);
    }
    var scanned = (ScanResult.Scanned) result;
    String digest = Sha256.hex(clean);
    var content =
        new FileStore.Content(name, FileName.mediaType(name, scanned.type()), clean.length, digest);
    String id = files.arriving(owner, content);
    try {
      lock.during(
          digest,
          () -> {
            if (!store.holds(digest)) {
              store.put(digest, clean);
            }
          });
      List<String> unread = scanned.unread().stream().distinct().limit(MOST_UNREAD).toList();
      StoredFile file = files.ready(id, scanned.findings(), unread, pages.all());
      return new Intake.Taken(file);
    } catch (IOException e) {
      LOG.warnf("a file could not be stored: %s", e.toString());
      files.purge(id);
      throw Problem.unavailable("the store of files does not answer now: try again later");
    }
  }

  /** Collects what a document shows, a page, a sheet or a paragraph at a time. */
  private static final class Pages implements Passage.Sink {
    /** What is kept for the search: a thick book. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private final List<StoredFile.Page> pages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String place = "";
    private int kept;

    @Override
    public void take(Passage passage) {
      if (!passage.shown() || kept >= MOST_CHARACTERS) {
        return;
      }
      String where = page(passage.place());
      if (!where.equals(place)) {
        close();
        place = where;
      }
      String words = passage.text().strip();
      int room = Math.min(words.length(), MOST_CHARACTERS - kept);
      text.append(words, 0, room).append('\n');
      kept += room;
    }

    /** A sheet is one page, whatever the cell. */
    private static String page(String place) {
      int cell = place.indexOf(", ");
      return cell < 0 ? place : place.substring(0, cell);
    }

    private void close() {
      if (!text.isEmpty()) {
        // PostgreSQL keeps no zero characters
        pages.add(new StoredFile.Page(place, text.toString().replace("\0", "")));
        text.setLength(0);
      }
    }

    List<StoredFile.Page> all() {
      close();
      return pages;
    }

    @Override
    public void cannotRead(String what) {}
  }
}
