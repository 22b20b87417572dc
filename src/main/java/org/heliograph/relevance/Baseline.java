package org.heliograph.relevance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * nDCG@10 of each question as it was kept: a file with one question a line, a tab and the figure.
 */
record Baseline(Map<String, Double> ndcg) {

  /** Empty when none was kept. */
  static Baseline read(Path file) throws IOException {
    var ndcg = new LinkedHashMap<String, Double>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int tab = line.lastIndexOf('\t');
        if (tab > 0) {
          ndcg.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
        }
      }
    }
    return new Baseline(ndcg);
  }

  static void keep(Path file, List<Asking.Answer> answers) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var lines =
        answers.stream()
            .map(answer ->
                String.format(
                    Locale.ROOT, "%s\t%.4f", answer.question().id(), answer.score().ndcg()))
            .toList();
    Files.write(file, lines);
  }
}
