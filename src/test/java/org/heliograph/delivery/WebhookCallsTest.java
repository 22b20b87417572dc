package org.heliograph.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.heliograph.delivery.WebhookCalls.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whom a webhook's message is handed to: a real TLS server, with the certificates that it may show.
 */
class WebhookCallsTest {
  private static final String HOST = "hooks.example.org";
  private static final char[] PASSWORD = "no secret".toCharArray();
  private static final List<String> TRUST =
      List.of("javax.net.ssl.trustStore", "javax.net.ssl.trustStorePassword");
  private static final Message MESSAGE = new Message("msg_1", "{\"type\":\"record.changed\"}");

  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpsServer server;
  private Vertx vertx;

  @TempDir Path directory;

  @BeforeEach
  void open() throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            received.add(
                exchange.getRequestHeaders().getFirst("Host").split(":")[0]
                    + " "
                    + exchange.getRequestHeaders().getFirst("webhook-id")
                    + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
          }
        });
    vertx = Vertx.vertx();
  }

  @AfterEach
  void close() throws Exception {
    TRUST.forEach(System::clearProperty);
    server.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void a_server_with_a_trusted_certificate_for_its_name_gets_the_message() throws Exception {
    Path certificate = certificate("dns:" + HOST);
    trust(certificate);
    assertEquals(new WebhookAnswer.Taken(""), send(certificate));
    assertEquals(List.of(HOST + " msg_1 {\"type\":\"record.changed\"}"), received);
  }

  @Test
  void a_server_whose_certificate_nobody_vouches_for_gets_nothing() throws Exception {
    assertEquals(new WebhookAnswer.Later(), send(certificate("dns:" + HOST)));
    assertEquals(List.of(), received);
  }

  @Test
  void a_server_with_a_trusted_certificate_for_another_name_and_its_address_gets_nothing()
      throws Exception {
    Path certificate = certificate("dns:hooks.example.com,ip:127.0.0.1");
    trust(certificate);
    assertEquals(new WebhookAnswer.Later(), send(certificate));
    assertEquals(List.of(), received);
  }

  private WebhookAnswer send(Path certificate) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(read(certificate), PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.start();
    var addresses =
        new WebhookAddress(Set.of(HOST), host -> List.of(InetAddress.getLoopbackAddress()));
    var calls = new WebhookCalls(addresses, new Config(), Clock.systemUTC(), vertx);
    try {
      return calls.send(
          "https://" + HOST + ":" + server.getAddress().getPort() + "/a", new byte[32], MESSAGE);
    } finally {
      calls.close();
    }
  }

  /** One that vouches for itself. */
  private Path certificate(String name) throws Exception {
    Path file = directory.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-dname",
                "CN=" + HOST,
                "-ext",
                "san=" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(keytool.waitFor(1, TimeUnit.MINUTES) && keytool.exitValue() == 0, said);
    return file;
  }

  /** For clients that are made from now on. */
  private void trust(Path certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", read(certificate).getCertificate("server"));
    Path file = directory.resolve("trusted.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      trusted.store(out, PASSWORD);
    }
    System.setProperty(TRUST.get(0), file.toString());
    System.setProperty(TRUST.get(1), new String(PASSWORD));
  }

  private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private record Config() implements WebhookConfig {
    @Override
    public boolean offered() {
      return true;
    }

    @Override
    public Optional<Set<String>> trustedHosts() {
      return Optional.of(Set.of(HOST));
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(10);
    }

    @Override
    public int mostAnswered() {
      return 1_000;
    }
  }
}
