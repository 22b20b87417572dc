package org.heliograph.analytics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** Whether and for how long searches are counted. */
@ConfigMapping(prefix = "heliograph.analytics")
public interface AnalyticsConfig {
  /** Whether this pod counts. */
  @WithDefault("true")
  boolean enabled();

  /** How long days are kept: two years can be compared month by month. */
  @WithDefault("P25M")
  Period keep();
}
