package org.heliograph.follow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes are followed. */
@ConfigMapping(prefix = "heliograph.follow")
public interface FollowConfig {
  /** The safety net under notifications, and how exactly windows are seen to open. */
  @WithDefault("1s")
  Duration poll();

  /** How long changes are remembered: longer than any pod is cut off from the database. */
  @WithDefault("7d")
  Duration keep();
}
