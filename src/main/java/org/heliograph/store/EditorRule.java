package org.heliograph.store;

import org.heliograph.record.PublicRecord;
import org.heliograph.store.DraftWriter.Refused;
import org.heliograph.workflow.Transition;
import org.jspecify.annotations.Nullable;

/** What an editor's file may change: what its author may change by hand. */
final class EditorRule {
  private EditorRule() {}

  /** Why a row cannot stand beside what is there of its record; null when it can. */
  static <E extends PublicRecord> @Nullable Refused refusal(
      int index, E row, @Nullable E published, @Nullable E work, int lastRevision) {
    if (work != null) {
      return Transition.UPDATE.from().contains(work.stage)
          ? null
          : new Refused(
              index,
              "code",
              "its record is %s: only a draft or a returned one is changed".formatted(work.stage));
    }
    if (lastRevision == 0) {
      return null;
    }
    if (published == null || !Transition.CORRECT.from().contains(published.stage)) {
      return new Refused(
          index, "code", "belongs to a record that is no longer public: take a new code");
    }
    return row.changeNote == null
        ? new Refused(
            index,
            "changeNote",
            "is missing: the record is public, tell the public what the correction changes")
        : null;
  }
}
