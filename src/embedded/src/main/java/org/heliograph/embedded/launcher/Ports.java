package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Where the service and the three servers listen, all on the loopback interface. */
record Ports(int service, int postgres, int elasticsearch, int keycloak) {

  static final Ports DEFAULTS = new Ports(8080, 15433, 19200, 8180);
  static final Ports FOR_TESTS = new Ports(28080, 25433, 29200, 28180);

  /** A setting's flag and environment variable, so that a message can name both. */
  enum Setting {
    SERVICE("--port", "HELIOGRAPH_PORT"),
    POSTGRES("--postgres-port", "HELIOGRAPH_POSTGRES_PORT"),
    ELASTICSEARCH("--elasticsearch-port", "HELIOGRAPH_ELASTICSEARCH_PORT"),
    KEYCLOAK("--keycloak-port", "HELIOGRAPH_KEYCLOAK_PORT");

    final String flag;
    final String variable;

    Setting(String flag, String variable) {
      this.flag = flag;
      this.variable = variable;
    }
  }

  /** Flags win over environment variables, these over {@code defaults}. */
  static Ports of(Map<String, String> flags, Map<String, String> environment, Ports defaults) {
    return new Ports(
        read(Setting.SERVICE, flags, environment, defaults.service),
        read(Setting.POSTGRES, flags, environment, defaults.postgres),
        read(Setting.ELASTICSEARCH, flags, environment, defaults.elasticsearch),
        read(Setting.KEYCLOAK, flags, environment, defaults.keycloak));
  }

  private static int read(
      Setting setting, Map<String, String> flags, Map<String, String> environment, int fallback) {
    String given = flags.getOrDefault(setting.flag, environment.getOrDefault(setting.variable, ""));
    if (given.isBlank()) {
      return fallback;
    }
    try {
      int port = Integer.parseInt(given.strip());
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Falls through to the refusal, which says the same for a word and for a number out of range.
    }
    throw new Refusal(
        "\"%s\" is not a port: give %s (or %s) a number from 1 to 65535."
            .formatted(given, setting.flag, setting.variable));
  }

  /** Refuses when another program listens on {@code port}. */
  static void requireFree(int port, String purpose, Setting setting) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new Refusal(
          "Port %d, wanted for %s, is taken by another program: stop that program, or choose another port with %s or %s."
              .formatted(port, purpose, setting.flag, setting.variable));
    }
  }
}
