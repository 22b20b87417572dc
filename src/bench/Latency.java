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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Measures what citizens wait for, and beside it, in the same run, the very requests that the service
 * sends to Elasticsearch for each: {@code search} asks for a result page of a portal (all kinds,
 * highlights, two facets, the exact total), {@code suggestions} for what the box shows while
 * somebody types, letter by letter.
 *
 * <pre>
 * java src/bench/Latency.java record search|suggestions FILE PORT [SERVICE] [ELASTICSEARCH]
 * java src/bench/Latency.java measure search|suggestions FILE [REQUESTS] [SERVICE] [ELASTICSEARCH]
 * </pre>
 *
 * <p>Meant for a service that holds the county ({@code ./heliograph run --sample county}). To record,
 * start one more service with {@code HELIOGRAPH_SEARCH_PUBLIC_URL=http://127.0.0.1:PORT}: what it
 * asks goes through and is written down. To measure, that service is not needed any more. Rounds of
 * both alternate; the first warms up and is not counted.
 */
public final class Latency {
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

  /** Each is typed to its end. */
  private static final List<String> TYPED =
      List.of(
          "低保", "最低生活", "dibao", "db", "nongc", "财务收支", "公开", "cwsz", "caiwushouzhi", "食品经营", "spjy",
          "许可", "处罚", "2026年", "宅基地", "zhaijidi", "违法占地", "weifa", "村务", "cunwu", "补贴", "butie",
          "道路运输", "dlys", "diabo", "民法典", "minfadian", "柳湾村", "高龄津贴", "canjiren");

  private static final String SEARCH =
      "query($text: String) {search(text: $text, first: 10, facets: [KIND, REGION]) {totalCount edges {cursor node {kind code title} highlights {field fragments}}"
          + " facets {name buckets {value label count}} pageInfo {hasNextPage}}}";
  private static final String SUGGESTIONS =
      "query($text: String!) {suggestions(text: $text) {text kind code place recordKind count}}";

  /** What is measured. */
  private enum What {
    SEARCH(QUESTIONS, Latency.SEARCH, List.of(1, 4)),
    SUGGESTIONS(letterByLetter(), Latency.SUGGESTIONS, List.of(1, 16));

    private final List<String> texts;
    private final String query;
    private final List<Integer> connections;

    What(List<String> texts, String query, List<Integer> connections) {
      this.texts = texts;
      this.query = query;
      this.connections = connections;
    }

    private static List<String> letterByLetter() {
      return TYPED.stream()
          .flatMap(
              text -> IntStream.rangeClosed(1, text.length()).mapToObj(to -> text.substring(0, to)))
          .distinct()
          .toList();
    }

    private String operation(String text) {
      return "{\"query\": \"%s\", \"variables\": {\"text\": \"%s\"}}".formatted(query, text);
    }
  }

  private static final int ROUNDS = 5;

  /** Microseconds since 1970, of this decade and the next. */
  private static final Pattern MOMENT = Pattern.compile("\\b[12][0-9]{15}\\b");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final What what;
  private final URI service;
  private final String elasticsearch;

  /** A request as the service sent it. */
  private record Raw(String path, String body) {}

  private Latency(What what, String service, String elasticsearch) {
    this.what = what;
    this.service = URI.create(service);
    this.elasticsearch = elasticsearch;
  }

  public static void main(String... arguments) throws Exception {
    var what = What.valueOf(arguments[1].toUpperCase(Locale.ROOT));
    Path file = Path.of(arguments[2]);
    int number = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 500;
    var bench =
        new Latency(
            what,
            arguments.length > 4 ? arguments[4] : "http://localhost:8080/graphql",
            arguments.length > 5 ? arguments[5] : "http://localhost:19200");
    switch (arguments[0]) {
      case "record" -> bench.record(file, number);
      case "measure" -> bench.compare(file, number);
      default -> throw new IllegalArgumentException("record or measure?");
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
      for (String text : what.texts) {
        seen.clear();
        send(service, what.operation(text));
        List<Raw> first = List.copyOf(seen);
        seen.clear();
        send(service, what.operation(text));
        // the first asking also fetches what the service keeps for a while; where that is the
        // answer itself, there is no second request
        for (Raw raw : seen.isEmpty() ? first : List.copyOf(seen)) {
          lines.add(text + "\t" + raw.path() + "\t" + raw.body());
        }
      }
      between.stop(0);
      Files.write(file, lines);
      System.out.printf("%d texts, %d requests%n", what.texts.size(), lines.size());
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
    for (int connections : what.connections) {
      var ours = new ArrayList<Long>();
      var theirs = new ArrayList<Long>();
      for (int round = 0; round <= ROUNDS; round++) {
        List<Long> asked = measure(connections, requests, text -> send(service, what.operation(text)));
        List<Long> sent = measure(connections, requests, text -> replay(raw, text));
        if (round > 0) {
          ours.addAll(asked);
          theirs.addAll(sent);
        }
      }
      print(connections, what.name().toLowerCase(Locale.ROOT), ours);
      print(connections, "raw", theirs);
      System.out.printf(
          Locale.ROOT,
          "%d at a time: p50 %.2f times, p99 %.2f times the raw requests%n",
          connections,
          (double) at(ours, 50) / at(theirs, 50),
          (double) at(ours, 99) / at(theirs, 99));
    }
  }

  /** With the present moment in it: Elasticsearch keeps answers of requests that are repeated. */
  private void replay(Map<String, List<Raw>> raw, String text) throws Exception {
    for (Raw each : raw.get(text)) {
      Instant now = Instant.now();
      long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
      send(
          URI.create(elasticsearch + each.path()),
          MOMENT.matcher(each.body()).replaceAll(Long.toString(micros)));
    }
  }

  private interface Question {
    void ask(String text) throws Exception;
  }

  private List<Long> measure(int connections, int requests, Question question)
      throws Exception {
    var calls = new ArrayList<Callable<Long>>();
    for (int i = 0; i < requests; i++) {
      String text = what.texts.get(i % what.texts.size());
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
