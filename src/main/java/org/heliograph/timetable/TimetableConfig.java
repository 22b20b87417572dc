package org.heliograph.timetable;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the timetable is kept. */
@ConfigMapping(prefix = "heliograph.timetable")
public interface TimetableConfig {
  /** Whether this process keeps it; several may. */
  @WithDefault("true")
  boolean enabled();

  /** How often it is looked at: nothing is later than this. */
  @WithDefault("2s")
  Duration poll();

  /** How long a mutation that is repeated under its key is known: a client's retries are over. */
  @WithDefault("7D")
  Duration keys();
}
