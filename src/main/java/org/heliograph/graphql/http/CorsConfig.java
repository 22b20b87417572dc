package org.heliograph.graphql.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Which other web sites may call the service from their pages. */
@ConfigMapping(prefix = "heliograph.cors")
public interface CorsConfig {

  /** Like {@code https://www.example.gov.cn}; none: pages of the service's own address only. */
  Optional<Set<String>> origins();
}
