package org.heliograph.importing;

import java.time.Instant;
import org.heliograph.audit.Authority;

/**
 * How an import is to be done.
 *
 * @param publish whether rows that do not say otherwise go public at once
 * @param dryRun whether everything is undone again
 * @param at when the import began: the time of everything it makes
 */
public record ImportOptions(Authority authority, boolean publish, boolean dryRun, Instant at) {

  /** What a resumed import must have in common with the interrupted one. */
  String text() {
    return publish ? "publish" : "draft";
  }
}
