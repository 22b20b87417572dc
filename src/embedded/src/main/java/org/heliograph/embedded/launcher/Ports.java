package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Where the service and the three servers listen, all on the loopback interface.
 *
 * @param stack whose ports these are, so that a refusal names the right setting
 */
record Ports(StackName stack, int service, int postgres, int elasticsearch, int keycloak) {

  static final Ports DEFAULTS = new Ports(StackName.RUN, 8080, 15433, 19200, 8180);
  static final Ports FOR_TESTS = new Ports(StackName.TESTS, 28080, 25433, 29200, 28180);

  /**
   * The tests' stack has variables of its own and no flags: a changed port of {@code run} never
   * makes the two meet.
   */
  enum StackName {
    RUN,
    TESTS
  }

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

    String variable(StackName stack) {
      return switch (stack) {
        case RUN -> variable;
        case TESTS -> variable.replace("HELIOGRAPH_", "HELIOGRAPH_TEST_");
      };
    }

    String described(StackName stack) {
      return switch (stack) {
        case RUN -> flag + " or " + variable;
        case TESTS -> variable(stack);
      };
    }
  }

  /** Flags win over environment variables, these over {@code defaults}. */
  static Ports of(Map<String, String> flags, Map<String, String> environment, Ports defaults) {
    return new Ports(
        defaults.stack,
        read(Setting.SERVICE, flags, environment, defaults),
        read(Setting.POSTGRES, flags, environment, defaults),
        read(Setting.ELASTICSEARCH, flags, environment, defaults),
        read(Setting.KEYCLOAK, flags, environment, defaults));
  }

  int of(Setting setting) {
    return switch (setting) {
      case SERVICE -> service;
      case POSTGRES -> postgres;
      case ELASTICSEARCH -> elasticsearch;
      case KEYCLOAK -> keycloak;
    };
  }

  private static int read(
      Setting setting, Map<String, String> flags, Map<String, String> environment, Ports defaults) {
    String variable = setting.variable(defaults.stack);
    String given = flags.getOrDefault(setting.flag, environment.getOrDefault(variable, ""));
    if (given.isBlank()) {
      return defaults.of(setting);
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
        "\"%s\" is not a port: give %s a number from 1 to 65535."
            .formatted(given, setting.described(defaults.stack)));
  }

  /** Refuses when another program listens on the port of {@code kind}. */
  void requireFree(ServerKind kind) {
    int port = of(kind.portSetting);
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new Refusal(
          "Port %d, wanted for %s, is taken by another program: stop that program, or choose another port with %s."
              .formatted(port, kind.title, kind.portSetting.described(stack)));
    }
  }
}
