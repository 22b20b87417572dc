package org.heliograph.subsidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonKeyTest {
  static PersonConfig config(String key) {
    String encoded = Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    return () -> Optional.of(encoded);
  }

  /**
   * Computed with another implementation: openssl dgst -sha256 -hmac over "person", NUL, number.
   */
  @Test
  void a_person_keeps_their_hash_from_version_to_version() {
    var key = new PersonKey(config("0123456789abcdef0123456789abcdef"));
    assertEquals(
        "8f7879cbc1da477a0d3ddfc408fc86e43c410b44d42b3ef2d38cdb1487939693",
        key.of(IdentityNumber.parse("11010519491231002X")));
  }

  @Test
  void a_key_that_is_too_short_or_not_base64_stops_the_service() {
    var brief = assertThrows(IllegalStateException.class, () -> new PersonKey(config("short")));
    assertTrue(String.valueOf(brief.getMessage()).contains("32 bytes"));
    var garbled =
        assertThrows(
            IllegalStateException.class, () -> new PersonKey(() -> Optional.of("s3cret!§")));
    assertFalse(String.valueOf(garbled.getMessage()).contains("s3cret"));
  }

  @Test
  void without_a_key_nobody_is_hashed() {
    var none = new PersonKey(Optional::empty);
    var refusal =
        assertThrows(
            IllegalStateException.class, () -> none.of(IdentityNumber.parse("11010519491231002X")));
    assertTrue(String.valueOf(refusal.getMessage()).contains("HELIOGRAPH_PERSON_KEY"));
    assertThrows(IllegalStateException.class, () -> new PersonKey(() -> Optional.of("")).seal("x"));
  }
}
