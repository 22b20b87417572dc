import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Measures anonymous suggestions as somebody types them, letter by letter, and beside them in the
 * same run the query that the service sends to Elasticsearch for each.
 *
 * <pre>java src/bench/Suggestions.java [REQUESTS] [SERVICE] [ELASTICSEARCH]</pre>
 *
 * <p>Meant for a service that holds the county ({@code ./heliograph run --sample county}). The
 * first third warms up and is not counted.
 */
public final class Suggestions {
  private static final List<String> TYPED =
      List.of(
          "低", "低保", "最低生活", "d", "db", "dib", "dibao", "nongc", "财务收支", "公开", "cwsz", "caiwushouzhi",
          "食品经营", "spjy", "许可", "处罚", "2026年", "宅基地", "zhaijidi", "违法占地", "weifa", "村务", "cunwu",
          "补贴", "butie", "道路运输", "dlys", "diabo", "民法典", "minfadian");
  private static final String QUERY =
      "query($text: String!) {suggestions(text: $text) {text kind code place recordKind count}}";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI service;
  private final URI raw;

  private Suggestions(String service, String elasticsearch) {
    this.service = URI.create(service);
    raw =
        URI.create(
            elasticsearch
                + "/heliograph-power-item-public,heliograph-disclosure-public,heliograph-case-outcome-public/_search");
  }

  public static void main(String[] arguments) throws Exception {
    int requests = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 6_000;
    var bench =
        new Suggestions(
            arguments.length > 1 ? arguments[1] : "http://localhost:8080/graphql",
            arguments.length > 2 ? arguments[2] : "http://localhost:19200");
    for (int connections : new int[] {1, 16}) {
      bench.measure("raw Elasticsearch", connections, requests, bench.raw, Suggestions::search);
      bench.measure("suggestions", connections, requests, bench.service, Suggestions::operation);
    }
  }

  private interface Body {
    String of(String typed);
  }

  private void measure(String what, int connections, int requests, URI url, Body body)
      throws Exception {
    var calls = new ArrayList<Callable<Long>>();
    for (int i = 0; i < requests; i++) {
      String text = body.of(TYPED.get(i % TYPED.size()));
      calls.add(() -> ask(url, text));
    }
    var micros = new ArrayList<Long>();
    long began;
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      int warm = requests / 3;
      threads.invokeAll(calls.subList(0, warm));
      began = System.nanoTime();
      for (var answer : threads.invokeAll(calls.subList(warm, requests))) {
        micros.add(answer.get());
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    Collections.sort(micros);
    System.out.printf(
        Locale.ROOT,
        "%-18s %2d at a time, %d: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, %.0f/s%n",
        what,
        connections,
        micros.size(),
        micros.get(micros.size() / 2) / 1e3,
        micros.get(micros.size() * 9 / 10) / 1e3,
        micros.get(micros.size() * 99 / 100) / 1e3,
        micros.size() / seconds);
  }

  private long ask(URI url, String body) throws Exception {
    long began = System.nanoTime();
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200 || answer.body().contains("\"errors\"")) {
      throw new IllegalStateException(answer.body());
    }
    return (System.nanoTime() - began) / 1_000;
  }

  private static String operation(String typed) {
    return "{\"query\": \"%s\", \"variables\": {\"text\": \"%s\"}}".formatted(QUERY, typed);
  }

  /** What the service sends; see search/Suggesting and search/SearchPlan. */
  private static String search(String typed) {
    boolean latin = typed.matches("[a-z]+");
    String begins = prefix("begins", typed);
    String found =
        typed.length() == 1
            ? begins
            : latin
                ? any(prefix("typed", typed) + "," + prefix("sounds", typed))
                : prefix("typed", typed);
    String groups =
        """
        {"terms":{"field":"group","size":8,"collect_mode":"breadth_first"},
         "aggregations":{"suggestion":{"terms":{"field":"suggestion","size":1}}}}""";
    return """
    {"size":0,"track_total_hits":false,
     "query":{"bool":{"filter":[{"bool":{"filter":[%s]}},%s]}},
     "aggregations":{"anywhere":%s,"beginning":{"filter":%s,"aggregations":{"anywhere":%s}}}}"""
        .formatted(
            any(kind("POWER_ITEM") + "," + kind("DISCLOSURE") + "," + kind("CASE_OUTCOME")),
            found,
            groups,
            begins,
            groups);
  }

  private static String prefix(String field, String typed) {
    return "{\"prefix\":{\"%s\":{\"value\":\"%s\"}}}".formatted(field, typed);
  }

  private static String any(String queries) {
    return "{\"bool\":{\"should\":[%s],\"minimum_should_match\":\"1\"}}".formatted(queries);
  }

  private static String kind(String kind) {
    long now = System.currentTimeMillis() * 1_000;
    return """
    {"bool":{"filter":[{"terms":{"kind":["%s"]}},
     {"bool":{"filter":[{"terms":{"stage":["PUBLISHED"]}},{"terms":{"audience":["PUBLIC"]}},
      {"range":{"visibleFrom":{"lte":%d}}},{"range":{"visibleUntil":{"gt":%d}}}]}},{"match_all":{}}]}}"""
        .formatted(kind, now, now);
  }
}
