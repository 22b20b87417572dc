package org.heliograph.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CircuitTest {
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
    var nobody =
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
    try (var cluster =
        new Cluster(
            List.of("http://127.0.0.1:" + port),
            nobody,
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
}
