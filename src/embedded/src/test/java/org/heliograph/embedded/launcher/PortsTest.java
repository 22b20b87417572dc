package org.heliograph.embedded.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.heliograph.embedded.launcher.Ports.Setting;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void a_flag_wins_over_a_variable_and_that_over_the_default() {
    Ports ports =
        Ports.of(
            Map.of("--port", "9090"),
            Map.of("HELIOGRAPH_PORT", "9191", "HELIOGRAPH_KEYCLOAK_PORT", "8181"),
            Ports.DEFAULTS);

    assertEquals(new Ports(9090, 15433, 19200, 8181), ports);
  }

  @Test
  void what_is_no_port_is_refused_with_the_name_of_its_setting() {
    for (String given : new String[] {"0", "65536", "http", "-1"}) {
      Refusal refusal =
          assertThrows(
              Refusal.class,
              () -> Ports.of(Map.of("--postgres-port", given), Map.of(), Ports.DEFAULTS));

      assertEquals(
          "\"%s\" is not a port: give --postgres-port (or HELIOGRAPH_POSTGRES_PORT) a number from 1 to 65535."
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
              Refusal.class, () -> Ports.requireFree(port, "Elasticsearch", Setting.ELASTICSEARCH));

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

    Ports.requireFree(port, "PostgreSQL", Setting.POSTGRES);
  }
}
