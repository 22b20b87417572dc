package org.heliograph.embedded.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A file of JSON objects, one a line. */
final class JsonLines implements AutoCloseable {
  private final Writer file;
  private final StringBuilder line = new StringBuilder(4096);

  JsonLines(Path directory, String name) throws IOException {
    file = new BufferedWriter(Files.newBufferedWriter(directory.resolve(name + ".jsonl")), 1 << 16);
  }

  void write(Map<String, Object> object) {
    line.setLength(0);
    value(object);
    line.append('\n');
    try {
      file.append(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void value(Object value) {
    if (value instanceof Map<?, ?> object) {
      char before = '{';
      for (Map.Entry<?, ?> entry : object.entrySet()) {
        line.append(before);
        text(String.valueOf(entry.getKey()));
        line.append(':');
        value(entry.getValue());
        before = ',';
      }
      line.append(before == '{' ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      char before = '[';
      for (Object element : list) {
        line.append(before);
        value(element);
        before = ',';
      }
      line.append(before == '[' ? "[]" : "]");
    } else if (value instanceof Number || value instanceof Boolean) {
      line.append(value);
    } else {
      text(value.toString());
    }
  }

  private void text(String text) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> line.append("\\\"");
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        default -> {
          if (c < ' ') {
            throw new IllegalArgumentException("control character in a text");
          }
          line.append(c);
        }
      }
    }
    line.append('"');
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
