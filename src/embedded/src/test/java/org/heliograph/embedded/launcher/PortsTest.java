package org.heliograph.embedded.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.heliograph.embedded.launcher.Ports.StackName;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void a_flag_wins_over_a_variable_and_that_over_the_default() {
    Ports ports =
        Ports.of(
            Map.of("--port", "9090"),
            Map.of("HELIOGRAPH_PORT", "9191", "HELIOGRAPH_KEYCLOAK_PORT", "8181"),
            Ports.DEFAULTS);

    assertEquals(new Ports(StackName.RUN, 9090, 15433, 19200, 8181), ports);
  }

  @Test
  void what_is_no_port_is_refused_with_the_name_of_its_setting() {
    for (String given : new String[] {"0", "65536", "http", "-1"}) {
      Refusal refusal =
          assertThrows(
              Refusal.class,
              () -> Ports.of(Map.of("--postgres-port", given), Map.of(), Ports.DEFAULTS));

      assertEquals(
          "\"%s\" is not a port: give --postgres-port or HELIOGRAPH_POSTGRES_PORT a number from 1 to 65535."
              .formatted(given),
          refusal.getMessage());
    }
  }

  @Test
  void a_taken_port_is_refused_with_what_wanted_it_and_how_to_choose_another() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();

      Refusal refusal =
          assertThrows(
              Refusal.class,
              () -> elasticsearchAt(Ports.DEFAULTS, port).requireFree(ServerKind.ELASTICSEARCH));

      assertEquals(
          "Port %d, wanted for Elasticsearch, is taken by another program: stop that program, or choose another port with --elasticsearch-port or HELIOGRAPH_ELASTICSEARCH_PORT."
              .formatted(port),
          refusal.getMessage());
    }
  }

  @Test
  void a_port_that_was_just_left_is_free() throws IOException {
    ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    int port = other.getLocalPort();
    other.close();

    elasticsearchAt(Ports.DEFAULTS, port).requireFree(ServerKind.ELASTICSEARCH);
  }

  @Test
  void the_tests_stack_has_variables_of_its_own() throws IOException {
    Map<String, String> environment =
        Map.of("HELIOGRAPH_ELASTICSEARCH_PORT", "1", "HELIOGRAPH_TEST_KEYCLOAK_PORT", "28181");
    assertEquals(
        new Ports(StackName.TESTS, 28080, 25433, 29200, 28181),
        Ports.of(Map.of(), environment, Ports.FOR_TESTS));

    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = elasticsearchAt(Ports.FOR_TESTS, other.getLocalPort());
      Refusal refusal =
          assertThrows(Refusal.class, () -> ports.requireFree(ServerKind.ELASTICSEARCH));
      assertTrue(
          refusal.getMessage().endsWith("with HELIOGRAPH_TEST_ELASTICSEARCH_PORT."),
          refusal.getMessage());
    }
  }

  private static Ports elasticsearchAt(Ports ports, int port) {
    return new Ports(ports.stack(), ports.service(), ports.postgres(), port, ports.keycloak());
  }
}
