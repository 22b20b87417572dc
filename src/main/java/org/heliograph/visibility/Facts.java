package org.heliograph.visibility;

import java.time.Instant;
import java.util.Set;

/** What a condition may know of a row. */
public interface Facts {
  /** The values of a text attribute: one, or the whole path for REGION_PATH. */
  Set<String> texts(Attribute attribute);

  /** The value of a time attribute. */
  Instant instant(Attribute attribute);
}
