package org.heliograph.graphql;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An argument with a default may still be given as null, which clients do with an unset variable.
 */
@QuarkusTest
class ExplicitNullIT {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ search(text: \"低保\", kinds: null, facets: null) { totalCount } } | data.search.totalCount",
        "{ subsidySummary(groupBy: null) { count } } | data.subsidySummary.count"
      })
  void an_explicit_null_means_what_absence_means(String query, String answer) throws Exception {
    ValidatableResponse response = ask(query);
    // the first test on a new stack may come before the indices are made
    for (int tries = 0; tries < 300 && isUnavailable(response); tries++) {
      Thread.sleep(200);
      response = ask(query);
    }

    response.statusCode(200).body("errors", nullValue()).body(answer, notNullValue());
  }

  private static ValidatableResponse ask(String query) {
    return given()
        .contentType("application/json")
        .body(Map.of("query", query))
        .post("/graphql")
        .then();
  }

  private static boolean isUnavailable(ValidatableResponse response) {
    return response.extract().asString().contains("UNAVAILABLE");
  }
}
