package org.heliograph.search;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands before Elasticsearch as the public tier's account would: it lets searches of public
 * aliases through, under the right password, and refuses and notes everything else. {@code GET
 * /refused} tells what it refused, a line each.
 */
public class RefusingProxy implements QuarkusTestResourceLifecycleManager {
  static final String ADDRESS = "heliograph.test.proxy";
  private static final String USER = "public-reader";
  private static final String PASSWORD = "read-only";
  private static final String CREDENTIAL =
      "Basic "
          + Base64.getEncoder()
              .encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final URI target =
      URI.create(
          System.getenv().getOrDefault("HELIOGRAPH_SEARCH_PUBLIC_URL", "http://127.0.0.1:19200"));
  private final HttpServer server;

  public RefusingProxy() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> start() {
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.createContext(
        "/refused",
        exchange ->
            send(exchange, 200, String.join("\n", refused).getBytes(StandardCharsets.UTF_8)));
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "heliograph.search.public.url",
        address,
        "heliograph.search.public.user",
        USER,
        "heliograph.search.public.password",
        PASSWORD,
        "heliograph.search.internal.url",
        "",
        ADDRESS,
        address);
  }

  @Override
  public void stop() {
    server.stop(0);
    threads.close();
    client.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    if (!CREDENTIAL.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      refused.add(what + " without the right password");
      send(exchange, 401, new byte[0]);
    } else if (!allowed(exchange.getRequestMethod(), exchange.getRequestURI().getPath())) {
      refused.add(what);
      send(exchange, 403, new byte[0]);
    } else {
      forward(exchange, body);
    }
  }

  /** Searching public aliases, and opening, reading and closing points in time over them. */
  private static boolean allowed(String method, String path) {
    List<String> parts = Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    return switch (parts.size()) {
      case 1 ->
          parts.equals(List.of("_search"))
              || method.equals("DELETE") && parts.equals(List.of("_pit"));
      case 2 ->
          List.of("_search", "_pit").contains(parts.getLast())
              && Arrays.stream(parts.getFirst().split(",")).allMatch(a -> a.endsWith("-public"));
      default -> false;
    };
  }

  private void forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    for (String header : List.of("Content-Type", "Accept")) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      for (String header : List.of("Content-Type", "X-Elastic-Product")) {
        response
            .headers()
            .firstValue(header)
            .ifPresent(value -> exchange.getResponseHeaders().set(header, value));
      }
      send(exchange, response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      send(exchange, 502, new byte[0]);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
