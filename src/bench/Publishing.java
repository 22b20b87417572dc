import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the way of disclosures through the API as editor and reviewer: what each mutation takes,
 * how long after the answer to a publication an anonymous search finds the record, a subscriber is
 * told of it and a webhook called, and whether the first request after the answer to a withdrawal
 * still finds it.
 *
 * <pre>java src/bench/Publishing.java [COUNT] [URL] [REALM] [PORT]</pre>
 *
 * <p>The webhook is left out without a port of 127.0.0.1 to receive it on; with one, the service is
 * to be started with {@code HELIOGRAPH_WEBHOOK_TRUSTED_HOSTS=127.0.0.1}.
 */
public final class Publishing {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern CODE = Pattern.compile("\"code\":\"(ZP[^\"]+)\"");
  private static final Map<String, Long> SUBSCRIBED = new ConcurrentHashMap<>();
  private static final Map<String, Long> CALLED = new ConcurrentHashMap<>();
  private static String url = "http://localhost:8080";

  private Publishing() {}

  public static void main(String... arguments) throws Exception {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    url = arguments.length > 1 ? arguments[1] : url;
    String realm = arguments.length > 2 ? arguments[2] : "http://localhost:8180/realms/heliograph";
    String editor = token(realm, "editor");
    String reviewer = token(realm, "reviewer");
    String run = "ZP" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    int port = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
    long[][] millis = new long[8][count];
    int late = 0;
    WebSocket line = subscribe();
    HttpServer hooks = port == 0 ? null : receive(port);
    String saved = port == 0 ? null : save(editor, port);
    for (int i = 0; i < count; i++) {
      String code = run + "-" + i;
      long began = System.nanoTime();
      String draft =
          ask(
              editor,
              "mutation { draftDisclosure(input: {code: \\\"" + code
                  + "\\\", title: \\\"关于" + code + "的通知\\\", category: POLICY, content: \\\"村民议事会评议。\\\"}) { record { id } } }");
      millis[0][i] = since(began);
      String id = group("\"id\":\"([^\"]+)\"", draft);
      String[] steps = {"submit", "approve", "publish"};
      for (int s = 0; s < steps.length; s++) {
        began = System.nanoTime();
        move(s == 0 ? editor : reviewer, steps[s], id, "1." + (s + 1), "");
        millis[s + 1][i] = since(began);
      }
      began = System.nanoTime();
      while (!found(code)) {
        // finer than what is measured, coarser than a busy loop beside the server
        Thread.sleep(2);
      }
      millis[4][i] = since(began);
      millis[6][i] = told(SUBSCRIBED, code, began);
      millis[7][i] = port == 0 ? 0 : told(CALLED, code, began);
      began = System.nanoTime();
      move(editor, "withdraw", id, "1.4", ", kind: GONE, reason: \\\"测量\\\"");
      millis[5][i] = since(began);
      late += found(code) ? 1 : 0;
    }
    line.abort();
    if (hooks != null) {
      ask(editor, "mutation { deleteSearch(id: \\\"" + saved + "\\\") { refusals { code } } }");
      hooks.stop(0);
    }
    String[] names = {
      "draft",
      "submit",
      "approve",
      "publish",
      "published to found",
      "withdraw",
      "published to told",
      "published to called"
    };
    for (int k = 0; k < names.length - (port == 0 ? 1 : 0); k++) {
      Arrays.sort(millis[k]);
      System.out.printf(
          Locale.ROOT,
          "%-20s p50 %4d ms, p99 %4d ms%n",
          names[k],
          millis[k][count / 2],
          millis[k][count * 99 / 100]);
    }
    System.out.printf("found by the first request after a withdrawal: %d of %d%n", late, count);
  }

  /** Whoever is told before the one who published has the answer is told at once. */
  private static long told(Map<String, Long> when, String code, long began)
      throws InterruptedException {
    while (!when.containsKey(code)) {
      if (since(began) > 60_000) {
        throw new IllegalStateException(code + " was not told of within a minute");
      }
      // other threads are told; finer than what is measured
      Thread.sleep(2);
    }
    return Math.max(0, (when.get(code) - began) / 1_000_000);
  }

  private static void note(Map<String, Long> when, String text) {
    long now = System.nanoTime();
    if (text.contains("PUBLISHED")) {
      CODE.matcher(text).results().forEach(found -> when.putIfAbsent(found.group(1), now));
    }
  }

  private static WebSocket subscribe() throws InterruptedException {
    var acknowledged = new java.util.concurrent.CountDownLatch(1);
    WebSocket line =
        HTTP.newWebSocketBuilder()
            .subprotocols("graphql-transport-ws")
            .buildAsync(
                URI.create(url.replaceFirst("http", "ws") + "/graphql"),
                new WebSocket.Listener() {
                  private final StringBuilder message = new StringBuilder();

                  @Override
                  public CompletionStage<?> onText(
                      WebSocket socket, CharSequence part, boolean last) {
                    message.append(part);
                    if (last) {
                      if (message.indexOf("connection_ack") >= 0) {
                        acknowledged.countDown();
                      }
                      note(SUBSCRIBED, message.toString());
                      message.setLength(0);
                    }
                    socket.request(1);
                    return null;
                  }
                })
            .join();
    line.sendText("{\"type\":\"connection_init\"}", true).join();
    acknowledged.await();
    line.sendText(
            "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { recordChanged(filter: {kinds: [DISCLOSURE]}) { change record { ... on Record { code } } } }\"}}",
            true)
        .join();
    return line;
  }

  private static HttpServer receive(int port) throws IOException {
    var hooks =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    hooks.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String text =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            note(CALLED, text);
            byte[] answer =
                text.contains("webhook.verification")
                    ? group("\"challenge\":\"([^\"]+)\"", text).getBytes(StandardCharsets.UTF_8)
                    : new byte[0];
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    hooks.start();
    return hooks;
  }

  private static String save(String token, int port) throws IOException, InterruptedException {
    String saved =
        ask(
            token,
            "mutation { saveSearch(input: {name: \\\"bench\\\", kinds: [DISCLOSURE], webhook: \\\"http://127.0.0.1:"
                + port
                + "/\\\"}) { search { id } refusals { code message } } }");
    String id = group("\"id\":\"([^\"]+)\"", saved);
    while (!ask(token, "{ savedSearches { id webhook { state } } }").contains("ACTIVE")) {
      // the service verifies the address in its own time
      Thread.sleep(100);
    }
    return id;
  }

  private static long since(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }

  private static void move(String token, String step, String id, String version, String more)
      throws IOException, InterruptedException {
    String answer =
        ask(
            token,
            "mutation { " + step + "(id: \\\"" + id + "\\\", version: \\\"" + version + "\\\"" + more
                + ") { version refusals { code message } } }");
    if (!answer.contains("\"refusals\":[]")) {
      throw new IllegalStateException(answer);
    }
  }

  private static boolean found(String code) throws IOException, InterruptedException {
    return ask(null, "{ search(text: \\\"" + code + "\\\", first: 1) { nodes { code } } }")
        .contains("\"" + code + "\"");
  }

  private static String ask(String token, String query) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/graphql"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private static String token(String realm, String account)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=password&client_id=heliograph-console&username="
                        + account
                        + "&password=sunlight-"
                        + account));
    return group(
        "\"access_token\":\"([^\"]+)\"",
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
  }

  private static String group(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) {
      throw new IllegalStateException(text);
    }
    return found.group(1);
  }
}
