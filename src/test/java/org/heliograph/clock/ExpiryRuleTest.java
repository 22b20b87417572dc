package org.heliograph.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.heliograph.record.ExpiryFacts;
import org.heliograph.record.ExpiryRule;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which rule covers a record, and until when it shows it. */
class ExpiryRuleTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-30");
  private static final ExpiryFacts.Measure CRITICISM = new ExpiryFacts.Measure("通报批评", null, null);

  private static ExpiryRule rule(
      String code,
      @Nullable String type,
      @Nullable String programme,
      List<String> measures,
      @Nullable String ceiling,
      int months) {
    return ExpiryRule.of(
        new ExpiryRule.Draft(
            code,
            RecordKind.CASE_OUTCOME,
            type,
            programme,
            null,
            measures,
            ceiling == null ? null : new BigDecimal(ceiling),
            months,
            true,
            "某规定第一条",
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-12-31")));
  }

  private static ExpiryFacts decided(ExpiryFacts.Measure... measures) {
    return new ExpiryFacts("ADMINISTRATIVE_PENALTY", null, List.of(measures));
  }

  private static ExpiryFacts.Measure fine(String amount) {
    return new ExpiryFacts.Measure("罚款", new BigDecimal(amount), null);
  }

  @Test
  void a_rule_for_light_penalties_is_for_those_that_consist_of_nothing_else() {
    var light = rule("L", null, null, List.of("通报批评"), "3000", 3);
    assertTrue(light.covers(null, decided(CRITICISM), DAY));
    assertTrue(light.covers(null, decided(CRITICISM, fine("3000.00")), DAY));
    assertFalse(light.covers(null, decided(CRITICISM, fine("3000.01")), DAY));
    assertFalse(
        light.covers(null, decided(CRITICISM, new ExpiryFacts.Measure("吊销许可证", null, null)), DAY));
    assertFalse(light.covers(null, decided(), DAY), "nothing decided is nothing light");
  }

  @Test
  void a_rule_is_for_the_authorities_and_the_days_that_it_names() {
    var rule = rule("R", "MARKET_REGULATION", null, List.of(), null, 36);
    assertTrue(rule.covers("MARKET_REGULATION", decided(), LocalDate.parse("2026-01-01")));
    assertTrue(rule.covers("MARKET_REGULATION", decided(), LocalDate.parse("2026-12-31")));
    assertFalse(rule.covers("MARKET_REGULATION", decided(), LocalDate.parse("2025-12-31")));
    assertFalse(rule.covers("MARKET_REGULATION", decided(), LocalDate.parse("2027-01-01")));
    assertFalse(rule.covers("URBAN_MANAGEMENT", decided(), DAY));
    assertFalse(
        rule.covers(null, decided(), DAY), "an authority without a type has the common rules");
  }

  @Test
  void a_period_ends_with_its_last_day_in_the_calendar_of_the_country() {
    var quarter = rule("Q", null, null, List.of(), null, 3);
    assertEquals(
        Instant.parse("2027-02-28T16:00:00Z"),
        quarter.end(decided(), DAY),
        "30 November and three months: the end of the 28th of February in Beijing");
    var ban = new ExpiryFacts.Measure("限制从业", null, LocalDate.parse("2031-05-01"));
    assertEquals(Instant.parse("2031-05-01T16:00:00Z"), quarter.end(decided(ban), DAY));
    var shorter = new ExpiryFacts.Measure("限制从业", null, LocalDate.parse("2026-12-01"));
    assertEquals(Instant.parse("2027-02-28T16:00:00Z"), quarter.end(decided(shorter), DAY));
  }

  @Test
  void the_rule_that_says_most_counts() {
    var all = rule("A", null, null, List.of(), null, 60);
    var authority = rule("B", "MARKET_REGULATION", null, List.of(), null, 36);
    var light = rule("C", "MARKET_REGULATION", null, List.of("通报批评"), null, 3);
    var programme = rule("D", null, "TW-DB", List.of(), null, 12);
    assertEquals(
        List.of("A", "B", "C", "D"),
        Stream.of(programme, light, all, authority)
            .sorted(ExpiryRule.BY_DETAIL)
            .map(rule -> rule.code)
            .toList());
  }
}
