package org.heliograph.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneErrorTest {
  @ParameterizedTest(name = "{1} for {0}: {2}")
  @CsvSource({
    "dibaoshenhe, dibap, true",
    "dibaoshenhe, dbao, true",
    "dibaoshenhe, dibbao, true",
    "dibaoshenhe, diabo, true",
    "dibaoshenhe, dibao, true",
    "dibaoshenhe, tibao, false",
    "dibaoshenhe, dobap, false",
    "dibao, dibaox, true",
    "dibao, dibaoxy, false"
  })
  void one_letter_may_be_wrong_missing_too_many_or_swapped_but_not_the_first(
      String text, String typed, boolean forgiven) {
    assertEquals(forgiven, OneError.beginsNearly(text, typed));
  }
}
