package org.heliograph.planted.caseoutcome;

import java.time.Instant;

/** Takes the time from the machine. */
public final class AsksTheClock {
  Instant now() {
    return Instant.now();
  }
}
