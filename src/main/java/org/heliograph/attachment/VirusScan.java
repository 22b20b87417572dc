package org.heliograph.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.heliograph.shared.Problem;
import org.jboss.logging.Logger;

/**
 * Asks a ClamAV daemon, by its INSTREAM command. Where one is configured nothing is taken in that
 * it has not passed: when it does not answer, uploads wait.
 */
@ApplicationScoped
class VirusScan {
  private static final Logger LOG = Logger.getLogger(VirusScan.class);
  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
  private static final int CHUNK = 1 << 20;
  private static final int LONGEST_ANSWER = 4096;

  private final FilesConfig config;

  VirusScan(FilesConfig config) {
    this.config = config;
  }

  /** Whether the daemon finds nothing; true where none is configured. */
  boolean passes(byte[] bytes) {
    String daemon = config.clamav().orElse("");
    if (daemon.isEmpty()) {
      return true;
    }
    String answer;
    try {
      answer = ask(daemon, bytes);
    } catch (IOException | RuntimeException e) {
      LOG.warnf("the virus scan at %s does not answer: %s", daemon, e.toString());
      throw unavailable();
    }
    if (answer.endsWith("OK")) {
      return true;
    }
    if (answer.endsWith("FOUND")) {
      return false;
    }
    LOG.warnf("the virus scan at %s answers: %s", daemon, answer);
    throw unavailable();
  }

  private static Problem unavailable() {
    return Problem.unavailable(
        "the scan for viruses does not answer now, and nothing is taken in without it: try again later");
  }

  private String ask(String daemon, byte[] bytes) throws IOException {
    int colon = daemon.lastIndexOf(':');
    int timeout = (int) config.clamavTimeout().toMillis();
    try (var socket = new Socket()) {
      socket.setSoTimeout(timeout);
      socket.connect(
          new InetSocketAddress(
              daemon.substring(0, colon), Integer.parseInt(daemon.substring(colon + 1))),
          timeout);
      var out = new DataOutputStream(socket.getOutputStream());
      out.write(COMMAND);
      for (int from = 0; from < bytes.length; from += CHUNK) {
        int length = Math.min(CHUNK, bytes.length - from);
        out.writeInt(length);
        out.write(bytes, from, length);
      }
      out.writeInt(0);
      out.flush();
      return answer(socket.getInputStream());
    }
  }

  /** Up to the zero byte that ends it. */
  private static String answer(InputStream in) throws IOException {
    var text = new ByteArrayOutputStream();
    for (int b = in.read(); b > 0 && text.size() < LONGEST_ANSWER; b = in.read()) {
      text.write(b);
    }
    return text.toString(StandardCharsets.UTF_8).strip();
  }
}
