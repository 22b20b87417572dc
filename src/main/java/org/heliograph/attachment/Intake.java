package org.heliograph.attachment;

import org.heliograph.store.StoredFile;

/** What became of a file that somebody brought. */
public sealed interface Intake {
  record Taken(StoredFile file) implements Intake {}

  /**
   * It was not taken, and nothing of it is kept.
   *
   * @param reason a stable word such as ENCRYPTED
   * @param message what to do about it
   */
  record Refused(String reason, String message) implements Intake {}
}
