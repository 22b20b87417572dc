package org.heliograph.export;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.heliograph.support.Accounts;
import org.junit.jupiter.api.Test;

/** A file is whole or visibly not, is sent no faster than it is read, and stops with its reader. */
@QuarkusTest
class DeliveryIT {
  @SuppressWarnings("NullAway.Init") // the test's framework sets it
  @TestHTTPResource("/")
  URI service;

  @Inject TestExport export;

  private Socket ask(String path) throws IOException {
    return ask(path, Accounts.ANONYMOUS);
  }

  private Socket ask(String path, Accounts account) throws IOException {
    String who =
        account == Accounts.ANONYMOUS ? "" : "Authorization: Bearer " + account.token() + "\r\n";
    var socket = new Socket(service.getHost(), service.getPort());
    socket.setSoTimeout(20_000);
    socket
        .getOutputStream()
        .write(
            ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + who + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** The whole answer; the socket's end or the last chunk ends it. */
  private static String readAll(Socket socket) throws IOException {
    var all = new StringBuilder();
    byte[] part = new byte[64 * 1024];
    InputStream in = socket.getInputStream();
    for (int n = in.read(part); n >= 0; n = in.read(part)) {
      all.append(new String(part, 0, n, StandardCharsets.ISO_8859_1));
      if (all.toString().endsWith("\r\n\r\n")
          && all.substring(Math.max(0, all.length() - 200)).contains("\r\n0\r\n")) {
        break;
      }
    }
    return all.toString();
  }

  @Test
  void a_whole_file_ends_with_the_number_of_its_rows() throws Exception {
    try (Socket socket = ask("/export/test.csv?rows=500")) {
      String answer = readAll(socket);
      assertTrue(answer.startsWith("HTTP/1.1 200"));
      assertTrue(answer.toLowerCase(Locale.ROOT).contains("trailer: heliograph-rows"));
      assertTrue(
          answer.toLowerCase(Locale.ROOT).endsWith("\r\n0\r\nheliograph-rows: 500\r\n\r\n"),
          () -> answer.substring(answer.length() - 100));
    }
  }

  @Test
  void a_file_that_breaks_off_ends_with_a_broken_connection() throws Exception {
    try (Socket socket = ask("/export/test.csv?breakAfter=5000")) {
      String answer = readAll(socket);
      assertTrue(answer.startsWith("HTTP/1.1 200"));
      assertTrue(answer.length() > 1_000_000);
      assertFalse(answer.contains("\r\n0\r\n"), "an end as if it were whole");
      assertFalse(answer.contains("broken on purpose"));
    }
  }

  @Test
  void a_failure_before_the_first_chunk_is_an_ordinary_refusal() {
    Response answer = given().get("/export/test.csv?breakAfter=3");
    assertEquals(500, answer.statusCode());
    assertEquals("INTERNAL", answer.path("errors[0].extensions.code"));
    assertFalse(answer.headers().hasHeaderWithName("Content-Disposition"));
  }

  @Test
  void rows_wait_for_a_client_that_reads_slowly_and_stop_when_it_goes() throws Exception {
    try (Socket socket = ask("/export/test.jsonl")) {
      assertTrue(socket.getInputStream().read() >= 0);
      long before = settled();
      assertTrue(before < 20_000, before + " rows of a kilobyte were written unread");
      byte[] part = new byte[1 << 20];
      for (long got = 0; got < 8 << 20; ) {
        got += socket.getInputStream().read(part);
      }
      long after = settled();
      assertTrue(after > before, after + " rows after " + before + ": the rest follows");
    }
    assertTrue(export.ended.await(20, TimeUnit.SECONDS), "nobody reads any more");
    assertTrue(export.stopped);
  }

  /** How many rows are written when no more are for half a second. */
  private long settled() throws InterruptedException {
    long last = -1;
    for (int i = 0; i < 40; i++) {
      long now = export.written.get();
      if (now == last) {
        return now;
      }
      last = now;
      // what is waited for is that nothing happens
      Thread.sleep(500);
    }
    throw new AssertionError("rows go on being written unread");
  }

  @Test
  void as_many_as_may_run_at_once_and_the_next_is_told_when_to_ask_again() throws Exception {
    List<Socket> readers = new ArrayList<>();
    try {
      for (int i = 0; i < 2; i++) {
        Socket reader = ask("/export/test.csv");
        readers.add(reader);
        assertTrue(reader.getInputStream().read() >= 0);
      }
      assertEquals(
          503,
          given().get("/export/test.csv?rows=1").statusCode(),
          "one client has at most half of the places");
      assertEquals(
          200,
          given()
              .header("Authorization", "Bearer " + Accounts.STAFF.token())
              .get("/export/test.csv?rows=1")
              .statusCode(),
          "which leaves the others to others");
      for (Accounts account : List.of(Accounts.STAFF, Accounts.EDITOR)) {
        Socket reader = ask("/export/test.csv", account);
        readers.add(reader);
        assertTrue(reader.getInputStream().read() >= 0);
      }
      Response refused =
          given()
              .header("Authorization", "Bearer " + Accounts.AUDITOR.token())
              .get("/export/test.csv?rows=1");
      assertEquals(503, refused.statusCode());
      assertEquals("15", refused.header("Retry-After"));
      assertEquals("UNAVAILABLE", refused.path("errors[0].extensions.code"));
    } finally {
      for (Socket reader : readers) {
        reader.close();
      }
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (given().get("/export/test.csv?rows=1").statusCode() != 200) {
      assertTrue(System.nanoTime() < end, "places are given back");
      // another thread gives them back; there is nothing to wait on
      Thread.sleep(50);
    }
  }
}
