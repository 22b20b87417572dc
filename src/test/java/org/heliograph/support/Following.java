package org.heliograph.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Looks often, may call this machine by one name of it, and writes letters to a server of it. */
public class Following implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.ofEntries(
        Map.entry("heliograph.saved.poll", "100ms"),
        Map.entry("heliograph.saved.backoff", "100ms"),
        Map.entry("heliograph.saved.lease", "8s"),
        Map.entry("heliograph.webhooks.timeout", "5s"),
        Map.entry("heliograph.webhooks.trusted-hosts", "localhost"),
        Map.entry("heliograph.feeds.address", "https://portal.example.org"),
        Map.entry("heliograph.saved.smtp-host", "localhost"),
        Map.entry("heliograph.saved.mail-from", "heliograph@example.org"),
        Map.entry("quarkus.mailer.host", "localhost"),
        Map.entry("quarkus.mailer.port", Integer.toString(free())),
        Map.entry("quarkus.mailer.start-tls", "DISABLED"));
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
