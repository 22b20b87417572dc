package org.heliograph.graphql;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An Int has 32 bits: what does not fit is refused, not cut to size. */
@QuarkusTest
class IntIT {
  @ParameterizedTest
  @ValueSource(strings = {"4294967301", "-4294967291", "2147483648", "99999999999999999999"})
  void a_number_that_is_no_int_is_refused(String number) {
    Response answer =
        given()
            .contentType("application/json")
            .body(Map.of("query", "{ disclosures(first: " + number + ") { totalCount } }"))
            .post("/graphql");
    assertEquals("BAD_INPUT", answer.path("errors[0].extensions.code"), answer.asString());
  }
}
