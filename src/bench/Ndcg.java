import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how well everyday questions find statute articles, as an anonymous caller of the GraphQL
 * API: nDCG@10 and recall@10 over labelled questions, and how long answers take.
 *
 * <pre>java src/bench/Ndcg.java --data ../shared/data/statutes [--url http://localhost:8080/graphql] [--at-least .40]</pre>
 *
 * <p>The folder holds {@code queries.jsonl} (id, text) and {@code qrels.tsv} (query, 0, article id,
 * gain); the articles must have been imported, so that their code is that id. Ends with 1 when the
 * figure stays below {@code --at-least}.
 */
public final class Ndcg {
  private static final int DEPTH = 10;
  private static final String SEARCH =
      "query($text: String) { search(text: $text, kinds: [STATUTE_ARTICLE], first: 10) { edges { node { code } } } }";
  private static final Pattern FIELD =
      Pattern.compile("\"(id|text|code)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private Ndcg() {}

  private record Answer(String question, List<String> codes, long micros) {}

  public static void main(String... arguments) throws Exception {
    Map<String, String> options = new HashMap<>();
    options.put("--url", "http://localhost:8080/graphql");
    options.put("--at-least", "0");
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    if (!options.containsKey("--data")) {
      System.err.println("usage: java src/bench/Ndcg.java --data FOLDER [--url URL] [--at-least N]");
      System.exit(2);
    }
    Path data = Path.of(options.get("--data"));
    URI url = URI.create(options.get("--url"));
    Map<String, String> questions = new LinkedHashMap<>();
    for (String line : Files.readAllLines(data.resolve("queries.jsonl"))) {
      Map<String, String> fields = fields(line);
      questions.put(fields.get("id"), fields.get("text"));
    }
    Map<String, Set<String>> relevant = new HashMap<>();
    for (String line : Files.readAllLines(data.resolve("qrels.tsv"))) {
      String[] parts = line.split("\\s+");
      if (parts.length >= 4 && !parts[3].equals("0")) {
        relevant.computeIfAbsent(parts[0], q -> new HashSet<>()).add(parts[2]);
      }
    }
    report(ask(url, questions), relevant, Double.parseDouble(options.get("--at-least")));
  }

  private static List<Answer> ask(URI url, Map<String, String> questions) throws Exception {
    List<Callable<Answer>> calls = new ArrayList<>();
    questions.forEach((id, text) -> calls.add(() -> ask(url, id, text)));
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Answer> answers = new ArrayList<>();
      for (var answer : two.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  private static Answer ask(URI url, String id, String text) throws IOException, InterruptedException {
    String body = "{\"query\":" + quoted(SEARCH) + ",\"variables\":{\"text\":" + quoted(text) + "}}";
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header("Accept", "application/graphql-response+json")
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    long start = System.nanoTime();
    HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    long micros = (System.nanoTime() - start) / 1_000;
    if (response.statusCode() != 200 || response.body().contains("\"errors\"")) {
      throw new IOException("question " + id + ": " + response.statusCode() + " " + response.body());
    }
    List<String> codes = new ArrayList<>();
    Matcher field = FIELD.matcher(response.body());
    while (field.find()) {
      if (field.group(1).equals("code")) {
        codes.add(field.group(2));
      }
    }
    return new Answer(id, codes, micros);
  }

  private static void report(List<Answer> answers, Map<String, Set<String>> relevant, double atLeast) {
    double ndcg = 0;
    double recall = 0;
    for (Answer answer : answers) {
      Set<String> wanted = relevant.getOrDefault(answer.question(), Set.of());
      if (wanted.isEmpty()) {
        continue;
      }
      double gain = 0;
      int found = 0;
      for (int rank = 0; rank < Math.min(DEPTH, answer.codes().size()); rank++) {
        if (wanted.contains(answer.codes().get(rank))) {
          gain += discount(rank);
          found++;
        }
      }
      double ideal = 0;
      for (int rank = 0; rank < Math.min(DEPTH, wanted.size()); rank++) {
        ideal += discount(rank);
      }
      ndcg += gain / ideal;
      recall += (double) found / wanted.size();
    }
    long[] times = answers.stream().mapToLong(Answer::micros).sorted().toArray();
    double result = ndcg / answers.size();
    System.out.printf(
        Locale.ROOT,
        "%d questions: nDCG@10 %.4f, R@10 %.4f, p50 %.1f ms, p99 %.1f ms%n",
        answers.size(),
        result,
        recall / answers.size(),
        times[times.length / 2] / 1e3,
        times[Math.min(times.length - 1, times.length * 99 / 100)] / 1e3);
    if (result < atLeast) {
      System.out.printf(Locale.ROOT, "below %.2f%n", atLeast);
      System.exit(1);
    }
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 2);
  }

  private static Map<String, String> fields(String line) {
    Map<String, String> fields = new HashMap<>();
    Matcher field = FIELD.matcher(line);
    while (field.find()) {
      fields.put(field.group(1), unquoted(field.group(2)));
    }
    return fields;
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        default -> {
          if (c < ' ') {
            json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }

  private static String unquoted(String json) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char next = json.charAt(++i);
      switch (next) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'u' -> {
          text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> text.append(next);
      }
    }
    return text.toString();
  }
}
