package org.heliograph.export.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.heliograph.export.RowWriter;
import org.heliograph.graphql.PersonalReads;
import org.heliograph.graphql.RequestScope;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.RouteGate;
import org.heliograph.store.ReadStop;
import org.jboss.logging.Logger;

/**
 * Writes files to those who asked, each on a thread of its own, at most so many at once. A file
 * that ends well carries the number of its rows in a trailer; one that fails on the way ends with a
 * broken connection, never as if it were whole.
 */
@ApplicationScoped
class Deliveries {
  static final String ROWS = "Heliograph-Rows";
  private static final Logger LOG = Logger.getLogger(Deliveries.class);

  private final RouteGate gate;
  private final ExportConfig config;
  private final PersonalReads reads;
  private final Semaphore places;

  /** How many places each client has. */
  private final Map<String, Integer> running = new HashMap<>();

  Deliveries(RouteGate gate, ExportConfig config, PersonalReads reads) {
    this.reads = reads;
    this.gate = gate;
    this.config = config;
    places = new Semaphore(config.atOnce());
  }

  /** Returns at once; the answer follows. */
  void start(RoutingContext ctx, Delivery delivery) {
    HttpServerResponse response = ctx.response();
    if (ctx.request().method().name().equals("HEAD")) {
      dress(response, delivery);
      response.end();
      return;
    }
    String client = client(ctx, delivery);
    if (!take(client)) {
      response.putHeader("Retry-After", Long.toString(config.retryAfter().toSeconds()));
      gate.refuse(
          ctx,
          Refusal.of(
              ErrorCode.UNAVAILABLE,
              "As many of your exports run here as may at once: ask again when one has ended."));
      return;
    }
    if (!places.tryAcquire()) {
      give(client);
      response.putHeader("Retry-After", Long.toString(config.retryAfter().toSeconds()));
      gate.refuse(
          ctx,
          Refusal.of(
              ErrorCode.UNAVAILABLE,
              "As many exports run here as may at once: ask again when Retry-After has passed."));
      return;
    }
    var stop = new ReadStop();
    var stream = new ResponseStream(response, config.stall(), stop);
    Thread.ofPlatform()
        .name("heliograph-export")
        .daemon(true)
        .start(() -> {
          try (RequestScope scope = RequestScope.enter()) {
            reads.begin(delivery.reader());
            deliver(ctx, delivery, stream, stop);
          } finally {
            places.release();
            give(client);
          }
        });
  }

  /** The account, or the address of whoever has none: nobody takes every place. */
  private static String client(RoutingContext ctx, Delivery delivery) {
    var viewer = delivery.reader().viewer();
    return viewer.roles().isEmpty()
        ? String.valueOf(ctx.request().remoteAddress().hostAddress())
        : "account " + viewer.subject();
  }

  private boolean take(String client) {
    synchronized (running) {
      int now = running.getOrDefault(client, 0);
      if (now >= Math.max(1, config.atOnce() / 2)) {
        return false;
      }
      running.put(client, now + 1);
      return true;
    }
  }

  private void give(String client) {
    synchronized (running) {
      running.computeIfPresent(client, (each, now) -> now > 1 ? now - 1 : null);
    }
  }

  /** Also of a file that broke off: some of its rows have left. */
  private void settle(Delivery delivery) {
    try {
      reads.settle();
    } catch (RuntimeException e) {
      LOG.errorf(
          "the reads of an export of %s are not on the trail: %s",
          delivery.export().word(), e.getClass().getName());
    }
  }

  private void deliver(
      RoutingContext ctx, Delivery delivery, ResponseStream stream, ReadStop stop) {
    try {
      dress(ctx.response(), delivery);
      ctx.response().setChunked(true).putHeader("Trailer", ROWS);
      RowWriter writer =
          delivery.format().write(delivery.export().columns(), delivery.dress(), stream);
      long rows = delivery.rows().writeTo(writer, stop);
      writer.finish();
      reads.settle();
      stream.complete(ROWS, Long.toString(rows));
    } catch (IOException | RuntimeException e) {
      fail(ctx, delivery, stream, e);
    } finally {
      // of an export that broke off, what went out before
      settle(delivery);
    }
  }

  private void fail(
      RoutingContext ctx, Delivery delivery, ResponseStream stream, Exception failure) {
    if (stream.isGone()) {
      LOG.debugf("export of %s: the client went away", delivery.export().word());
    } else if (stream.isUntouched()) {
      undress(ctx.response());
      gate.refuse(ctx, failure);
    } else {
      LOG.warnf(
          "export of %s broke off (%s): its connection is cut",
          delivery.export().word(), failure.getClass().getName());
      stream.breakOff(ctx.request());
    }
  }

  private static void dress(HttpServerResponse response, Delivery delivery) {
    response
        .putHeader("Content-Type", delivery.format().contentType())
        .putHeader("Content-Disposition", delivery.disposition())
        .putHeader("Cache-Control", "no-store")
        .putHeader("Vary", "Authorization, Origin");
  }

  private static void undress(HttpServerResponse response) {
    response.setChunked(false);
    response.headers().remove("Trailer").remove("Content-Disposition").remove("Vary");
  }
}
