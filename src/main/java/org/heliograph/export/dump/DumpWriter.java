package org.heliograph.export.dump;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.heliograph.export.Export;
import org.heliograph.export.ExportFormat;
import org.heliograph.export.Parameters;
import org.heliograph.export.RowWriter;
import org.heliograph.store.ReadStop;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/** Writes one list in two formats at once, so that both hold the same rows. */
final class DumpWriter {
  /** Headings are the names of the data package's fields. */
  private static final ExportFormat.Dress PLAIN = new ExportFormat.Dress(false, false);

  private static final int BUFFER = 1 << 16;

  private DumpWriter() {}

  static List<DumpFile> write(Export export, Viewer viewer, Path directory) throws IOException {
    long rows;
    var table = new Target(export, ExportFormat.CSV, directory);
    var lines = new Target(export, ExportFormat.JSONL, directory);
    try (table;
        lines) {
      rows =
          export
              .ask(new Parameters(Map.of()), viewer)
              .writeTo(new Both(table.writer, lines.writer), new ReadStop());
      table.writer.finish();
      lines.writer.finish();
    }
    return List.of(table.file(rows), lines.file(rows));
  }

  private record Both(RowWriter one, RowWriter other) implements RowWriter {
    @Override
    public void row(List<@Nullable Object> values) throws IOException {
      one.row(values);
      other.row(values);
    }

    @Override
    public void finish() throws IOException {
      one.finish();
      other.finish();
    }
  }

  /** A compressed file that is written and hashed. */
  private static final class Target implements AutoCloseable {
    private final Export export;
    private final ExportFormat format;
    private final Path path;
    private final MessageDigest hash;
    private final OutputStream out;
    private final RowWriter writer;

    Target(Export export, ExportFormat format, Path directory) throws IOException {
      this.export = export;
      this.format = format;
      path = directory.resolve(export.word() + "." + format.ending() + ".gz");
      hash = sha256();
      out =
          new BufferedOutputStream(
              new GZIPOutputStream(
                  new DigestOutputStream(Files.newOutputStream(path), hash), BUFFER),
              BUFFER);
      writer = format.write(export.columns(), PLAIN, out);
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java runtime has SHA-256", e);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }

    DumpFile file(long rows) throws IOException {
      return new DumpFile(
          export,
          format,
          String.valueOf(path.getFileName()),
          rows,
          Files.size(path),
          HexFormat.of().formatHex(hash.digest()));
    }
  }
}
