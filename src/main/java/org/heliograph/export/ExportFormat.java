package org.heliograph.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that rows are written in. */
public enum ExportFormat {
  /** RFC 4180, UTF-8. */
  CSV("text/csv; charset=utf-8; header=present"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /** One JSON object a line, UTF-8. */
  JSONL("application/jsonl; charset=utf-8");

  private final String contentType;

  ExportFormat(String contentType) {
    this.contentType = contentType;
  }

  /**
   * How a file is dressed.
   *
   * @param bom whether CSV begins with a byte order mark, without which spreadsheet programs take
   *     it for the system's old encoding
   * @param chinese whether headings are in Chinese; JSON keys never are
   */
  public record Dress(boolean bom, boolean chinese) {
    public static final Dress USUAL = new Dress(true, true);
  }

  public String contentType() {
    return contentType;
  }

  /** The ending of a file's name, for example {@code csv}. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ExportFormat> ofEnding(String ending) {
    for (ExportFormat format : values()) {
      if (format.ending().equals(ending)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Begins a file; the caller closes the stream. */
  public RowWriter write(List<? extends ExportColumn<?>> columns, Dress dress, OutputStream out)
      throws IOException {
    return switch (this) {
      case CSV -> new CsvTable(columns, dress, out);
      case XLSX -> new SpreadsheetTable(columns, dress, out);
      case JSONL -> new JsonLinesTable(columns, out);
    };
  }
}
