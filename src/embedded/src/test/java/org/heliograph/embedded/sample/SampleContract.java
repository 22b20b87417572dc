package org.heliograph.embedded.sample;

import static org.heliograph.embedded.sample.SampleFiles.elements;
import static org.heliograph.embedded.sample.SampleFiles.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every sample, written by hand or generated. */
abstract class SampleContract {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final List<String> NONE = List.of();

  abstract SampleFiles sample();

  @Test
  void codes_are_unique_within_an_organisation_and_not_too_long() {
    for (String kind : SampleFiles.RECORDS) {
      Set<String> seen = new HashSet<>();
      assertEquals(
          NONE,
          sample()
              .offenders(
                  kind,
                  row ->
                      text(row, "code").isEmpty()
                          || text(row, "code").length() > 64
                          || !seen.add(text(row, "organisation") + " " + text(row, "code"))));
    }
  }

  @Test
  void regions_and_organisations_form_trees() {
    Set<String> regions = sample().codes("regions");
    Set<String> organisations = sample().codes("organisations");
    assertEquals(
        NONE,
        sample()
            .offenders(
                "regions",
                row ->
                    !text(row, "code").matches("99[0-9]{10}")
                        || !knownOrAbsent(row, "parent", regions)));
    assertEquals(
        NONE,
        sample()
            .offenders(
                "organisations",
                row ->
                    !knownOrAbsent(row, "parent", organisations)
                        || !regions.contains(text(row, "region"))));
    assertEquals(
        NONE,
        sample()
            .offenders("programmes", row -> !organisations.contains(text(row, "organisation"))));
  }

  @Test
  void every_record_belongs_to_a_known_organisation_and_region() {
    Set<String> organisations = sample().codes("organisations");
    Set<String> regions = sample().codes("regions");
    for (String kind : SampleFiles.RECORDS) {
      assertEquals(
          NONE,
          sample()
              .offenders(
                  kind,
                  row ->
                      !organisations.contains(text(row, "organisation"))
                          || !knownOrAbsent(row, "region", regions)));
    }
  }

  @Test
  void legal_bases_are_articles_of_the_sample() {
    Set<String> articles = sample().articles();
    for (String kind : List.of("power-items", "case-outcomes")) {
      assertEquals(
          NONE,
          sample()
              .offenders(
                  kind,
                  row ->
                      row.path("legalBases").isEmpty()
                          || elements(row, "legalBases")
                              .anyMatch(basis -> !articles.contains(SampleFiles.article(basis)))));
    }
  }

  @Test
  void words_of_closed_sets_are_known() {
    Words.CLOSED.forEach((field, allowed) -> {
      String[] at = field.split("\\.");
      assertEquals(NONE, sample().offenders(at[0], row -> strange(row, at, allowed)), field);
    });
  }

  private static boolean strange(JsonNode row, String[] at, Set<String> allowed) {
    Stream<JsonNode> values = Stream.of(row);
    for (int i = 1; i < at.length; i++) {
      String name = at[i];
      values = values.flatMap(value -> spread(value.path(name)));
    }
    return values.anyMatch(value -> !allowed.contains(value.asText()));
  }

  private static Stream<JsonNode> spread(JsonNode value) {
    return value.isMissingNode() || value.isNull()
        ? Stream.of()
        : value.isArray() ? value.valueStream() : Stream.of(value);
  }

  @Test
  void every_risk_point_has_a_measure_and_stands_at_a_known_step() {
    assertEquals(
        NONE,
        sample()
            .offenders(
                "power-items",
                row ->
                    elements(row, "riskPoints")
                        .anyMatch(risk ->
                            risk.path("measures").isEmpty()
                                || !knownOrAbsent(risk, "step", keys(row)))));
    assertEquals(
        NONE,
        sample()
            .offenders(
                "power-items",
                row ->
                    elements(row, "supervisionPoints")
                        .anyMatch(point -> !keys(row).contains(text(point, "step")))));
  }

  @Test
  void every_flow_is_connected_and_every_step_leads_to_an_end() {
    assertEquals(NONE, sample().offenders("power-items", row -> !flows(row)));
  }

  private static boolean flows(JsonNode item) {
    Map<String, Set<String>> next = new HashMap<>();
    Map<String, Set<String>> before = new HashMap<>();
    Deque<String> ends = new ArrayDeque<>();
    for (JsonNode step : item.path("steps")) {
      Set<String> to =
          elements(step, "next").map(edge -> text(edge, "to")).collect(Collectors.toSet());
      if (next.put(text(step, "key"), to) != null) {
        return false; // two steps of one key
      }
      to.forEach(
          target -> before.computeIfAbsent(target, key -> new HashSet<>()).add(text(step, "key")));
      if (to.isEmpty()) {
        ends.add(text(step, "key"));
      }
    }
    String first = text(item.path("steps").path(0), "key");
    return next.keySet().equals(reached(new ArrayDeque<>(List.of(first)), next))
        && next.keySet().equals(reached(ends, before));
  }

