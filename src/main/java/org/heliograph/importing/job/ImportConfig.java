package org.heliograph.importing.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What uploaded imports may take. */
@ConfigMapping(prefix = "heliograph.import")
public interface ImportConfig {
  /** Whether this process works on jobs; several may. */
  @WithDefault("true")
  boolean enabled();

  /** How often it looks for one. */
  @WithDefault("1s")
  Duration poll();

  /** The largest file, in bytes. */
  @WithDefault("67108864")
  long maxBytes();

  /** The most rows of a file. */
  @WithDefault("200000")
  long maxRows();

  /** Jobs of one organisation that may be under way or wait for somebody. */
  @WithDefault("20")
  int maxOpen();

  /**
   * How long a checked file waits to be confirmed, and the rows that could not be taken to be
   * fetched; then they are deleted.
   */
  @WithDefault("7d")
  Duration keep();
}
