package org.heliograph.record;

import java.time.Instant;
import java.util.Map;

/**
 * Why something that looks personal may go out all the same.
 *
 * @param category what kind of personal data it looks like
 * @param place the field, for example {@code steps[2].content}
 * @param excerpt the words before it and its masked form; no part of the value
 * @param reason the editor's words
 * @param actor account of the editor
 */
public record PrivacyDecision(
    String category, String place, String excerpt, String reason, String actor, Instant at) {

  /** What the trail tells of it. */
  public Map<String, String> told() {
    return Map.of("place", place, "category", category, "why", reason);
  }
}
