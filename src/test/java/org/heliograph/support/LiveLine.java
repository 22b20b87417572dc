package org.heliograph.support;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A connection of graphql-transport-ws to the running service. */
public final class LiveLine implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final long PATIENCE = 10;

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;

  private LiveLine(WebSocket.Builder builder) {
    socket =
        builder
            .subprotocols("graphql-transport-ws")
            .buildAsync(
                URI.create("ws://localhost:" + RestAssured.port + "/graphql"), new Hearing())
            .join();
  }

  private final class Hearing implements WebSocket.Listener {
    private final StringBuilder part = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        messages.add(part.toString());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.completeExceptionally(error);
    }
  }

  /** Connected, and nothing said yet. */
  public static LiveLine silent() {
    return new LiveLine(CLIENT.newWebSocketBuilder());
  }

  /** Connected with a header, and nothing said yet. */
  public static LiveLine withHeader(String authorization) {
    return new LiveLine(CLIENT.newWebSocketBuilder().header("Authorization", authorization));
  }

  /** Connected as an account that says so in the payload, and acknowledged. */
  public static LiveLine as(Accounts account) throws InterruptedException {
    return withToken(account == Accounts.ANONYMOUS ? null : account.token());
  }

  public static LiveLine withToken(@Nullable String token) throws InterruptedException {
    LiveLine line = silent();
    line.say(
        token == null
            ? "{\"type\":\"connection_init\"}"
            : "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer "
                + token
                + "\"}}");
    line.expect("connection_ack");
    return line;
  }

  public LiveLine say(String message) {
    socket.sendText(message, true).join();
    return this;
  }

  public LiveLine subscribe(String id, String query) {
    return subscribe(id, query, Map.of());
  }

  public LiveLine subscribe(String id, String query, Map<String, ?> variables) {
    return say(
        io.vertx.core.json.Json.encode(
            Map.of(
                "id",
                id,
                "type",
                "subscribe",
                "payload",
                Map.of("query", query, "variables", variables))));
  }

  /**
   * Comes back when the service has taken on what was asked before: it starts the subscriptions of
   * a connection one after the other, and refuses this one last.
   */
  public LiveLine started() throws InterruptedException {
    String id = "probe-" + System.nanoTime();
    subscribe(id, "subscription { nothing }");
    JsonPath refused = expect("error");
    if (!id.equals(refused.getString("id"))) {
      throw new AssertionError("refused: " + refused.prettify());
    }
    return this;
  }

  /** The next message, which must be of that type. */
  public JsonPath expect(String type) throws InterruptedException {
    String message = messages.poll(PATIENCE, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("no " + type + " within " + PATIENCE + " s; closed: " + closed);
    }
    JsonPath json = JsonPath.from(message);
    if (!type.equals(json.getString("type"))) {
      throw new AssertionError("not " + type + ": " + message);
    }
    return json;
  }

  /** What has come and was not asked for yet. */
  public java.util.List<String> rest() {
    return java.util.List.copyOf(messages);
  }

  public int closeCode() throws Exception {
    return closed.get(PATIENCE, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
