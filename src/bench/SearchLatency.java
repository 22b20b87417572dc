import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Measures anonymous searches over all kinds, with highlights, two facets and the exact total, as a
 * result page of a portal asks for them; and beside them, in the same run, the very requests that
 * the service sends to Elasticsearch for each.
 *
 * <pre>
 * java src/bench/SearchLatency.java record FILE PORT [SERVICE] [ELASTICSEARCH]
 * java src/bench/SearchLatency.java FILE [REQUESTS] [SERVICE] [ELASTICSEARCH]
 * </pre>
 *
 * <p>Meant for a service that holds the county ({@code ./heliograph run --sample county}). To record,
 * start one more service with {@code HELIOGRAPH_SEARCH_PUBLIC_URL=http://127.0.0.1:PORT}: what it
 * asks goes through and is written down. To measure, that service is not needed any more. Rounds of
 * both alternate; the first warms up and is not counted.
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

  private static final int ROUNDS = 5;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI service;
  private final String elasticsearch;

  /** A request as the service sent it. */
  private record Raw(String path, String body) {}

  private SearchLatency(String service, String elasticsearch) {
    this.service = URI.create(service);
    this.elasticsearch = elasticsearch;
  }

  public static void main(String... arguments) throws Exception {
    var given = new ArrayList<>(List.of(arguments));
    boolean record = given.removeIf("record"::equals);
    Path file = Path.of(given.get(0));
    int number = given.size() > 1 ? Integer.parseInt(given.get(1)) : 500;
    var bench =
        new SearchLatency(
            given.size() > 2 ? given.get(2) : "http://localhost:8080/graphql",
            given.size() > 3 ? given.get(3) : "http://localhost:19200");
    if (record) {
      bench.record(file, number);
    } else {
      bench.compare(file, number);
    }
  }

  /** Stands between a service and Elasticsearch while each question is asked. */
  private void record(Path file, int port) throws Exception {
    var seen = Collections.synchronizedList(new ArrayList<Raw>());
    var between =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    between.createContext("/", exchange -> pass(exchange, seen));
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      between.setExecutor(threads);
      between.start();
      var lines = new ArrayList<String>();
      for (String text : QUESTIONS) {
        // the first asking also fetches what the service keeps for a while
        send(service, operation(text));
        seen.clear();
        send(service, operation(text));
        for (Raw raw : List.copyOf(seen)) {
          lines.add(text + "\t" + raw.path() + "\t" + raw.body());
        }
      }
      between.stop(0);
      Files.write(file, lines);
      System.out.printf("%d questions, %d requests%n", QUESTIONS.size(), lines.size());
    }
  }

  private void pass(HttpExchange exchange, List<Raw> seen) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().toString();
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      var request =
          HttpRequest.newBuilder(URI.create(elasticsearch + path))
              .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofString(body));
      if (type != null) {
        request.header("Content-Type", type);
      }
      String accept = exchange.getRequestHeaders().getFirst("Accept");
      if (accept != null) {
        request.header("Accept", accept);
      }
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (path.contains("_search")) {
        seen.add(new Raw(path, body.strip()));
      }
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(each -> exchange.getResponseHeaders().set("Content-Type", each));
      exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void compare(Path file, int requests) throws Exception {
    var raw = new LinkedHashMap<String, List<Raw>>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("\t", 3);
      raw.computeIfAbsent(parts[0], text -> new ArrayList<>()).add(new Raw(parts[1], parts[2]));
    }
    for (int connections : new int[] {1, 4}) {
      var ours = new ArrayList<Long>();
      var theirs = new ArrayList<Long>();
      for (int round = 0; round <= ROUNDS; round++) {
        List<Long> asked = measure(connections, requests, text -> send(service, operation(text)));
        List<Long> sent = measure(connections, requests, text -> replay(raw, text));
        if (round > 0) {
          ours.addAll(asked);
          theirs.addAll(sent);
        }
      }
      print(connections, "search", ours);
      print(connections, "raw", theirs);
      System.out.printf(
          Locale.ROOT,
          "%d at a time: p50 %.2f times, p99 %.2f times the raw requests%n",
          connections,
          (double) at(ours, 50) / at(theirs, 50),
          (double) at(ours, 99) / at(theirs, 99));
    }
  }

  private void replay(Map<String, List<Raw>> raw, String text) throws Exception {
    for (Raw each : raw.get(text)) {
      send(URI.create(elasticsearch + each.path()), each.body());
    }
  }

  private interface Question {
    void ask(String text) throws Exception;
  }

  private static List<Long> measure(int connections, int requests, Question question)
      throws Exception {
    var calls = new ArrayList<Callable<Long>>();
    for (int i = 0; i < requests; i++) {
      String text = QUESTIONS.get(i % QUESTIONS.size());
      calls.add(() -> {
        long began = System.nanoTime();
        question.ask(text);
        return (System.nanoTime() - began) / 1_000;
      });
    }
    var micros = new ArrayList<Long>();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      for (var answer : threads.invokeAll(calls)) {
        micros.add(answer.get());
      }
    }
    return micros;
  }

  private static long at(List<Long> micros, int percent) {
    Collections.sort(micros);
    return micros.get(micros.size() * percent / 100);
  }

  private static void print(int connections, String what, List<Long> micros) {
    System.out.printf(
        Locale.ROOT,
        "%d at a time, %s, %d: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms%n",
        connections,
        what,
        micros.size(),
        at(micros, 50) / 1e3,
        at(micros, 90) / 1e3,
        at(micros, 99) / 1e3);
  }

  private static String operation(String text) {
    return "{\"query\": \"%s\", \"variables\": {\"text\": \"%s\"}}".formatted(QUERY, text);
  }

  private void send(URI url, String body) throws Exception {
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
  }
}
