package org.heliograph.export.dump;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.heliograph.record.RecordType;
import org.heliograph.store.PublicPast;

/** Tells whether a dump may still be shown. */
@ApplicationScoped
class DumpCheck {
  private final PublicDump dump;
  private final PublicPast past;
  private final DumpConfig config;
  private final Clock clock;

  DumpCheck(PublicDump dump, PublicPast past, DumpConfig config, Clock clock) {
    this.dump = dump;
    this.past = past;
    this.config = config;
    this.clock = clock;
  }

  /** Whether a record that stands in the dump is public no longer. */
  boolean isStale(Path directory) {
    Optional<Instant> written = PublicDump.writtenAt(directory);
    if (written.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    for (RecordType<?> type : dump.types()) {
      if (past.hasLostSince(type, written.get(), config.margin(), now)) {
        return true;
      }
    }
    return false;
  }
}
