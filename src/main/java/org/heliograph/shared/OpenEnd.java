package org.heliograph.shared;

import java.time.Instant;

/**
 * The instant that stands for an open end of a publication window, so that bounds are never null.
 */
public final class OpenEnd {
  public static final Instant INSTANT = Instant.parse("9999-12-31T00:00:00Z");

  private OpenEnd() {}
}
