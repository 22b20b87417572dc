package org.heliograph.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.heliograph.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a stand-in that speaks the daemon's protocol. */
class VirusScanTest {
  private static VirusScan scan(String daemon) {
    return new VirusScan(
        new SmallRyeConfigBuilder()
            .withMapping(FilesConfig.class)
            .withConverters(new org.eclipse.microprofile.config.spi.Converter<?>[0])
            .withConverter(java.time.Duration.class, 500, text -> java.time.Duration.ofSeconds(2))
            .withSources(
                new PropertiesConfigSource(Map.of("heliograph.files.clamav", daemon), "test", 100))
            .build()
            .getConfigMapping(FilesConfig.class));
  }

  /** Takes one stream in and answers; completes with what came. */
  private static CompletableFuture<byte[]> daemon(ServerSocket server, String answer) {
    return CompletableFuture.supplyAsync(() -> {
      try (var socket = server.accept()) {
        var in = new DataInputStream(socket.getInputStream());
        byte[] command = in.readNBytes(10);
        assertEquals("zINSTREAM\0", new String(command, StandardCharsets.US_ASCII));
        var content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
          content.writeBytes(in.readNBytes(length));
        }
        socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
        return content.toByteArray();
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  private static ServerSocket listen() throws Exception {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @Test
  void a_clean_file_passes_whole() throws Exception {
    byte[] content = new byte[(1 << 20) + 12_345];
    content[content.length - 1] = 7;
    try (var server = listen()) {
      var came = daemon(server, "stream: OK");
      assertTrue(scan("127.0.0.1:" + server.getLocalPort()).passes(content));
      assertArrayEquals(content, came.get());
    }
  }

  @Test
  void an_infected_file_does_not() throws Exception {
    try (var server = listen()) {
      var came = daemon(server, "stream: Eicar-Signature FOUND");
      assertFalse(scan("127.0.0.1:" + server.getLocalPort()).passes(new byte[3]));
      came.get();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INSTREAM size limit exceeded. ERROR", ""})
  void nothing_passes_where_the_daemon_cannot_say(String answer) throws Exception {
    try (var server = listen()) {
      var came = daemon(server, answer);
      var scan = scan("127.0.0.1:" + server.getLocalPort());
      assertThrows(Problem.class, () -> scan.passes(new byte[3]));
      came.get();
    }
  }

  @Test
  void nothing_passes_where_the_daemon_is_gone() throws Exception {
    int port;
    try (var server = listen()) {
      port = server.getLocalPort();
    }
    assertThrows(Problem.class, () -> scan("127.0.0.1:" + port).passes(new byte[3]));
  }

  @Test
  void without_a_daemon_everything_passes() {
    assertTrue(scan("").passes(new byte[3]));
  }
}
