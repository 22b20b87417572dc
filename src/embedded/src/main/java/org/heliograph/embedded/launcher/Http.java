package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The few requests that a launcher sends. {@code java.net.http} would cost a second start 0.2 s of
 * class loading.
 */
final class Http {

  private static final int CONNECT_MILLIS = 500;

  /** For whether something answers: who asks, asks again. */
  private static final int ANSWER_MILLIS = 10_000;

  /** For work: a busy machine needs its time to take a realm in. */
  private static final int WORK_MILLIS = 120_000;

  private Http() {}

  record Response(int status, String body) {}

  static boolean answersOk(String url) {
    try {
      return send("GET", url, Map.of(), "", ANSWER_MILLIS).status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * @param body the request's body; empty for none
   */
  static Response send(String method, String url, Map<String, String> headers, String body)
      throws IOException {
    try {
      return send(method, url, headers, body, WORK_MILLIS);
    } catch (SocketTimeoutException e) {
      throw new IOException(
          "%s did not answer within %d s, the machine may be too busy"
              .formatted(url, WORK_MILLIS / 1_000),
          e);
    }
  }

  private static Response send(
      String method, String url, Map<String, String> headers, String body, int patience)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(patience);
    connection.setRequestMethod(method);
    headers.forEach(connection::setRequestProperty);
    if (!body.isEmpty()) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
    }
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return new Response(
          status, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
