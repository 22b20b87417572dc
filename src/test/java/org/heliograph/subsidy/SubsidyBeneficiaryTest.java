package org.heliograph.subsidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.heliograph.record.Origin;
import org.heliograph.record.RecordField;
import org.heliograph.shared.Audience;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RegionCode;
import org.heliograph.visibility.FieldClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubsidyBeneficiaryTest {
  private static final String ID_NUMBER = "990121198004107300";
  private static final PersonKey KEYS =
      new PersonKey(PersonKeyTest.config("0123456789abcdef0123456789abcdef"));

  private static SubsidyProgramme programme(PublicityRule rule) {
    return SubsidyProgramme.of(
        new SubsidyProgramme.Draft(
            "P1", "农村低保", "民生救助", "QY-MZJ", "990121000000", null, null, rule, false, null, null));
  }

  private static SubsidyBeneficiary row(
      PublicityRule rule, String title, @Nullable String evidence) {
    return SubsidyBeneficiary.draft(
        new SubsidyBeneficiaryDraft(
            2026,
            "2026-09",
            "欧阳淑芬",
            IdentityNumber.parse(ID_NUMBER),
            "1447",
            1,
            "A类，欧阳淑芬一人户",
            new BigDecimal("615"),
            LocalDate.parse("2026-09-10"),
            null,
            CadreRelation.RELATIVE,
            "村委会委员欧阳淑芬之妹",
            evidence),
        programme(rule),
        KEYS,
        new Origin(
            "C1",
            title,
            "QY-MZJ",
            new RegionCode("990121101201"),
            Audience.PUBLIC,
            null,
            null,
            null,
            "same source",
            Instant.EPOCH,
            "test"));
  }

  @ParameterizedTest
  @EnumSource(
      value = PublicityRule.class,
      names = {"MASKED", "HIDDEN"})
  void no_open_field_says_the_name_that_the_rule_withholds(PublicityRule rule) {
    for (String title : new String[] {"", "低保（欧阳淑芬）"}) {
      var row = row(rule, title, "欧阳淑芬的入户调查表");
      for (RecordField<SubsidyBeneficiary> field : new SubsidyBeneficiaryType().fields()) {
        if (field.fieldClass() == FieldClass.OPEN) {
          assertFalse(String.valueOf(field.value().apply(row)).contains("淑芬"), field.name());
        }
      }
      assertFalse(row.title.isBlank());
      assertEquals("欧阳淑芬", row.fullName);
    }
  }

  @Test
  void a_title_is_made_of_programme_year_and_shown_name() {
    assertEquals("农村低保2026年：欧阳某某", row(PublicityRule.MASKED, " ", null).title);
    assertEquals("农村低保2026年：欧阳淑芬", row(PublicityRule.FULL, "", null).title);
    assertEquals("农村低保2026年：不公开", row(PublicityRule.HIDDEN, "", null).title);
  }

  @Test
  void the_identity_number_is_nowhere_in_the_row() throws IllegalAccessException {
    var row = row(PublicityRule.FULL, "", null);
    assertNotNull(row.personKey);
    for (var type = (Class<?>) row.getClass(); type != null; type = type.getSuperclass()) {
      for (var field : type.getDeclaredFields()) {
        assertFalse(String.valueOf(field.get(row)).contains(ID_NUMBER), field.getName());
      }
    }
  }

  @Test
  void an_identity_number_in_a_text_is_refused_without_being_repeated() {
    var refusal = assertThrows(Problem.class, () -> row(PublicityRule.FULL, "", "户口簿" + ID_NUMBER));
    assertEquals("evidence", refusal.argument());
    assertFalse(refusal.getMessage().contains(ID_NUMBER));
  }

  @Test
  void another_rule_makes_the_same_source_another_content() {
    assertNotEquals(
        row(PublicityRule.FULL, "", null).contentHash,
        row(PublicityRule.MASKED, "", null).contentHash);
    assertEquals(
        row(PublicityRule.MASKED, "", null).contentHash,
        row(PublicityRule.MASKED, "", null).contentHash);
  }

  @Test
  void a_sensitive_programme_never_shows_whole_names() {
    var refusal =
        assertThrows(
            Problem.class,
            () ->
                SubsidyProgramme.of(
                    new SubsidyProgramme.Draft(
                        "P2",
                        "残疾人补贴",
                        "民生救助",
                        "QY-MZJ",
                        "990121000000",
                        null,
                        null,
                        PublicityRule.FULL,
                        true,
                        null,
                        null)));
    assertEquals("publicityRule", refusal.argument());
  }

  @Test
  void amounts_are_exact_or_refused() {
    assertEquals(new BigDecimal("615.00"), row(PublicityRule.FULL, "", null).amount);
    for (String amount : new String[] {"0.001", "1000000000000.00"}) {
      var refusal =
          assertThrows(
              Problem.class,
              () ->
                  new SubsidyBeneficiaryDraft(
                      2026,
                      null,
                      "张三",
                      null,
                      null,
                      null,
                      null,
                      new BigDecimal(amount),
                      LocalDate.EPOCH,
                      null,
                      null,
                      null,
                      null));
      assertEquals("amount", refusal.argument());
    }
  }

  @Test
  void a_draft_says_nothing_of_the_person() {
    var draft =
        new SubsidyBeneficiaryDraft(
            2026,
            "2026-09",
            "欧阳淑芬",
            IdentityNumber.parse(ID_NUMBER),
            "1447",
            null,
            null,
            BigDecimal.ONE,
            LocalDate.EPOCH,
            null,
            null,
            null,
            null);
    assertEquals("SubsidyBeneficiaryDraft[year=2026, period=2026-09]", draft.toString());
  }
}
