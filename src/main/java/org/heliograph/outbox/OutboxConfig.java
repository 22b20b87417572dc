package org.heliograph.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "heliograph.outbox")
public interface OutboxConfig {
  /** The safety net under signals and notifications, and how exactly timed rows are met. */
  @WithDefault("1s")
  Duration poll();

  /**
   * How long a row is held: what a relay that died had claimed waits this long. A write that takes
   * longer is done twice, which does no harm.
   */
  @WithDefault("30s")
  Duration lease();

  /** Records in one bulk: large enough to pay for the round trip, small enough for the heap. */
  @WithDefault("1000")
  int batch();

  /** A row that failed this often is parked with its error. */
  @WithDefault("8")
  int attempts();

  /** Pause after the first failure; it doubles with each further one. */
  @WithDefault("1s")
  Duration backoff();

  /** Upper bound of the pause while the other side cannot be reached. */
  @WithDefault("5s")
  Duration longestPause();
}