  private static Set<String> reached(Deque<String> open, Map<String, Set<String>> edges) {
    Set<String> reached = new HashSet<>();
    while (!open.isEmpty()) {
      String key = open.pop();
      if (reached.add(key)) {
        open.addAll(edges.getOrDefault(key, Set.of()));
      }
    }
    return reached;
  }

  @Test
  void links_between_records_resolve() {
    Map<String, Set<String>> codes =
        Map.of(
            "POWER_ITEM", sample().codes("power-items"),
            "SUBSIDY_BENEFICIARY", sample().codes("subsidy-beneficiaries"),
            "CASE_OUTCOME", sample().codes("case-outcomes"),
            "DISCLOSURE", sample().codes("disclosures"));
    assertEquals(
        NONE,
        sample()
            .offenders(
                "disclosures",
                row ->
                    elements(row, "related")
                        .anyMatch(link ->
                            !codes
                                .getOrDefault(text(link, "kind"), Set.of())
                                .contains(text(link, "code")))));
    Map<String, Set<String>> risks =
        sample().rows("power-items").stream()
            .collect(
                Collectors.toMap(
                    row -> text(row, "code"),
                    row ->
                        elements(row, "riskPoints")
                            .map(risk -> text(risk, "code"))
                            .collect(Collectors.toSet())));
    assertEquals(
        NONE,
        sample()
            .offenders(
                "case-outcomes",
                row ->
                    !knownOrAbsent(row, "powerItem", risks.keySet())
                        || !knownOrAbsent(
                            row,
                            "riskPoint",
                            risks.getOrDefault(text(row, "powerItem"), Set.of()))));
  }

  @Test
  void payments_name_a_programme_of_their_organisation() {
    Map<String, String> owners =
        sample().rows("programmes").stream()
            .collect(Collectors.toMap(row -> text(row, "code"), row -> text(row, "organisation")));
    assertEquals(
        NONE,
        sample()
            .offenders(
                "subsidy-beneficiaries",
                row -> !text(row, "organisation").equals(owners.get(text(row, "programme")))));
  }

  @Test
  void sums_of_money_have_two_places_at_most() {
    assertEquals(
        NONE,
        sample()
            .offenders(
                "subsidy-beneficiaries",
                row -> !text(row, "amount").matches("(0|[1-9][0-9]*)\\.[0-9]{2}")));
    Predicate<JsonNode> wrong = amount -> !amount.asText().matches("-?[0-9]+(\\.[0-9]{1,2})?");
    List<String> paths =
        List.of(
            "account.lines.budget",
            "account.lines.actual",
            "project.budget",
            "project.contractSum",
            "project.payments.amount",
            "project.changes.amount",
            "contract.amount");
    for (String path : paths) {
      assertEquals(NONE, sample().offenders("disclosures", row -> any(row, path, wrong)), path);
    }
    assertEquals(
        NONE, sample().offenders("case-outcomes", row -> any(row, "outcomes.amount", wrong)));
  }

  private static boolean any(JsonNode row, String path, Predicate<JsonNode> wrong) {
    Stream<JsonNode> values = Stream.of(row);
    for (String name : path.split("\\.")) {
      values = values.flatMap(value -> spread(value.path(name)));
    }
    return values.anyMatch(wrong);
  }

  @Test
  void disclosures_carry_the_form_that_they_name() {
    assertEquals(
        NONE,
        sample()
            .offenders(
                "disclosures",
                row ->
                    List.of("decision", "project", "contract", "account", "statistics").stream()
                        .anyMatch(
                            form -> row.has(form) != text(row, "form").equalsIgnoreCase(form))));
  }

  @Test
  void identity_numbers_are_of_the_invented_county_and_have_a_right_check_character() {
    List<String> numbers =
        sample().rows("subsidy-beneficiaries").stream()
            .filter(row -> row.has("idNumber"))
            .map(row -> text(row, "idNumber"))
            .toList();
    assertFalse(numbers.isEmpty());
    assertEquals(NONE, numbers.stream().filter(number -> !isInvented(number)).toList());
  }

  private static boolean isInvented(String number) {
    if (!number.matches("990121[0-9]{11}[0-9X]")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    LocalDate.of(
        Integer.parseInt(number.substring(6, 10)),
        Integer.parseInt(number.substring(10, 12)),
        Integer.parseInt(number.substring(12, 14)));
    return "10X98765432".charAt(sum % 11) == number.charAt(17);
  }

  static boolean knownOrAbsent(JsonNode row, String field, Set<String> known) {
    return !row.hasNonNull(field) || known.contains(text(row, field));
  }

  private static Set<String> keys(JsonNode item) {
    return elements(item, "steps").map(step -> text(step, "key")).collect(Collectors.toSet());
  }
}
