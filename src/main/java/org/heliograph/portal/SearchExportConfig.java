package org.heliograph.portal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a search may be taken away. */
@ConfigMapping(prefix = "heliograph.export.search")
public interface SearchExportConfig {

  /**
   * Hits that an export takes; a search that finds more is refused, never cut. Bounded, because it
   * is paged through the cluster.
   */
  @WithDefault("10000")
  int mostHits();
}
