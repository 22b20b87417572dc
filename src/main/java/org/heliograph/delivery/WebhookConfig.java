package org.heliograph.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How webhooks are called. */
@ConfigMapping(prefix = "heliograph.webhooks")
public interface WebhookConfig {
  /** Whether there are webhooks: the pods that tell need a way out to them. */
  @WithDefault("true")
  boolean offered();

  /**
   * Hosts that may be called by plain HTTP and wherever they lie: gateways of one's own. Whoever
   * may save a search can have them called.
   */
  Optional<Set<String>> trustedHosts();

  /** From looking the name up to the end of the answer. */
  @WithDefault("10s")
  Duration timeout();

  /** Bytes of an answer that are read; a longer one is cut off and counts by its status. */
  @WithDefault("16384")
  int mostAnswered();
}
