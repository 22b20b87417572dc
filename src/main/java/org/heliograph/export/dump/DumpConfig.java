package org.heliograph.export.dump;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Whether and when this pod writes everything public to files. */
@ConfigMapping(prefix = "heliograph.dump")
public interface DumpConfig {

  /** Where dumps lie, for all pods that serve them the same; empty: neither written nor served. */
  Optional<Path> directory();

  /** When, in China: by night, when offices do not import. */
  @WithDefault("0 30 2 * * ?")
  String cron();

  /** By how much clocks of pods, and a transaction's begin and end, may lie apart. */
  @WithDefault("10S")
  Duration margin();
}
