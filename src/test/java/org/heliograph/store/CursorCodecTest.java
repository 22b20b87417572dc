package org.heliograph.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.heliograph.shared.Problem;
import org.junit.jupiter.api.Test;

class CursorCodecTest {
  private final CursorCodec cursors =
      new CursorCodec(() -> Base64.getEncoder().encodeToString(new byte[32]));

  @Test
  void a_cursor_comes_back_within_its_scope_alone() {
    String cursor = cursors.encode("[12.6,420]", "search");
    assertEquals("[12.6,420]", cursors.decode(cursor, "search", "after"));
    assertThrows(Problem.class, () -> cursors.decode(cursor, "list", "after"));
    assertThrows(Problem.class, () -> cursors.decode(cursor.substring(1), "search", "after"));
    assertThrows(Problem.class, () -> cursors.decode("", "search", "after"));
  }

  @Test
  void the_same_page_has_the_same_cursors() {
    assertEquals(cursors.encode("[1]", "a"), cursors.encode("[1]", "a"));
    assertNotEquals(cursors.encode("[1]", "a"), cursors.encode("[1]", "b"));
  }

  @Test
  void a_cursor_does_not_say_what_it_holds() {
    byte[] whole =
        Base64.getUrlDecoder().decode(cursors.encode("[null,12.642994,420,1]", "search"));
    assertFalse(new String(whole, StandardCharsets.ISO_8859_1).contains("420"));
  }
}
