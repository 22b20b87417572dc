package org.heliograph.portal.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What feeds say of where things are. */
@ConfigMapping(prefix = "heliograph.feeds")
public interface FeedConfig {

  /**
   * The address under which readers know this service, without a slash at the end. Empty: that of
   * the request.
   */
  Optional<String> address();

  /**
   * The portal's page of a record, with {kind}, {code}, {organisation} and {id} in the places where
   * they belong. Empty: the record's own answer of this service.
   */
  Optional<String> recordPage();

  /** Entries of a feed: what readers keep. */
  @WithDefault("50")
  int entries();
}
