package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The few requests that a launcher sends. {@code java.net.http} would cost a second start 0.2 s of
 * class loading.
 */
final class Http {

  private static final int CONNECT_MILLIS = 500;
  private static final int READ_MILLIS = 30_000;

  private Http() {}

  record Response(int status, String body) {}

  static boolean answersOk(String url) {
    try {
      return send("GET", url, Map.of(), "").status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * @param body the request's body; empty for none
   */
  static Response send(String method, String url, Map<String, String> headers, String body)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
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
