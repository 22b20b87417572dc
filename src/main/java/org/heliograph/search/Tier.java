package org.heliograph.search;

import java.util.Locale;
import org.heliograph.visibility.FieldClass;

/** The two indices that each kind has. */
public enum Tier {
  /** Only what anonymous may see, only OPEN fields. */
  PUBLIC,
  /** Everything but REPORTER fields; each search is filtered by its viewer's visibility. */
  INTERNAL;

  /** The word in index names. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean holds(FieldClass fieldClass) {
    return switch (fieldClass) {
      case OPEN -> true;
      case INTERNAL, PERSONAL -> this == INTERNAL;
      case REPORTER -> false;
    };
  }
}
