package org.heliograph.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import org.heliograph.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisclosureDraftTest {
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

  private static DisclosureDraft read(String rest) throws Exception {
    return JSON.readValue(
        "{\"category\": \"MAJOR_DECISIONS\", \"content\": \"道路硬化\"" + rest + "}",
        DisclosureDraft.class);
  }

  @Test
  void the_form_is_that_of_the_detail_that_is_given() throws Exception {
    assertEquals(DisclosureForm.CONTRACT, read(", \"contract\": {\"asset\": \"鱼塘\"}").form());
    assertEquals(DisclosureForm.GENERAL, read("").form());
    assertNull(read("").detail());
  }

  @Test
  void a_detail_survives_its_way_through_json_with_every_digit() throws Exception {
    var given =
        read(
            ", \"project\": {\"name\": \"水渠\", \"budget\": \"1234567890123.10\","
                + " \"payments\": [{\"on\": \"2026-02-03\", \"amount\": 0.30}]}");
    String stored = JSON.writeValueAsString(given.detail());
    var back =
        assertInstanceOf(GovernmentProject.class, JSON.readValue(stored, DisclosureDetail.class));
    assertEquals(given.detail(), back);
    assertEquals(new BigDecimal("1234567890123.10"), back.budget());
    assertEquals(new BigDecimal("0.30"), back.payments().getFirst().amount());
  }

  @Test
  void a_late_notice_is_kept_as_it_happened() throws Exception {
    var draft =
        read(", \"decision\": {\"noticeOn\": \"2026-03-02\", \"meetingOn\": \"2026-03-02\"}");
    assertEquals(DisclosureForm.DECISION, draft.form());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          , "decision": {"votesFor": -1}                              | decision.votesFor
          , "form": "ACCOUNT", "decision": {"votesFor": 3}            | form
          , "decision": {}, "contract": {"asset": "鱼塘"}              | form
          , "period": "2026-Q5"                                       | period
          , "publicityFrom": "2026-03-02", "publicityUntil": "2026-03-01" | publicityUntil
          , "project": {"budget": "1.00"}                             | project.name
          , "attachments": [{"name": "a.pdf", "mediaType": "application/pdf", "size": -1, "sha256": "00"}] | attachments.size
          , "related": [{"kind": "POWER_ITEM"}]                       | related.code
          """)
  void a_draft_that_contradicts_itself_is_refused(String rest, String argument) {
    var failure = assertThrows(ValueInstantiationException.class, () -> read(rest));
    assertEquals(argument, assertInstanceOf(Problem.class, failure.getCause()).argument());
  }
}
