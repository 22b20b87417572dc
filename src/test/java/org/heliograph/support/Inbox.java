package org.heliograph.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Somebody's webhook on this machine. */
public final class Inbox implements AutoCloseable {
  private static final long PATIENCE = 20;
  private final HttpServer server;
  private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
  private final List<String> others = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
  private volatile boolean echoes = true;

  /** What came. */
  public record Letter(String id, String timestamp, String signature, String body) {
    public JsonPath json() {
      return JsonPath.from(body);
    }

    /** Whether it was signed by who knows the secret. */
    public boolean isSignedBy(String secret) throws GeneralSecurityException {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
      return signature.equals("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed)));
    }
  }

  /**
   * How a delivery is answered.
   *
   * @param status 0 for never
   */
  private record Reply(int status, @Nullable String location) {}

  public Inbox() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(Thread.ofPlatform().name("inbox").daemon(true).factory()));
    server.createContext("/hook", this::take);
    server.createContext("/", this::other);
    server.start();
  }

  public String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/hook";
  }

  public String elsewhere() {
    return "http://localhost:" + server.getAddress().getPort() + "/elsewhere";
  }

  /** Answers the next delivery like this; afterwards 200 again. */
  public Inbox answering(int status) {
    replies.add(new Reply(status, null));
    return this;
  }

  public Inbox redirecting(String location) {
    replies.add(new Reply(302, location));
    return this;
  }

  /** Takes the next delivery and never answers it. */
  public Inbox silent() {
    return answering(0);
  }

  /** Does not repeat challenges. */
  public Inbox mute() {
    echoes = false;
    return this;
  }

  public void echoAgain() {
    echoes = true;
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    JsonPath json = JsonPath.from(body);
    if ("webhook.verification".equals(json.getString("type"))) {
      letters.add(letter(exchange, body));
      answer(exchange, 200, echoes ? json.getString("challenge") : "hello");
      return;
    }
    Reply reply = replies.poll();
    letters.add(letter(exchange, body));
    if (reply != null && reply.status() == 0) {
      return;
    }
    if (reply != null && reply.location() != null) {
      exchange.getResponseHeaders().set("Location", reply.location());
    }
    answer(exchange, reply == null ? 200 : reply.status(), "");
  }

  private static Letter letter(HttpExchange exchange, String body) {
    var headers = exchange.getRequestHeaders();
    return new Letter(
        headers.getFirst("webhook-id"),
        headers.getFirst("webhook-timestamp"),
        headers.getFirst("webhook-signature"),
        body);
  }

  private void other(HttpExchange exchange) throws IOException {
    others.add(exchange.getRequestURI().toString());
    answer(exchange, 200, "");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Letter next(String wanted) throws InterruptedException {
    Letter letter = letters.poll(PATIENCE, TimeUnit.SECONDS);
    if (letter == null) {
      throw new AssertionError("no " + wanted + " within " + PATIENCE + " s");
    }
    return letter;
  }

  private static boolean isHandshake(Letter letter) {
    return "webhook.verification".equals(letter.json().getString("type"));
  }

  /** The next that came, which must be a handshake. */
  public Letter expectHandshake() throws InterruptedException {
    Letter letter = next("handshake");
    if (!isHandshake(letter)) {
      throw new AssertionError("not a handshake: " + letter.body());
    }
    return letter;
  }

  /** The next changes that came, however often a handshake was tried before. */
  public Letter expectChanges() throws InterruptedException {
    Letter letter = next("changes");
    while (isHandshake(letter)) {
      letter = next("changes");
    }
    return letter;
  }

  /** What came beside handshakes and was not asked for yet. */
  public List<Letter> rest() {
    return letters.stream().filter(letter -> !isHandshake(letter)).toList();
  }

  /** Requests for any other path. */
  public List<String> others() {
    return others;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
