package org.heliograph.portal.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says, whatever its form.
 *
 * @param id stays the same for the same search
 * @param self its own address
 */
record Feed(String id, String title, String self, Instant updated, List<Entry> entries) {

  /**
   * @param id stays the same for the record's whole life
   * @param summary kind, organisation and division, and what a correction changed
   */
  record Entry(
      String id,
      String title,
      String page,
      String summary,
      String author,
      String category,
      @Nullable Instant published,
      Instant updated) {}
}
