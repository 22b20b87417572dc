package org.heliograph.editing.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.heliograph.audit.Authority;
import org.heliograph.graphql.PersonalReads;
import org.heliograph.graphql.http.FormRoute;
import org.heliograph.importing.Importer;
import org.heliograph.importing.job.ImportConfig;
import org.heliograph.importing.job.ImportDesk;
import org.heliograph.importing.job.Spool;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.Viewer;
import org.heliograph.workflow.Desk;

/** Takes an uploaded file in: for whom, of which kind, into the spool. */
@ApplicationScoped
class ImportIntake {
  private static final Set<String> ENDINGS = Set.of(".xlsx", ".csv", ".jsonl", ".ndjson");
  private static final int LONGEST_NAME = 200;

  private final Map<String, RecordKind> kinds;
  private final ImportDesk imports;
  private final Spool spool;
  private final ImportConfig config;

  ImportIntake(Importer importer, ImportDesk imports, Spool spool, ImportConfig config) {
    kinds = importer.ownWords();
    this.imports = imports;
    this.spool = spool;
    this.config = config;
  }

  RecordKind kind(String word) {
    RecordKind kind = kinds.get(word);
    if (kind == null) {
      throw Problem.notFound(
          "there is no such list to import: choose one of " + String.join(", ", kinds.keySet()));
    }
    return kind;
  }

  /** The id of the job that it has become. */
  long take(String word, FormRoute.Brought brought, PersonalReads.Reader reader)
      throws IOException {
    RecordKind kind = kind(word);
    Viewer viewer = reader.viewer();
    Desk desk = Desk.of(viewer, brought.organisation());
    var authority =
        new Authority(
            viewer.subject(),
            desk.role().name(),
            desk.organisation(),
            null,
            reader.requestId(),
            reader.addressClass());
    var order =
        new ImportDesk.Order(word, kind, desk.organisation(), authority, name(brought.name()));
    long job =
        imports
            .begin(order)
            .orElseThrow(() ->
                Problem.conflict(
                    "your organisation has %d imports under way: confirm or cancel some"
                        .formatted(config.maxOpen())));
    boolean whole = false;
    try {
      put(job, brought.content());
      whole = imports.uploaded(job);
    } finally {
      if (!whole) {
        imports.discard(job);
      }
    }
    if (!whole) {
      throw Problem.conflict("the upload was stopped meanwhile: upload the file again");
    }
    return job;
  }

  /** Without directories and invisible characters, and with an ending that says what it is. */
  private static String name(String given) {
    String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    name = name.replaceAll("\\p{C}", "").strip();
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    if (!ENDINGS.contains(ending)) {
      throw Problem.badInput("file", "has a name that ends in .xlsx, .csv or .jsonl");
    }
    return name.length() <= LONGEST_NAME ? name : name.substring(0, 20) + ending;
  }

  private void put(long job, Path file) throws IOException {
    byte[] piece = new byte[Spool.PIECE];
    try (InputStream in = Files.newInputStream(file)) {
      int n = 0;
      for (int length = in.readNBytes(piece, 0, piece.length);
          length > 0;
          length = in.readNBytes(piece, 0, piece.length)) {
        if (!spool.put(job, Spool.Part.FILE, n, piece, length)) {
          return;
        }
        n++;
      }
      if (n == 0) {
        throw Problem.badInput("file", "is empty");
      }
    }
  }
}
