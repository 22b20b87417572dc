package org.heliograph.caseoutcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.heliograph.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseOutcomeDraftTest {
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
  private static final String WHOLE =
      """
      {"type": "DISCIPLINE", "respondentKind": "PERSON", "respondent": "苏某", "violationCategory": "侵占挪用",
       "facts": "截留低保金", "documentNumber": "清纪〔2026〕7号", "decidedOn": "2026-03-26"}
      """;

  @Test
  void what_is_absent_is_empty() throws Exception {
    var draft = JSON.readValue(WHOLE, CaseOutcomeDraft.class);
    assertEquals(0, draft.legalBases().size() + draft.outcomes().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type",
        "respondentKind",
        "respondent",
        "violationCategory",
        "facts",
        "documentNumber",
        "decidedOn"
      })
  void what_every_outcome_has_must_be_given(String field) {
    assertRefused(WHOLE.replace("\"" + field + "\"", "\"absent\""), field);
  }

  @Test
  void a_risk_point_belongs_to_a_power_item() {
    assertRefused(WHOLE.replace("}", ", \"riskPoint\": \"F01\"}"), "riskPoint");
  }

  private static void assertRefused(String json, String argument) {
    var lenient = JSON.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    var failure =
        assertThrows(
            ValueInstantiationException.class,
            () -> lenient.readValue(json, CaseOutcomeDraft.class));
    assertEquals(argument, assertInstanceOf(Problem.class, failure.getCause()).argument());
  }
}
