package org.heliograph.graphql.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much may be followed at once. */
@ConfigMapping(prefix = "heliograph.live")
public interface LiveConfig {
  /** Connections to one pod. */
  @WithDefault("6000")
  int connections();

  /** Connections from one address: an office behind one address shares them. */
  @WithDefault("100")
  int connectionsPerAddress();

  /** Operations of one connection. */
  @WithDefault("20")
  int subscriptions();

  /** How long a connection may stay without {@code connection_init}. */
  @WithDefault("10s")
  Duration initTimeout();

  /** How often a connection shows that it lives; one that is silent for two of these is closed. */
  @WithDefault("30s")
  Duration ping();

  /** Bytes that may wait for a slow reader before its connection is closed. */
  @WithDefault("1048576")
  int backlog();

  /** Threads that tell: each holds a database connection for as long as one answer takes. */
  @WithDefault("4")
  int threads();
}
