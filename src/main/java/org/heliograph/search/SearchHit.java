package org.heliograph.search;

import java.util.List;
import java.util.Map;
import org.heliograph.record.Lookup;
import org.heliograph.record.PublicRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that was found and, read again from the database, may be shown.
 *
 * @param cursor where the next page may start
 * @param highlights field name → passages as HTML-safe text with {@code <em>} marks
 * @param alike how many records it stands for in a grouped search; null in others
 */
public record SearchHit(
    Lookup.Found<? extends PublicRecord> found,
    String cursor,
    Map<String, List<String>> highlights,
    @Nullable Integer alike) {
  public SearchHit {
    highlights = Map.copyOf(highlights);
  }
}
