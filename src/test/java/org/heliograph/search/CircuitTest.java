package org.heliograph.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CircuitTest {
  private static final SearchConfig.Endpoint READER =
      new SearchConfig.Endpoint() {
        @Override
        public Optional<List<String>> url() {
          return Optional.empty();
        }

        @Override
        public Optional<String> user() {
          return Optional.of("reader");
        }

        @Override
        public Optional<String> password() {
          return Optional.of("secret");
        }
      };

  @Test
  void after_a_failure_callers_are_refused_until_one_may_try() throws InterruptedException {
    var circuit = new Circuit(Duration.ofMillis(50));
    assertTrue(circuit.permits());
    circuit.failed();
    assertFalse(circuit.permits());
    Thread.sleep(80);
    assertTrue(circuit.permits(), "one caller tries");
    assertFalse(circuit.permits(), "the others wait for what it finds");
    circuit.succeeded();
    assertTrue(circuit.permits());
    assertTrue(circuit.permits());
  }

  @Test
  void a_dead_address_refuses_at_once() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    try (var cluster =
        new Cluster(
            List.of("http://127.0.0.1:" + port),
            READER,
            Duration.ofMillis(500),
            Duration.ofSeconds(5))) {
      assertThrows(Cluster.Unreachable.class, () -> cluster.call(client -> client.ping().value()));
      long start = System.nanoTime();
      for (int i = 0; i < 100; i++) {
        assertThrows(
            Cluster.Unreachable.class, () -> cluster.call(client -> client.ping().value()));
      }
      assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 500);
    }
  }

  @Test
  void what_one_node_does_not_answer_the_next_is_asked() throws IOException {
    int dead;
    try (var socket = new ServerSocket(0)) {
      dead = socket.getLocalPort();
    }
    HttpServer busy = node(503);
    HttpServer alive = node(200);
    try (var cluster =
        new Cluster(
            List.of(
                "http://127.0.0.1:" + dead,
                "http://127.0.0.1:" + busy.getAddress().getPort(),
                " http://127.0.0.1:" + alive.getAddress().getPort()),
            READER,
            Duration.ofMillis(500),
            Duration.ofSeconds(5))) {
      for (int i = 0; i < 20; i++) {
        boolean there = cluster.call(client -> client.ping().value());
        assertTrue(there);
      }
    } finally {
      busy.stop(0);
      alive.stop(0);
    }
  }

  @Test
  void nodes_that_answer_that_they_cannot_are_not_taken_for_dead() throws IOException {
    int dead;
    try (var socket = new ServerSocket(0)) {
      dead = socket.getLocalPort();
    }
    HttpServer busy = node(503);
    try (var cluster =
        new Cluster(
            List.of("http://127.0.0.1:" + dead, "http://127.0.0.1:" + busy.getAddress().getPort()),
            READER,
            Duration.ofMillis(500),
            Duration.ofSeconds(5))) {
      for (int i = 0; i < 4; i++) {
        var failure =
            assertThrows(
                Cluster.Unreachable.class,
                () -> cluster.call(client -> client.indices().get(get -> get.index("any"))));
        assertTrue(failure.isAnswered(), failure::toString);
      }
    } finally {
      busy.stop(0);
    }
  }

  private static HttpServer node(int status) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
