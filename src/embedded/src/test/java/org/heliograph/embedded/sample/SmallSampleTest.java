package org.heliograph.embedded.sample;

import static org.heliograph.embedded.sample.SampleFiles.elements;
import static org.heliograph.embedded.sample.SampleFiles.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hand-written county: it is whole, adds up, and has something that nobody may see. */
class SmallSampleTest extends SampleContract {
  private static final SampleFiles SMALL =
      new SampleFiles(
          Path.of(System.getProperty("heliograph.checkout", "../.."))
              .resolve("src/embedded/sample/small"));

  /** Words that stand only in what anonymous visitors must never find. */
  private static final Pattern CANARY = Pattern.compile("QX-[0-9R][-0-9A-Z]*");

  @Override
  SampleFiles sample() {
    return SMALL;
  }

  @ParameterizedTest
  @ValueSource(strings = {"power-items", "disclosures", "subsidy-beneficiaries", "case-outcomes"})
  void every_kind_has_records_that_are_not_public(String kind) {
    List<JsonNode> rows = SMALL.rows(kind);
    Map<String, Predicate<JsonNode>> hidden =
        Map.of(
            "draft", row -> text(row, "stage").equals("DRAFT"),
            "internal", row -> text(row, "audience").equals("INTERNAL"),
            "restricted", row -> text(row, "audience").equals("RESTRICTED"),
            "closed",
                row ->
                    row.has("visibleUntil")
                        && Instant.parse(text(row, "visibleUntil"))
                            .isBefore(Instant.parse("2026-11-01T00:00:00Z")),
            "not yet open",
                row ->
                    row.has("visibleFrom")
                        && Instant.parse(text(row, "visibleFrom"))
                            .isAfter(Instant.parse("2030-01-01T00:00:00Z")));
    hidden.forEach(
        (what, is) -> assertTrue(rows.stream().anyMatch(is), kind + " has no record " + what));
    assertTrue(
        rows.stream().filter(row -> hidden.values().stream().noneMatch(is -> is.test(row))).count()
            > rows.size() / 2,
        "most are public");
  }

  @ParameterizedTest
  @ValueSource(strings = {"power-items", "disclosures", "subsidy-beneficiaries", "case-outcomes"})
  void canaries_sing_only_where_the_public_cannot_hear(String kind) {
    Set<String> fields = Set.of("remark", "reviewRemark", "reporter");
    boolean any = false;
    for (JsonNode row : SMALL.rows(kind)) {
      any |= CANARY.matcher(row.toString()).find();
      boolean hidden =
          row.has("stage")
              || row.has("audience")
              || row.has("visibleUntil")
              || row.has("visibleFrom");
      for (Map.Entry<String, JsonNode> field : row.properties()) {
        assertTrue(
            hidden
                || fields.contains(field.getKey())
                || !CANARY.matcher(field.getValue().toString()).find(),
            text(row, "code") + " " + field.getKey());
      }
    }
    assertTrue(any, "no canary in " + kind);
  }

  @Test
  void village_accounts_add_up() {
    Pattern sums = Pattern.compile("期初余额([0-9.]+)元，本月收入([0-9.]+)元，本月支出([0-9.]+)元，期末余额([0-9.]+)元");
    int checked = 0;
    for (JsonNode row : SMALL.rows("disclosures")) {
      Matcher found = sums.matcher(text(row, "content"));
      if (found.find()) {
        checked++;
        BigDecimal income = sum(row, "收入");
        BigDecimal spending = sum(row, "支出");
        String code = text(row, "code");
        assertEquals(new BigDecimal(found.group(2)), income, code);
        assertEquals(new BigDecimal(found.group(3)), spending, code);
        assertEquals(
            new BigDecimal(found.group(4)),
            new BigDecimal(found.group(1)).add(income).subtract(spending),
            code);
      }
    }
    assertTrue(checked >= 6, "only " + checked + " village accounts");
  }

  private static BigDecimal sum(JsonNode row, String sign) {
    return elements(row.path("account"), "lines")
        .filter(line -> text(line, "name").startsWith(sign))
        .map(line -> new BigDecimal(text(line, "actual")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void decisions_were_announced_two_days_ahead_and_statistics_add_up() {
    assertEquals(
        List.of(),
        SMALL.offenders(
            "disclosures",
            row ->
                row.has("decision")
                    && !java.time.LocalDate.parse(text(row.path("decision"), "noticeOn"))
                        .plusDays(2)
                        .isBefore(
                            java.time.LocalDate.parse(text(row.path("decision"), "meetingOn"))
                                .plusDays(1))));
    assertEquals(
        List.of(),
        SMALL.offenders(
            "disclosures",
            row -> {
              JsonNode s = row.path("statistics");
              return row.has("statistics")
                  && s.path("received").asInt()
                      != s.path("finishedAtOnce").asInt() + s.path("committed").asInt();
            }));
  }

  @Test
  void money_moves_on_working_days() {
    Set<String> idle =
        SMALL.rows("working-days").stream()
            .filter(day -> !day.path("working").asBoolean())
            .map(day -> text(day, "date"))
            .collect(Collectors.toSet());
    assertEquals(
        List.of(),
        SMALL.offenders("subsidy-beneficiaries", row -> idle.contains(text(row, "paidOn"))));
    assertEquals(
        List.of(), SMALL.offenders("case-outcomes", row -> idle.contains(text(row, "decidedOn"))));
  }

  @Test
  void programmes_show_names_in_all_three_ways_and_never_a_sensitive_one_whole() {
    List<JsonNode> programmes = SMALL.rows("programmes");
    assertEquals(
        Set.of("FULL", "MASKED", "HIDDEN"),
        programmes.stream().map(row -> text(row, "publicityRule")).collect(Collectors.toSet()));
    assertEquals(
        List.of(),
        SMALL.offenders(
            "programmes",
            row -> row.path("sensitive").asBoolean() && text(row, "publicityRule").equals("FULL")));
  }

  @Test
  void the_basis_that_was_renumbered_stands_in_its_text_of_2018() {
    JsonNode article =
        SMALL.rows("statutes").stream()
            .filter(row -> SampleFiles.article(row).equals("村民委员会组织法第三十条"))
            .findFirst()
            .orElseThrow();
    assertEquals("2018-12-29", text(article, "effectiveFrom"));
    assertTrue(text(article, "text").contains("一般事项至少每季度公布一次"));
  }
}
