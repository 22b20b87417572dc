package org.heliograph.search;

import java.util.List;

/**
 * How a score came about.
 *
 * @param wordings what the text was read as
 * @param parts the sum, outermost first
 */
public record Explanation(double score, List<String> wordings, List<Part> parts) {
  public Explanation {
    wordings = List.copyOf(wordings);
    parts = List.copyOf(parts);
  }

  /** A number that went into it; what it was made of follows and stands deeper. */
  public record Part(int depth, double value, String description) {}
}
