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

  public static JsonPath json(Accounts account, String query) {
    return JsonPath.from(ask(account, query));
  }
}
