package org.heliograph.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON Lines: one object a line, UTF-8. A line is read as bytes, so that a bad one spoils no other.
 */
final class JsonLines implements RowSource {
  /** No record is longer; what is longer is read past, not kept. */
  private static final int LONGEST = 8 * 1024 * 1024;

  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readerFor(JsonNode.class);

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
  private int at;
  private int filled;
  private long number;
  private boolean tooLong;
  private List<String> cells = List.of();

  JsonLines(Path file) throws IOException {
    in = Files.newInputStream(file);
  }

  @Override
  public @Nullable FileRow next() throws IOException {
    while (readLine()) {
      byte[] bytes = line.toByteArray();
      int from = number == 1 && startsWithMark(bytes) ? 3 : 0;
      cells = tooLong ? List.of() : List.of(new String(bytes, from, bytes.length - from, UTF_8));
      if (tooLong) {
        return broken("the line is longer than 8 MB: a record is one object on one line");
      }
      if (!isBlank(bytes, from)) {
        return parse(bytes, from);
      }
    }
    return null;
  }

  @Override
  public List<String> cells() {
    return cells;
  }

  private FileRow parse(byte[] bytes, int from) throws IOException {
    try {
      JsonNode node = READER.readValue(bytes, from, bytes.length - from);
      if (node instanceof ObjectNode object) {
        object.remove(Column.REMARK);
        return new FileRow(number, object, null);
      }
      return broken("the line is no JSON object: write { \"code\": … } on one line");
    } catch (JsonProcessingException e) {
      // Jackson's own message may repeat the line
      var where = e.getLocation();
      return broken(
          "the line is not valid JSON"
              + (where == null ? "" : " near character " + where.getColumnNr())
              + ": check quotes, commas, repeated fields and the encoding (UTF-8)");
    }
  }

  private FileRow broken(String reason) {
    return new FileRow(number, JsonNodeFactory.instance.objectNode(), reason);
  }

  /** False at the end of the file. */
  private boolean readLine() throws IOException {
    line.reset();
    tooLong = false;
    number++;
    boolean any = false;
    while (at < filled || fill()) {
      any = true;
      int from = at;
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      keep(from, at - from);
      if (at < filled) {
        // past the line's end
        at++;
        return true;
      }
    }
    return any;
  }

  private boolean fill() throws IOException {
    filled = in.read(buffer);
    at = 0;
    return filled > 0;
  }

  private void keep(int from, int length) {
    tooLong |= line.size() + length > LONGEST;
    if (!tooLong) {
      line.write(buffer, from, length);
    }
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private static boolean isBlank(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
