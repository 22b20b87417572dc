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
 * Measures anonymous searches over all kinds, with highlights, two facets and the exact total, as a
 * result page of a portal asks for them.
 *
 * <pre>java src/bench/SearchLatency.java [REQUESTS] [URL]</pre>
 *
 * <p>Meant for a service that holds the county ({@code ./heliograph run --sample county}). The
 * first fifth warms up and is not counted.
 */
public final class SearchLatency {
  private static final List<String> QUESTIONS =
      List.of(
          "低保怎么申请",
          "低保",
          "食品经营许可证怎么办",
          "养老补贴什么时候发",
          "村里的公路谁出钱修",
          "耕地地力保护补贴",
          "2026年第一季度村务公开",
          "违法占地处罚",
          "出生医学证明",
          "危房改造",
          "卫生许可",
          "挪用补贴资金",
          "行政处罚决定书",
          "高龄津贴标准",
          "道路运输经营许可",
          "财务收支公开",
          "残疾人两项补贴",
          "林木采伐许可证办理条件",
          "村委会换届选举结果",
          "农机购置补贴");
  private static final String QUERY =
      "query($text: String) {search(text: $text, first: 10, facets: [KIND, REGION]) {totalCount edges {cursor node {kind code title} highlights {field fragments}}"
          + " facets {name buckets {value label count}} pageInfo {hasNextPage}}}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;

  private SearchLatency(URI url) {
    this.url = url;
  }

  public static void main(String... arguments) throws Exception {
    int requests = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    var bench =
        new SearchLatency(
            URI.create(arguments.length > 1 ? arguments[1] : "http://localhost:8080/graphql"));
    for (int connections : new int[] {1, 4}) {
      bench.measure(connections, requests);
    }
  }

  private void measure(int connections, int requests) throws Exception {
    var calls = new ArrayList<Callable<Long>>();
    for (int i = 0; i < requests; i++) {
      String text = QUESTIONS.get(i % QUESTIONS.size());
      calls.add(() -> ask(text));
    }
    var micros = new ArrayList<Long>();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      int warm = requests / 5;
      threads.invokeAll(calls.subList(0, warm));
      for (var answer : threads.invokeAll(calls.subList(warm, requests))) {
        micros.add(answer.get());
      }
    }
    Collections.sort(micros);
    System.out.printf(
        Locale.ROOT,
        "%d at a time, %d searches: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms%n",
        connections,
        micros.size(),
        micros.get(micros.size() / 2) / 1e3,
        micros.get(micros.size() * 9 / 10) / 1e3,
        micros.get(micros.size() * 99 / 100) / 1e3);
  }

  private long ask(String text) throws Exception {
    long began = System.nanoTime();
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"query\": \"%s\", \"variables\": {\"text\": \"%s\"}}"
                            .formatted(QUERY, text)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200 || answer.body().contains("\"errors\"")) {
      throw new IllegalStateException(answer.body());
    }
    return (System.nanoTime() - began) / 1_000;
  }
}
