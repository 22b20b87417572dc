package org.heliograph.portal.saved;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How followers of saved searches are told. */
@ConfigMapping(prefix = "heliograph.saved")
public interface SavedSearchConfig {
  /** Whether this pod tells them: for pods that may call out. Several may. */
  @WithDefault("true")
  boolean telling();

  /** Saved searches that one account may have. */
  @WithDefault("20")
  int most();

  /** How soon changes are seen, and how soon another pod's work is. */
  @WithDefault("500ms")
  Duration poll();

  /** Longer than a call may take: what a pod that died was at is done again after it. */
  @WithDefault("60s")
  Duration lease();

  /** Webhooks that a pod calls at once. */
  @WithDefault("4")
  int threads();

  /** Pause after a webhook's first failure; it doubles with each further one. */
  @WithDefault("5s")
  Duration backoff();

  @WithDefault("1h")
  Duration longestPause();

  /** A webhook that failed for so long is disabled. */
  @WithDefault("3d")
  Duration patience();

  /** A failing webhook for which more deliveries wait is disabled. */
  @WithDefault("10000")
  int mostWaiting();

  /** How long it is remembered who was told of what, so that withdrawals can be told. */
  @WithDefault("400d")
  Duration remember();

  /** The sender of letters. Without it, or without an SMTP server, there are none. */
  Optional<String> mailFrom();

  Optional<String> smtpHost();
}
