package org.heliograph.graphql.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CachingIT {

  private static String tag(String query) {
    return Ask.get(query).statusCode(200).extract().header("ETag");
  }

  @Test
  void an_anonymous_get_may_be_kept_and_must_be_asked_about() {
    Ask.get("{__typename}")
        .statusCode(200)
        .header("Cache-Control", "public, no-cache")
        .header("ETag", matchesPattern("\"[A-Za-z0-9_-]{24}\""))
        .header("Vary", containsString("Authorization"))
        .header("Vary", containsString("Origin"));
  }

  @Test
  void the_tag_is_of_the_answer() {
    assertEquals(tag("{__typename}"), tag("query Same {__typename}"));
    assertNotEquals(tag("{__typename}"), tag("{other: __typename}"));
  }

  @Test
  void a_copy_that_is_still_right_is_confirmed() {
    String tag = tag("{__typename}");
    for (String known : new String[] {tag, "W/" + tag, "\"old\", " + tag, "*"}) {
      given()
          .header("If-None-Match", known)
          .queryParam("query", "{__typename}")
          .accept("application/json")
          .get("/graphql")
          .then()
          .statusCode(304)
          .header("ETag", tag)
          .header("Cache-Control", "public, no-cache")
          .body(emptyString());
    }
  }

  @Test
  void a_copy_of_another_answer_is_not_confirmed() {
    given()
        .header("If-None-Match", tag("{other: __typename}"))
        .queryParam("query", "{__typename}")
        .get("/graphql")
        .then()
        .statusCode(200)
        .body("data.__typename", is("Query"));
  }

  @Test
  void an_answer_with_errors_is_not_kept() {
    Ask.get("{colour}").header("Cache-Control", "no-store").header("ETag", nullValue());
  }

  @Test
  void a_post_is_not_kept() {
    Ask.post("{__typename}").header("Cache-Control", "no-store").header("ETag", nullValue());
  }
}
