package org.heliograph.search;

import java.util.List;
import java.util.Map;
import org.heliograph.record.Lookup;
import org.heliograph.record.PublicRecord;

/**
 * A record that was found and, read again from the database, may be shown.
 *
 * @param cursor where the next page may start
 * @param highlights field name → passages as HTML-safe text with {@code <em>} marks
 */
public record SearchHit(
    Lookup.Found<? extends PublicRecord> found,
    String cursor,
    Map<String, List<String>> highlights) {
  public SearchHit {
    highlights = Map.copyOf(highlights);
  }
}
