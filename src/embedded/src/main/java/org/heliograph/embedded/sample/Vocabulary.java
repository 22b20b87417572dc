package org.heliograph.embedded.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The words of vocabulary.txt, by section. */
final class Vocabulary {
  private final Map<String, List<String>> sections = new LinkedHashMap<>();

  private Vocabulary() {}

  static Vocabulary load() throws IOException {
    Vocabulary words = new Vocabulary();
    String section = "";
    try (BufferedReader reader = open("vocabulary.txt")) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("[")) {
          section = line.substring(1, line.indexOf(']'));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          words.sections.computeIfAbsent(section, name -> new ArrayList<>()).add(line);
        }
      }
    }
    return words;
  }

  static BufferedReader open(String resource) {
    return new BufferedReader(
        new InputStreamReader(
            Objects.requireNonNull(Vocabulary.class.getResourceAsStream(resource), resource),
            StandardCharsets.UTF_8));
  }

  /** The entries of a section. */
  List<String> lines(String section) {
    return Objects.requireNonNull(sections.get(section), section);
  }

  /** The words of a section that is one list. */
  List<String> list(String section) {
    return words(lines(section).get(0));
  }

  /** A section of fields, by the first field; the rest as it stands. */
  Map<String, String> byFirstField(String section) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String line : lines(section)) {
      int bar = line.indexOf('|');
      found.put(line.substring(0, bar), line.substring(bar + 1));
    }
    return found;
  }

  static List<String> words(String list) {
    return list.isEmpty() ? List.of() : List.of(list.split("、", -1));
  }

  /** A list of phrases, in which 、 is part of the text. */
  static List<String> phrases(String list) {
    return List.of(list.split(" / ", -1));
  }

  static String[] fields(String line) {
    return line.split("\\|", -1);
  }
}
