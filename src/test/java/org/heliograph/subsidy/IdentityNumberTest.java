package org.heliograph.subsidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.heliograph.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumberTest {
  /** The example of GB 11643. */
  private static final String EXAMPLE = "11010519491231002X";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002X",
        "11010519491231002x",
        " 110105 19491231 002X ",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105-19491231-002X"
      })
  void every_writing_of_a_number_is_the_same_number(String text) {
    assertEquals(IdentityNumber.parse(EXAMPLE), IdentityNumber.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "110105194912310021",
        "1101051949123100",
        "11010519491331002X",
        "11010519490231002X",
        "abc",
        "110105491231002"
      })
  void a_wrong_number_is_refused_without_being_repeated(String text) {
    var refusal = assertThrows(Problem.class, () -> IdentityNumber.parse(text));
    assertEquals(Problem.Code.BAD_INPUT, refusal.code());
    assertEquals("idNumber", refusal.argument());
    assertTrue(text.isEmpty() || !refusal.getMessage().contains(text));
  }

  @Test
  void any_single_mistyped_digit_is_noticed() {
    for (int place = 0; place < 17; place++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (EXAMPLE.charAt(place) != digit) {
          String mistyped = EXAMPLE.substring(0, place) + digit + EXAMPLE.substring(place + 1);
          assertThrows(Problem.class, () -> IdentityNumber.parse(mistyped), mistyped);
        }
      }
    }
  }

  @Test
  void a_number_shows_itself_to_nobody() {
    assertFalse(IdentityNumber.parse(EXAMPLE).toString().contains("1949"));
  }

  @Test
  void a_number_within_a_text_is_noticed_and_other_long_numbers_are_not() {
    assertTrue(IdentityNumber.isWithin("身份证11010519491231002X，已核"));
    assertTrue(IdentityNumber.isWithin("１１０１０５１９４９１２３１００２Ｘ"));
    assertFalse(IdentityNumber.isWithin("110105194912310021"));
    assertFalse(IdentityNumber.isWithin("核对报告清核〔2026〕118号"));
    assertFalse(IdentityNumber.isWithin("9111010519491231002X7"));
    assertFalse(IdentityNumber.isWithin(null));
  }

  @Test
  void hashes_depend_on_the_number_the_key_and_the_purpose() {
    var one = new PersonKey(PersonKeyTest.config("one key of thirty-two bytes only"));
    var other = new PersonKey(PersonKeyTest.config("another key, as long as the first"));
    var number = IdentityNumber.parse(EXAMPLE);
    assertEquals(one.of(number), one.of(IdentityNumber.parse("110105 19491231002x")));
    assertNotEquals(one.of(number), other.of(number));
    assertNotEquals(one.of(number), one.seal(EXAMPLE));
    assertEquals(64, one.of(number).length());
  }
}
