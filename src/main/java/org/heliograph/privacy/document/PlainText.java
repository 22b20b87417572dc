package org.heliograph.privacy.document;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text files: UTF-8, UTF-16 with its mark, or GB 18030, which office software still writes. */
final class PlainText {
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
  private static final int BEGINNING = 8192;

  /** Lines are scanned together, so that a number that goes over a line's end is found. */
  private static final int CHARACTERS_TOGETHER = 1 << 20;

  private PlainText() {}

  static boolean decodes(byte[] bytes) {
    return decode(bytes) != null;
  }

  static void read(String name, byte[] bytes, Reading reading) {
    String text = decode(bytes);
    if (text == null) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
    if (!name.toLowerCase(Locale.ROOT).endsWith(".csv") || !readCells(text, reading)) {
      readLines(text, reading);
    }
  }

  private static @Nullable String decode(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE) {
      return strictly(StandardCharsets.UTF_16, bytes);
    }
    for (int i = 0; i < Math.min(bytes.length, BEGINNING); i++) {
      if (bytes[i] == 0) {
        return null;
      }
    }
    for (Charset charset : CHARSETS) {
      String text = strictly(charset, bytes);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static @Nullable String strictly(Charset charset, byte[] bytes) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** False, with nothing taken, when the text is no table: every record is read before. */
  private static boolean readCells(String text, Reading reading) {
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        reading.checkTime();
        if (record.getFieldCount() == 0) {
          return false;
        }
      }
    } catch (CsvParseException | IOException | UncheckedIOException e) {
      return false;
    }
    var columns = new Columns();
    int row = 0;
    for (CsvRecord record : CsvReader.builder().ofCsvRecord(text)) {
      row++;
      for (int i = 0; i < record.getFieldCount(); i++) {
        String cell = record.getField(i);
        String place = "line %d, column %d".formatted(record.getStartingLineNumber(), i + 1);
        reading.add(Passage.shown(place, cell).under(columns.heading(row, i, cell)));
      }
    }
    return true;
  }

  static void readLines(String text, Reading reading) {
    int from = 0;
    int line = 1;
    while (from < text.length()) {
      int to = Math.min(text.length(), from + CHARACTERS_TOGETHER);
      int end = to == text.length() ? to : text.lastIndexOf('\n', to) + 1;
      end = end <= from ? to : end;
      String part = text.substring(from, end);
      reading.add(new Passage("", true, "", part, line));
      line += (int) part.chars().filter(c -> c == '\n').count();
      from = end;
    }
  }
}
