package org.heliograph.graphql.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestJsonTest {
  private final RequestJson json = new RequestJson(16);

  @Test
  void decimals_stay_exact() {
    assertEquals(
        Optional.of(Map.of("amount", new BigDecimal("0.1000000000000000055"))),
        json.parse("{\"amount\": 0.1000000000000000055}"));
  }

  @Test
  void deep_nesting_is_refused() {
    assertTrue(json.parse("[".repeat(18) + "]".repeat(18)).isPresent());
    assertTrue(json.parse("[".repeat(19) + "]".repeat(19)).isEmpty());
    assertTrue(json.parse("{\"a\":".repeat(100_000)).isEmpty());
  }

  @Test
  void text_after_the_value_and_bytes_that_are_not_utf8_are_refused() {
    assertTrue(json.parse("{} {}").isEmpty());
    assertTrue(json.parse("").isEmpty());
    assertTrue(json.parse(new byte[] {'"', (byte) 0xC3, '"'}).isEmpty());
  }

  @Test
  void a_number_of_a_thousand_digits_is_refused() {
    assertTrue(json.parse("1".repeat(1000)).isEmpty());
  }
}
