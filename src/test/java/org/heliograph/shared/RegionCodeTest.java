package org.heliograph.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.heliograph.shared.RegionCode.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionCodeTest {

  @ParameterizedTest
  @CsvSource({
    "000000000000,NATION",
    "990000000000,PROVINCE",
    "100000000000,PROVINCE",
    "990100000000,CITY",
    "991000000000,CITY",
    "990121000000,COUNTY",
    "990120000000,COUNTY",
    "990121101000,TOWNSHIP",
    "990121100000,TOWNSHIP",
    "990121101201,VILLAGE",
    "990121101200,VILLAGE",
    "000000000001,VILLAGE"
  })
  void the_level_is_the_highest_whose_digits_hold_all_that_is_not_zero(String code, Level level) {
    assertEquals(level, new RegionCode(code).level());
  }

  @Test
  void a_path_leads_from_the_province_to_the_division_itself() {
    assertEquals(
        List.of("990000000000", "990100000000", "990121000000", "990121101000"),
        new RegionCode("990121101000").path().stream().map(RegionCode::value).toList());
    assertEquals(List.of(), RegionCode.NATION.path());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "990121", "99012110120x", "9901211012011", "９９0121101201"})
  void only_twelve_digits_are_a_code(String text) {
    assertTrue(RegionCode.parse(text).isEmpty());
  }
}
