package org.heliograph.shared;

import java.time.ZoneId;

/** Where days begin and end for everybody whom the records are for. */
public final class China {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private China() {}
}
