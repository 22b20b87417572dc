package org.heliograph.export.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of a pod exports may take. */
@ConfigMapping(prefix = "heliograph.export")
public interface ExportConfig {

  /**
   * Exports that run at once; each holds a database connection and a thread as long as it lasts, so
   * this must stay well below the pool.
   */
  @WithDefault("4")
  int atOnce();

  /** How long a client may not read at all before it counts as gone. */
  @WithDefault("60S")
  Duration stall();

  /** After how long a client that was refused for want of room may ask again. */
  @WithDefault("15S")
  Duration retryAfter();
}
