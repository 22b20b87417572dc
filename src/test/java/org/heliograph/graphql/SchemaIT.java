package org.heliograph.graphql;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.idl.SchemaParser;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The schema is an interface that others build on: it changes on purpose only. {@code ./heliograph
 * test -Dit.test=SchemaIT -Dgolden.accept} accepts the schema as it is; review the difference like
 * code.
 */
@QuarkusTest
class SchemaIT {
  private static final Path GOLDEN = Path.of("src/test/resources/schema.graphql");

  private static String served() {
    byte[] body =
        given().get("/graphql/schema.graphql").then().statusCode(200).extract().asByteArray();
    return new String(body, StandardCharsets.UTF_8);
  }

  @Test
  void the_schema_is_the_one_that_was_agreed() throws Exception {
    String served = served();
    if (System.getProperty("golden.accept") != null) {
      Files.writeString(GOLDEN, served);
    }
    String golden = Files.readString(GOLDEN);
    assertTrue(
        golden.equals(served),
        () ->
            "the schema has changed. Gone:\n%s\nNew:\n%s\nAccept it with ./heliograph test -Dit.test=SchemaIT -Dgolden.accept"
                .formatted(without(golden, served), without(served, golden)));
  }

  /** The lines of one text that the other has not, enough of them to see what happened. */
  private static String without(String text, String other) {
    var lines = new LinkedHashSet<>(text.lines().toList());
    lines.removeAll(other.lines().toList());
    return String.join("\n", lines.stream().limit(40).toList());
  }

  @Test
  void every_element_of_the_schema_is_described() {
    assertEquals(List.of(), Undescribed.in(new SchemaParser().parse(served())));
  }
}
