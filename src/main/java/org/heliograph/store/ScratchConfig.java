package org.heliograph.store;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where files lie that this process works on. */
@ConfigMapping(prefix = "heliograph.scratch")
public interface ScratchConfig {
  /** A directory on this machine; the system's temporary directory if unset. */
  Optional<Path> directory();
}
