package org.heliograph.graphql.http;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Who stands between the service and its visitors. */
@ConfigMapping(prefix = "heliograph.proxies")
public interface ProxyConfig {
  /**
   * Addresses or blocks (10.0.0.0/8) of proxies whose X-Forwarded-For is believed. From anybody
   * else the header is what a visitor wrote, who could be a thousand visitors with it.
   */
  Optional<List<String>> trusted();
}
