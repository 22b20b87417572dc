package org.heliograph.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header, commas and UTF-8. */
final class CsvRows implements RowSource {
  private final CloseableIterator<CsvRecord> records;
  private final Headings headings;
  private long line = 1;

  CsvRows(Path file, List<Column> columns) throws IOException {
    records =
        CsvReader.builder()
            .detectBomHeader(true)
            .skipEmptyLines(true)
            // told row by row below
            .allowMissingFields(true)
            .allowExtraFields(true)
            .allowUnclosedQuote(false)
            .maxBufferSize(1 << 20)
            .ofCsvRecord(Files.newInputStream(file), StandardCharsets.UTF_8)
            .iterator();
    CsvRecord header = read();
    if (header == null) {
      throw new ImportRefused(
          "%s is empty: a CSV file begins with a header".formatted(file.getFileName()));
    }
    headings = new Headings(header.getFields(), columns);
  }

  private @Nullable CsvRecord read() {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord next = records.next();
      line = next.getStartingLineNumber();
      return next;
    } catch (CsvParseException e) {
      throw new ImportRefused(
          "the CSV file cannot be taken apart after line %d: a quotation mark is not closed there, or a cell is longer than a million characters"
              .formatted(line));
    }
  }

  @Override
  public @Nullable FileRow next() {
    CsvRecord csv = read();
    if (csv != null && Headings.isExplanation(csv.getField(0))) {
      csv = read();
    }
    if (csv == null) {
      return null;
    }
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    if (csv.getFieldCount() != headings.size()) {
      return new FileRow(
          line,
          fields,
          "the row has %d cells and the header %d: check commas and quotation marks"
              .formatted(csv.getFieldCount(), headings.size()));
    }
    for (int i = 0; i < csv.getFieldCount(); i++) {
      String value = csv.getField(i);
      if (value.indexOf('\uFFFD') >= 0) {
        return new FileRow(
            line,
            JsonNodeFactory.instance.objectNode(),
            "the row is not UTF-8: save the file as CSV UTF-8");
      }
      if (!value.isBlank()) {
        if (headings.name(i).isEmpty()) {
          return new FileRow(
              line,
              JsonNodeFactory.instance.objectNode(),
              "column %d has no heading".formatted(i + 1));
        }
        fields.put(headings.name(i), value);
      }
    }
    return new FileRow(line, fields, null);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
