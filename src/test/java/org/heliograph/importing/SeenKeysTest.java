package org.heliograph.importing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeenKeysTest {

  @Test
  void every_key_is_new_once_and_known_afterwards() {
    var seen = new SeenKeys();
    for (int i = 0; i < 200_000; i++) {
      assertTrue(seen.add("QY-MZJ\u001fDB-" + i), "key " + i);
    }
    for (int i = 0; i < 200_000; i += 997) {
      assertFalse(seen.add("QY-MZJ\u001fDB-" + i), "key " + i);
    }
  }
}
