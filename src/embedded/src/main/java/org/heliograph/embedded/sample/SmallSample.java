package org.heliograph.embedded.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small sample's reference data, which the county shares. */
final class SmallSample {
  private static final String FIELD = "\"%s\": \"((?:[^\"\\\\]|\\\\.)*)\"";

  void copy(String kind, Path directory) throws IOException {
    try (InputStream source =
        Objects.requireNonNull(
            SmallSample.class.getResourceAsStream("small/" + kind + ".jsonl"), kind)) {
      Files.copy(source, directory.resolve(kind + ".jsonl"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  List<String> lines(String kind) {
    try (BufferedReader reader = Vocabulary.open("small/" + kind + ".jsonl")) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text field of a line that the small sample's own writer has written. */
  static String field(String line, String name) {
    Matcher matcher = Pattern.compile(FIELD.formatted(name)).matcher(line);
    if (!matcher.find()) {
      throw new IllegalStateException("no field " + name + " in a line of the small sample");
    }
    return matcher.group(1).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
  }
}
