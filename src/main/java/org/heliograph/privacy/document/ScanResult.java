package org.heliograph.privacy.document;

import java.util.List;
import org.heliograph.privacy.Finding;

/** What came of scanning a document. */
public sealed interface ScanResult {

  /**
   * It was read to its end.
   *
   * @param type what it is, by its content
   * @param findings at most as many as {@link Limits#findings}
   * @param unlisted how many findings there are beyond those
   * @param unread what a person must look at, because no scan can: pictures, macros, scanned pages
   */
  record Scanned(DocumentType type, List<Finding> findings, int unlisted, List<String> unread)
      implements ScanResult {}

  /** It cannot be let through as it is. The message says what to do and repeats nothing of it. */
  record Refused(RefusalCode code, String message) implements ScanResult {}
}
