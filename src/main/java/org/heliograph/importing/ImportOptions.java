package org.heliograph.importing;

import java.time.Instant;
import org.heliograph.audit.Authority;
import org.heliograph.shared.Stage;
import org.jspecify.annotations.Nullable;

/**
 * How an import is to be done.
 *
 * @param publish whether rows that do not say otherwise go public at once
 * @param dryRun whether everything is undone again
 * @param at when the import began: the time of everything it makes
 * @param bounds what holds for an import that is not the operator's; null for the operator's own
 */
public record ImportOptions(
    Authority authority, boolean publish, boolean dryRun, Instant at, @Nullable Bounds bounds) {

  /**
   * What an editor's import keeps to: records of one organisation, changed only where its editors
   * may change them by hand.
   *
   * @param job the job that it is
   * @param mostRows more than these are refused
   */
  public record Bounds(long job, String organisation, long mostRows) {}

  /** The operator's own. */
  public ImportOptions(Authority authority, boolean publish, boolean dryRun, Instant at) {
    this(authority, publish, dryRun, at, null);
  }

  /** What a resumed import must have in common with the interrupted one. */
  String text() {
    return bounds == null ? publish ? "publish" : "draft" : "job " + bounds.job();
  }

  long mostRows() {
    return bounds == null ? Long.MAX_VALUE : bounds.mostRows();
  }

  /** Whether a row goes public at once; a stage that these options do not allow is refused. */
  boolean publishes(RowReader row) {
    Stage stage = row.stage();
    if (stage == null) {
      return publish;
    }
    if (stage == Stage.PUBLISHED && !publish) {
      row.refuse(
          "stage",
          bounds == null
              ? "is PUBLISHED, which an import allows only with --publish"
              : "is PUBLISHED: an upload brings drafts, which are reviewed as one list");
    } else if (stage.slot() != Stage.Slot.WORK && stage != Stage.PUBLISHED) {
      row.refuse("stage", "an import brings DRAFT or PUBLISHED");
    }
    return stage == Stage.PUBLISHED;
  }
}
