package org.heliograph.store;

import io.smallrye.config.ConfigMapping;

/** The key that authenticates cursors. */
@ConfigMapping(prefix = "heliograph.cursor")
public interface CursorConfig {
  /**
   * Base64 of at least 32 random bytes, the same on every pod. A new key makes cursors that are
   * still out there BAD_INPUT.
   */
  String key();
}
