package org.heliograph.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.heliograph.shared.Audience;
import org.heliograph.shared.Problem;
import org.junit.jupiter.api.Test;

class RowReaderTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final RowFindings findings = new RowFindings(7, Set.of("name", "steps.handler"), true);

  private RowReader row(String json) {
    try {
      return new RowReader(JSON.readValue(json, ObjectNode.class), "", findings);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private List<String> columns() {
    return findings.errors().stream().map(RowError::column).toList();
  }

  @Test
  void values_come_typed_from_json_and_as_texts_from_tables() {
    for (String json :
        new String[] {
          "{\"n\": 3, \"m\": 615.1, \"f\": true, \"d\": \"2026-03-31\", \"t\": \"2026-03-31T09:00:00+08:00\", \"a\": \"INTERNAL\"}",
          "{\"n\": \" 3 \", \"m\": \"615.10\", \"f\": \"是\", \"d\": \"2026-03-31\", \"t\": \"2026-03-31T01:00:00Z\", \"a\": \"internal\"}"
        }) {
      var row = row(json);
      assertEquals(3, row.whole("n", 0, 10));
      assertEquals(new BigDecimal("615.10"), row.money("m"));
      assertTrue(row.flag("f", false));
      assertEquals(LocalDate.of(2026, 3, 31), row.date("d"));
      assertEquals(Instant.parse("2026-03-31T01:00:00Z"), row.instantOrNull("t"));
      assertEquals(Audience.INTERNAL, row.choice("a", Audience.class));
      assertFalse(row.refused(), findings.errors().toString());
    }
  }

  @Test
  void absent_null_and_blank_are_the_same() {
    var row = row("{\"a\": null, \"b\": \"  \"}");
    assertNull(row.textOrNull("a", 10));
    assertNull(row.textOrNull("b", 10));
    assertNull(row.moneyOrNull("c"));
    assertFalse(row.refused());
    row.text("b", 10);
    assertEquals(List.of("b"), columns());
    assertEquals("is missing", findings.errors().getFirst().reason());
  }

  @Test
  void one_look_finds_everything_that_is_wrong() {
    var row =
        row(
            "{\"year\": 26, \"amount\": \"1,234.50\", \"paidOn\": \"31.3.2026\", \"name\": \"%s\", \"mark\": \"a\\u0000b\"}"
                .formatted("王".repeat(101)));
    row.whole("year", 1949, 2200);
    row.money("amount");
    row.date("paidOn");
    row.text("name", 100);
    row.text("mark", 100);
    assertEquals(List.of("year", "amount", "paidOn", "name", "mark"), columns());
    assertTrue(findings.errors().get(1).reason().contains("1234.50"), "says how to mend it");
    assertEquals("26", findings.errors().getFirst().value());
    assertEquals("(101 characters, not shown)", findings.errors().get(3).value());
  }

  @Test
  void a_third_decimal_place_is_refused_and_not_rounded() {
    assertNull(row("{\"m\": 1.005}").moneyOrNull("m"));
    assertEquals(new BigDecimal("1.00"), row("{\"m\": \"1.000\"}").moneyOrNull("m"));
    assertNull(row("{\"m\": \"1234567890123.00\"}").moneyOrNull("m"));
    assertEquals(List.of("m"), columns().stream().distinct().toList());
  }

  @Test
  void half_a_surrogate_pair_cannot_be_stored_but_a_whole_one_can() {
    assertEquals("𠮷", row("{\"t\": \"\\ud842\\udfb7\"}").text("t", 5));
    assertFalse(findings.any());
    row("{\"t\": \"a\\ud842\"}").text("t", 5);
    assertEquals(List.of("t"), columns());
  }

  @Test
  void nested_errors_carry_their_path_and_hide_personal_values() {
    var row =
        row("{\"steps\": [{\"key\": \"a\"}, {\"key\": 1, \"handler\": 5, \"colour\": \"red\"}]}");
    row.objects("steps", step -> step.text("key", 64) + step.textOrNull("handler", 64));
    assertEquals(List.of("steps[1].key", "steps[1].handler", "steps[1].colour"), columns());
    assertEquals("(1 characters, not shown)", findings.errors().get(1).value());
    assertTrue(findings.errors().get(2).reason().contains("known: handler, key"));
  }

  @Test
  void a_refusal_of_the_domain_becomes_an_error_of_its_field() {
    findings.guard(
        "",
        () -> {
          throw Problem.badInput("riskPoint", "belongs to a power item: name that too");
        });
    assertEquals(List.of("riskPoint"), columns());
  }

  @Test
  void content_depends_on_what_a_row_says_not_on_how_it_is_written() {
    String first = digest("{\"m\": 615.1, \"t\": \"低保\"}");
    assertEquals(first, digest("{\"t\": \" 低保 \", \"m\": \"615.10\", \"stage\": \"DRAFT\"}"));
    assertNotEquals(first, digest("{\"t\": \"低保\", \"m\": \"615.11\"}"));
    assertNotEquals(first, digest("{\"t\": \"低保\"}"));
  }

  private String digest(String json) {
    var own = new RowFindings(1, Set.of(), false);
    try {
      var row = new RowReader(JSON.readValue(json, ObjectNode.class), "", own);
      row.moneyOrNull("m");
      row.textOrNull("t", 10);
      row.stage();
      return own.digest();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
