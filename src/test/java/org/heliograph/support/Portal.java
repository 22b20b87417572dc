package org.heliograph.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * Asks the running service as one of the accounts. Most tests ask by it, some of them thousands of
 * times: it does without RestAssured's specifications, which take longer than the answers.
 */
public final class Portal {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Portal() {}

  /** The body of the answer, whatever its status. */
  public static String ask(Accounts account, String query) {
    return ask(account, query, Map.of());
  }

  public static String ask(Accounts account, String query, Map<String, ?> variables) {
    var body = new JsonObject().put("query", query).put("variables", variables);
    var request =
        request(account, "/graphql")
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(body.encode()));
    return send(request).body();
  }

  /**
   * A whole file of {@code /export/}, or of another place that begins with a slash, which must
   * come; the address is encoded already.
   */
  public static String download(Accounts account, String address) {
    HttpResponse<String> answer =
        send(request(account, address.startsWith("/") ? address : "/export/" + address));
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static HttpRequest.Builder request(Accounts account, String path) {
    var request =
        HttpRequest.newBuilder(
            URI.create("%s:%d%s".formatted(RestAssured.baseURI, RestAssured.port, path)));
    return account == Accounts.ANONYMOUS
        ? request
        : request.header("Authorization", "Bearer " + account.token());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until all indices are there: a service that has just started builds them. */
  public static void awaitSearch() throws InterruptedException {
    long end = System.nanoTime() + 60_000_000_000L;
    while (ask(Accounts.ANONYMOUS, "{search(first:1){totalCount}}").contains("\"errors\"")) {
      if (System.nanoTime() > end) {
        throw new AssertionError("search does not answer within a minute");
      }
      // polls indices that another thread of the service creates; there is nothing to wait on
      Thread.sleep(100);
    }
  }

  public static JsonPath json(Accounts account, String query) {
    return JsonPath.from(ask(account, query));
  }
}
