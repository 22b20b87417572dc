package org.heliograph.relevance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judged questions over one body of records.
 *
 * @param kinds which kinds are searched; all when empty
 */
public record QuestionSet(String name, List<String> kinds, List<Question> questions) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A file with one question a line: {@code {"text": …, "records": {CODE: 0–3}}}. */
  public static QuestionSet read(String name, Path file) throws IOException {
    var questions = new ArrayList<Question>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        continue;
      }
      JsonNode node = JSON.readTree(line);
      var judged = new LinkedHashMap<String, Integer>();
      node.path("records").properties().forEach(e -> judged.put(e.getKey(), e.getValue().asInt()));
      String text = node.path("text").asText();
      // the text is the id: a question that is worded anew is a new one
      questions.add(new Question(text, text, judged));
    }
    return new QuestionSet(name, List.of(), questions);
  }

  /**
   * Questions over statute articles from a folder that the project does not hold: {@code
   * queries.jsonl} with id and text, {@code qrels.tsv} with query, 0, article id and gain. The
   * articles' codes are those ids.
   */
  public static QuestionSet readStatutes(Path folder) throws IOException {
    Map<String, Map<String, Integer>> judged = new LinkedHashMap<>();
    for (String line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
      String[] parts = line.split("\\s+", -1);
      if (parts.length >= 4 && !parts[3].equals("0")) {
        judged
            .computeIfAbsent(parts[0], q -> new LinkedHashMap<>())
            .put(parts[2], Integer.valueOf(parts[3]));
      }
    }
    var questions = new ArrayList<Question>();
    for (String line : Files.readAllLines(folder.resolve("queries.jsonl"))) {
      JsonNode node = JSON.readTree(line);
      String id = node.path("id").asText();
      Map<String, Integer> records = judged.get(id);
      if (records != null) {
        questions.add(new Question(id, node.path("text").asText(), records));
      }
    }
    return new QuestionSet("statutes", List.of("STATUTE_ARTICLE"), questions);
  }
}
