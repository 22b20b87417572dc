package org.heliograph.subsidy;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What persons are kept apart by. */
@ConfigMapping(prefix = "heliograph.person")
public interface PersonConfig {
  /**
   * Key of the persons' hashes: at least 32 bytes, base64. The same for the whole life of the
   * installation: with another key nobody is recognised again. Only imports of beneficiaries need
   * it.
   */
  Optional<String> key();
}
