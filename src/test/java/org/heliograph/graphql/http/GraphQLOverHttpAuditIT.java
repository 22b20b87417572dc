package org.heliograph.graphql.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GraphQLOverHttpAuditIT {
  @Test
  void all_61_checks_of_the_public_audit_pass() throws Exception {
    String endpoint = "http://localhost:" + RestAssured.port + "/graphql";
    JsonPath report = new JsonPath(NodeProgram.run("audit.mjs", endpoint));
    assertEquals(List.of(), report.getList("failed"));
    assertEquals(61, report.getInt("checks"));
    assertEquals(61, report.getInt("passed"));
  }
}
