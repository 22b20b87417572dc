package org.heliograph.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the two tiers are, and with what credential. */
@ConfigMapping(prefix = "heliograph.search")
public interface SearchConfig {
  /** The tier that anonymous searches run on. */
  @WithName("public")
  Endpoint open();

  /** The tier of signed-in searches. */
  Endpoint internal();

  /** First word of every index name, so that installations can share a cluster. */
  @WithDefault("heliograph")
  String prefix();

  /**
   * Whether this pod feeds the index. Absent: when it has the internal address. A pod that does
   * needs credentials that may write; pods that serve the public alone hold none.
   */
  Optional<Boolean> index();

  /** A dead node must cost a caller no more than this, and only one caller a second. */
  @WithDefault("500ms")
  Duration connectTimeout();

  /** A search that takes longer is given up. */
  @WithDefault("5s")
  Duration searchTimeout();

  @WithDefault("60s")
  Duration writeTimeout();

  /**
   * How soon a document of a large bulk is found; single changes ask for a refresh of their own.
   * Less would cost import speed.
   */
  @WithDefault("1s")
  Duration refreshInterval();

  /**
   * How long the counts of who cites whom are kept: they change with the law, not by the minute.
   */
  @WithDefault("10s")
  Duration standings();

  PointsInTime pointsInTime();

  /**
   * Copies of each index beside the first: a range that follows the number of nodes, or one number.
   * Holds for indices that are built from then on. Without a copy a lost node takes its part of the
   * index with it until that is built anew.
   */
  @WithDefault("0-1")
  String replicas();

  /** One cluster. */
  interface Endpoint {
    /**
     * Addresses of its nodes, asked in turn; what one does not answer is asked of the next. Absent:
     * the tier is not there for this pod.
     */
    Optional<List<String>> url();

    Optional<String> user();

    Optional<String> password();
  }

  /** Bounds on what deep paging may hold open. */
  interface PointsInTime {
    /** Between two pages of one reader. */
    @WithDefault("1m")
    Duration keepAlive();

    /** Per pod and tier; beyond it the one that was not used for longest is closed. */
    @WithDefault("100")
    int most();
  }

  /** Whether this pod runs the relay and keeps the indices. */
  default boolean feeds() {
    return index().orElse(internal().url().isPresent());
  }
}
