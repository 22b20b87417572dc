package org.heliograph.embedded.analysis;

import java.util.regex.Pattern;
import org.elasticsearch.common.settings.Settings;

/** Reads the {@code pattern} setting that both pattern_replace filters share. */
final class Patterns {

  private Patterns() {}

  static Pattern required(String name, Settings settings) {
    String pattern = settings.get("pattern");
    if (pattern == null) {
      throw new IllegalArgumentException(
          "pattern is missing for [" + name + "] filter of type 'pattern_replace'");
    }
    return Pattern.compile(pattern);
  }
}
