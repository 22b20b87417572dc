package org.heliograph.embedded.sample;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a sample, read back by someone who did not write them. */
final class SampleFiles {
  static final List<String> RECORDS =
      List.of("power-items", "disclosures", "subsidy-beneficiaries", "case-outcomes");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final Path directory;

  SampleFiles(Path directory) {
    this.directory = directory;
  }

  /** The rows of one kind, from JSON Lines or, where there is none, from CSV. */
  List<JsonNode> rows(String kind) {
    Path lines = directory.resolve(kind + ".jsonl");
    try {
      List<JsonNode> rows = new ArrayList<>();
      if (Files.exists(lines)) {
        for (String line : Files.readAllLines(lines)) {
          rows.add(JSON.readTree(line));
        }
      } else {
        List<String> csv = Files.readAllLines(directory.resolve(kind + ".csv"));
        String[] header = csv.get(0).split(",", -1);
        for (String line : csv.subList(1, csv.size())) {
          rows.add(row(header, line.split(",", -1)));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new IllegalStateException("unreadable: " + kind, e);
    }
  }

  private static ObjectNode row(String[] header, String[] fields) {
    if (fields.length != header.length) {
      throw new IllegalStateException("a line has " + fields.length + " fields");
    }
    ObjectNode row = JSON.createObjectNode();
    for (int i = 0; i < header.length; i++) {
      if (!fields[i].isEmpty()) {
        row.put(header[i], fields[i]);
      }
    }
    return row;
  }

  Set<String> codes(String kind) {
    return rows(kind).stream().map(row -> text(row, "code")).collect(Collectors.toSet());
  }

  /** Law and article of every statute article, laws without the name of the state. */
  Set<String> articles() {
    return rows("statutes").stream().map(SampleFiles::article).collect(Collectors.toSet());
  }

  static String article(JsonNode row) {
    return text(row, "law").replace("中华人民共和国", "") + text(row, "article");
  }

  static String text(JsonNode row, String field) {
    return row.path(field).asText("");
  }

  static Stream<JsonNode> elements(JsonNode row, String list) {
    return row.path(list).valueStream();
  }

  /** What each row of a kind says of itself, for rows that it is wrong about. */
  List<String> offenders(String kind, Function<JsonNode, Boolean> wrong) {
    return rows(kind).stream().filter(wrong::apply).map(row -> text(row, "code")).toList();
  }
}
