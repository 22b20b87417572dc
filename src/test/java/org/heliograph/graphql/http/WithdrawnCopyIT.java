package org.heliograph.graphql.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.Stage;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.junit.jupiter.api.Test;

/** What a cache kept of a record before its withdrawal is never confirmed after it. */
@QuarkusTest
class WithdrawnCopyIT {
  private static final String CODE = "HTTP-CACHE-1";
  private static final String QUERY = "{powerItem(code: \"%s\") {title}}".formatted(CODE);

  @Test
  void a_copy_of_a_withdrawn_record_is_not_confirmed() throws SQLException {
    try (var plot = new Plot()) {
      plot.prepare();
      plot.run("delete from power_item where code = ?", CODE);
      long id =
          plot.plant(
                  List.of(Planted.published(RecordKind.POWER_ITEM, CODE, "QY-MZJ", "990121000000")))
              .getFirst();
      Response before = ask("");
      before.then().statusCode(200).body(containsString(CODE));
      String tag = before.header("ETag");
      ask(tag).then().statusCode(304);

      plot.run(
          "update power_item set stage = ?, withdrawn_at = now(), withdrawal_kind = 'GONE',"
              + " withdrawal_reason = '依法撤回' where id = ?",
          Stage.WITHDRAWN.name(),
          id);
      ask(tag).then().statusCode(200).body(not(containsString("低保补贴")));
      plot.run("delete from power_item where code = ?", CODE);
    }
  }

  private static Response ask(String knownTag) {
    return given()
        .header("If-None-Match", knownTag)
        .accept("application/json")
        .queryParam("query", QUERY)
        .get("/graphql");
  }
}
