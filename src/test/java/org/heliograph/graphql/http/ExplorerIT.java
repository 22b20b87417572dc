package org.heliograph.graphql.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExplorerIT {
  private static final Pattern SAMPLE = Pattern.compile("/q/graphql-ui/\\?query=([^\"]+)\"");

  @Test
  void the_schema_can_be_downloaded() {
    given()
        .get("/graphql/schema.graphql")
        .then()
        .statusCode(200)
        .body(containsString("type Query"));
  }

  @Test
  void the_explorer_is_served() {
    given().get("/q/graphql-ui/").then().statusCode(200).body(containsString("graphiql"));
  }

  @Test
  void every_sample_on_the_first_page_is_a_valid_query() {
    String page = given().get("/").then().statusCode(200).extract().asString();
    List<String> samples = SAMPLE.matcher(page).results().map(ExplorerIT::query).toList();
    assertFalse(samples.isEmpty());
    for (String sample : samples) {
      Ask.post(sample).statusCode(200).body("errors", nullValue());
    }
  }

  private static String query(MatchResult link) {
    return URLDecoder.decode(link.group(1), StandardCharsets.UTF_8);
  }
}
