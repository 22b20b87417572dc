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

  /** The next that came of a type, which must come. */
  public Letter expect(String type) throws InterruptedException {
    Letter letter = letters.poll(PATIENCE, TimeUnit.SECONDS);
    if (letter == null) {
      throw new AssertionError("no " + type + " within " + PATIENCE + " s");
    }
    if (!type.equals(letter.json().getString("type"))) {
      throw new AssertionError("not " + type + ": " + letter.body());
    }
    return letter;
  }

  public Letter expectHandshake() throws InterruptedException {
    return expect("webhook.verification");
  }

  public Letter expectChanges() throws InterruptedException {
    return expect("records.changed");
  }

  /** The next changes, however many handshakes were tried before. */
  public Letter expectAfterHandshakes() throws InterruptedException {
    while (true) {
      Letter letter = letters.poll(PATIENCE, TimeUnit.SECONDS);
      if (letter == null) {
        throw new AssertionError("nothing within " + PATIENCE + " s");
      }
      if (!"webhook.verification".equals(letter.json().getString("type"))) {
        return letter;
      }
    }
  }

  /** What came and was not asked for yet. */
  public List<Letter> rest() {
    return List.copyOf(letters);
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
