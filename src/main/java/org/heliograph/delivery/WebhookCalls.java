package org.heliograph.delivery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls webhooks: one connection a call, to the address that was looked at, no redirection, and an
 * end to patience. TLS is checked against the name, not against the address.
 */
@ApplicationScoped
public class WebhookCalls {
  private final WebhookAddress addresses;
  private final WebhookConfig config;
  private final Clock clock;
  private final Vertx vertx;
  private final HttpClient client;

  WebhookCalls(WebhookAddress addresses, WebhookConfig config, Clock clock, Vertx vertx) {
    this.addresses = addresses;
    this.config = config;
    this.clock = clock;
    this.vertx = vertx;
    int patience = Math.toIntExact(config.timeout().toMillis());
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setForceSni(true)
                .setVerifyHost(true)
                .setConnectTimeout(patience));
  }

  /** What is sent, and the id that stays the same however often it is. */
  public record Message(String id, byte[] body) {
    public Message(String id, String json) {
      this(id, json.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Sends a message and waits for what becomes of it; blocks. */
  public WebhookAnswer send(String address, byte[] secret, Message message)
      throws InterruptedException {
    URI url = URI.create(address);
    Optional<InetAddress> target = addresses.resolve(url);
    if (target.isEmpty()) {
      return new WebhookAnswer.Later();
    }
    boolean secure = "https".equals(url.getScheme());
    int port = url.getPort() == -1 ? secure ? 443 : 80 : url.getPort();
    long now = clock.instant().getEpochSecond();
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(port, target.get().getHostAddress()))
            .setHost(WebhookAddress.host(url))
            .setPort(port)
            .setSsl(secure)
            .setURI(path(url))
            .setFollowRedirects(false)
            .setTimeout(config.timeout().toMillis())
            .putHeader("Content-Type", "application/json; charset=utf-8")
            .putHeader("User-Agent", "Heliograph")
            .putHeader("webhook-id", message.id())
            .putHeader("webhook-timestamp", Long.toString(now))
            .putHeader(
                "webhook-signature",
                WebhookSignature.of(secret, message.id(), now, message.body()));
    return await(
        client.request(options).compose(request -> answer(request, Buffer.buffer(message.body()))));
  }

  private static String path(URI url) {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  private Future<WebhookAnswer> answer(HttpClientRequest request, Buffer body) {
    // a byte now and then keeps a connection from being idle
    long end = vertx.setTimer(config.timeout().toMillis(), over -> request.connection().close());
    return request
        .send(body)
        .compose(response -> read(request, response))
        .onComplete(done -> {
          vertx.cancelTimer(end);
          request.connection().close();
        });
  }

  /** As much of it as is wanted; the connection is closed on the rest. */
  private Future<WebhookAnswer> read(HttpClientRequest request, HttpClientResponse response) {
    var promise = io.vertx.core.Promise.<WebhookAnswer>promise();
    var text = Buffer.buffer();
    Runnable end =
        () ->
            promise.tryComplete(
                WebhookAnswer.of(response.statusCode(), text.toString(StandardCharsets.UTF_8)));
    response.handler(part -> {
      text.appendBuffer(part);
      if (text.length() > config.mostAnswered()) {
        end.run();
        request.connection().close();
      }
    });
    response.exceptionHandler(promise::tryFail);
    response.endHandler(ended -> end.run());
    return promise.future();
  }

  private WebhookAnswer await(Future<WebhookAnswer> answer) throws InterruptedException {
    try {
      return answer
          .toCompletionStage()
          .toCompletableFuture()
          .get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // no name, no connection, no certificate, no answer: one and the same to whoever asks
      return new WebhookAnswer.Later();
    }
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
