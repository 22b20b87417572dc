package org.heliograph.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

  @Test
  void a_harmless_value_is_shown() {
    assertEquals("LICENCING", Shown.of("LICENCING", false, false));
    assertEquals("行政许可", Shown.of("行政许可", false, false));
    assertEquals("12.345", Shown.of("12.345", false, true));
    assertEquals("990121101201", Shown.of("990121101201", false, true));
  }

  @Test
  void a_personal_column_is_never_shown() {
    assertEquals("(2 characters, not shown)", Shown.of("ab", true, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "990121198004107300",
        "99012119800410730X",
        "9901 2119 8004 1073 00",
        "6222 0211 0200 1234 567",
        "6222-0211-0200-1234",
        "13800138000",
        "证号990121198004107300",
        "tel:13800138000"
      })
  void long_numbers_are_shown_in_no_column(String number) {
    String shown = Shown.of(number, false, false);
    assertFalse(shown.contains("8004") || shown.contains("0211") || shown.contains("1380"), shown);
  }

  @Test
  void a_name_that_slipped_into_another_column_is_not_shown() {
    assertEquals("(2 characters, not shown)", Shown.of("张三", false, true));
    assertEquals("(9 characters, not shown)", Shown.of("Zhang San", false, true));
  }

  @Test
  void a_field_name_is_repeated_only_when_it_looks_like_one() {
    assertEquals("ammount", Shown.field("ammount"));
    assertEquals("(unnamed)", Shown.field("张三"));
    assertEquals("(unnamed)", Shown.field("990121198004107300"));
  }
}
