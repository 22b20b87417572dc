package org.heliograph.portal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the search box keeps in memory. */
@ConfigMapping(prefix = "heliograph.portal")
public interface PortalConfig {
  /**
   * How old names of divisions, organisations, programmes and laws may be in suggestions and
   * shortcuts. Reading them takes as long as reading their tables, which change a few times a year.
   */
  @WithDefault("30s")
  Duration namesFresh();
}
