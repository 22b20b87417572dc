package org.heliograph.graphql.live;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.live.LiveTools.Speaker;
import org.heliograph.graphql.live.LiveTools.Started;
import org.jspecify.annotations.Nullable;

/**
 * One connection, in the words of graphql-transport-ws. Messages arrive one after the other on the
 * connection's own thread; what is told comes from any.
 */
final class LiveConnection {
  private static final int LONGEST_ID = 128;

  private final ServerWebSocket socket;
  private final Vertx vertx;
  private final LiveTools tools;
  private final LiveConfig config;
  private final Opening opening;
  private final Map<String, Following> operations = new ConcurrentHashMap<>();
  private Future<Void> starting = Future.succeededFuture();
  private boolean begun;
  private volatile @Nullable Speaker speaker;
  private volatile boolean heard = true;

  /** Finds out who speaks, from the payload of {@code connection_init}. */
  interface Opening {
    void by(
        Map<String, @Nullable Object> payload,
        Consumer<Speaker> known,
        Consumer<CloseCode> refused);
  }

  /** A subscription of this connection; nothing is known of it while it is being taken on. */
  record Following(Started.@Nullable Taken taken) {}

  LiveConnection(
      ServerWebSocket socket, Vertx vertx, LiveTools tools, LiveConfig config, Opening opening) {
    this.socket = socket;
    this.vertx = vertx;
    this.tools = tools;
    this.config = config;
    this.opening = opening;
  }

  void open(Runnable closed) {
    long timer =
        vertx.setTimer(
            config.initTimeout().toMillis(),
            expired -> {
              if (speaker == null) {
                close(CloseCode.INIT_TIMEOUT, "Connection initialisation timeout");
              }
            });
    socket.setWriteQueueMaxSize(config.backlog());
    socket.textMessageHandler(this::read);
    socket.binaryMessageHandler(bytes -> close(CloseCode.BAD_REQUEST, "Send text, not bytes"));
    socket.pongHandler(pong -> heard = true);
    // more than a message may have, or a broken line, which is closed already
    socket.exceptionHandler(broken -> close(CloseCode.TOO_BIG, "Message too big"));
    socket.closeHandler(gone -> {
      vertx.cancelTimer(timer);
      operations.clear();
      closed.run();
    });
  }

  private void read(String text) {
    heard = true;
    var message = tools.object(text);
    if (message.isEmpty() || !(message.get().get("type") instanceof String type)) {
      close(CloseCode.BAD_REQUEST, "A message is a JSON object with a type");
      return;
    }
    switch (type) {
      case "connection_init" -> init(message.get());
      case "ping" -> socket.writeTextMessage("{\"type\":\"pong\"}");
      case "pong" -> {}
      case "subscribe" -> subscribe(message.get());
      case "complete" -> {
        if (message.get().get("id") instanceof String id) {
          operations.remove(id);
        } else {
          close(CloseCode.BAD_REQUEST, "complete names an id");
        }
      }
      default -> close(CloseCode.BAD_REQUEST, "Unknown type of message");
    }
  }

  private void init(Map<String, @Nullable Object> message) {
    if (begun) {
      close(CloseCode.TOO_MANY_INITS, "Too many initialisation requests");
      return;
    }
    begun = true;
    Object payload = message.get("payload");
    if (payload != null && !(payload instanceof Map)) {
      close(CloseCode.BAD_REQUEST, "The payload is an object");
      return;
    }
    opening.by(
        payload == null ? Map.of() : members(payload),
        known -> {
          speaker = known;
          socket.writeTextMessage("{\"type\":\"connection_ack\"}");
        },
        code ->
            close(
                code,
                code == CloseCode.FORBIDDEN
                    ? "Forbidden: the token is not valid here"
                    : "The token cannot be checked now"));
  }

  private void subscribe(Map<String, @Nullable Object> message) {
    Speaker who = speaker;
    if (who == null) {
      close(CloseCode.UNAUTHORIZED, "Unauthorized: send connection_init and wait for its answer");
      return;
    }
    if (!(message.get("id") instanceof String id)
        || id.isEmpty()
        || id.length() > LONGEST_ID
        || !(message.get("payload") instanceof Map)) {
      close(CloseCode.BAD_REQUEST, "subscribe has an id of at most 128 characters and a payload");
      return;
    }
    if (operations.containsKey(id)) {
      close(CloseCode.SUBSCRIBER_EXISTS, "Subscriber for this id already exists");
      return;
    }
    if (operations.size() >= config.subscriptions()) {
      var refusal =
          Refusal.of(
              ErrorCode.TOO_MANY_SUBSCRIPTIONS,
              "A connection follows at most %d at once: complete one first, or ask for more by one filter."
                  .formatted(config.subscriptions()));
      send("error", id, tools.refuse(List.of(refusal)).errors());
      return;
    }
    var pending = new Following(null);
    operations.put(id, pending);
    Map<String, @Nullable Object> payload = members(message.get("payload"));
    // one after the other: a connection takes no more than one thread, and may rely on the order
    starting =
        starting.transform(before ->
            vertx
                .executeBlocking(() -> tools.start(payload, who.caller()), false)
                .onSuccess(started -> started(id, pending, started))
                .onFailure(failure -> close(CloseCode.TRY_AGAIN_LATER, "Try again later"))
                .mapEmpty());
  }

  private void started(String id, Following pending, Started started) {
    switch (started) {
      case Started.Taken taken -> operations.replace(id, pending, new Following(taken));
      case Started.Refused refused -> {
        if (operations.remove(id, pending)) {
          send("error", id, refused.errors());
        }
      }
    }
  }

  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  private static Map<String, @Nullable Object> members(@Nullable Object object) {
    return object == null ? Map.of() : (Map<String, @Nullable Object>) object;
  }

  @Nullable Speaker speaker() {
    return speaker;
  }

  Map<String, Following> operations() {
    return operations;
  }

  /** Tells one of its subscriptions, if that still runs and can keep up. */
  void next(String id, Following following, String answer) {
    if (operations.get(id) != following) {
      return;
    }
    if (socket.writeQueueFull()) {
      close(CloseCode.TRY_AGAIN_LATER, "Too slow to keep up: read what was missed from a list");
      return;
    }
    send("next", id, answer);
  }

  private void send(String type, String id, String payload) {
    if (!socket.isClosed()) {
      socket.writeTextMessage(
          "{\"id\":" + Json.encode(id) + ",\"type\":\"" + type + "\",\"payload\":" + payload + "}");
    }
  }

  /** Whether the speaker's token holds; a connection whose does not is closed. */
  boolean holds(long now) {
    Speaker who = speaker;
    if (who != null && who.expires() <= now) {
      close(CloseCode.FORBIDDEN, "Forbidden: the token has expired");
      return false;
    }
    return true;
  }

  /** Closes a connection that has been silent, and asks the others for a sign. */
  void beat(long now) {
    if (!heard) {
      close(CloseCode.TRY_AGAIN_LATER, "No answer to pings");
    } else if (holds(now)) {
      heard = false;
      socket.writePing(io.vertx.core.buffer.Buffer.buffer());
    }
  }

  void close(CloseCode code, String reason) {
    operations.clear();
    if (!socket.isClosed()) {
      socket.close(code.number(), reason);
    }
  }
}
