package org.heliograph.support;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.Map;

/** Asks the running service as one of the accounts. */
public final class Portal {
  private Portal() {}

  /** The body of the answer, whatever its status. */
  public static String ask(Accounts account, String query) {
    return ask(account, query, Map.of());
  }

  public static String ask(Accounts account, String query, Map<String, ?> variables) {
    var request = given().contentType("application/json").accept("application/json");
    if (account != Accounts.ANONYMOUS) {
      request.header("Authorization", "Bearer " + account.token());
    }
    return request
        .body(Map.of("query", query, "variables", variables))
        .post("/graphql")
        .body()
        .asString();
  }

  /**
   * A whole file of {@code /export/}, or of another place that begins with a slash, which must
   * come; the address is encoded already.
   */
  public static String download(Accounts account, String address) {
    var request = given().urlEncodingEnabled(false);
    if (account != Accounts.ANONYMOUS) {
      request.header("Authorization", "Bearer " + account.token());
    }
    return request
        .get(address.startsWith("/") ? address : "/export/" + address)
        .then()
        .statusCode(200)
        .extract()
        .body()
        .asString();
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
